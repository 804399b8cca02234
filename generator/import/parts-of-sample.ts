import type { Json } from "./endpoint.js";

/** A part of a sample; that of a list is that of its first item which has one. */
export function inside(sample: Json | undefined, name: string): Json | undefined {
  if (isList(sample)) {
    for (const item of sample) {
      const found = inside(item, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const isObject = typeof sample === "object" && sample !== null;
  return isObject && Object.hasOwn(sample, name) ? sample[name] : undefined;
}

/** The items of a list, or the values of an object, as one: what `inside` looks through. */
export function anyOf(sample: Json | undefined): Json | undefined {
  if (isList(sample)) return sample.length === 1 ? sample[0] : sample;
  return typeof sample === "object" && sample !== null ? Object.values(sample) : undefined;
}

/** Unlike `Array.isArray` it knows that the array is JSON. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
