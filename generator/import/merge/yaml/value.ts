import type { Plain } from "./scalar.js";

export type PlainObject = Readonly<Record<string, Plain>>;

export const isObject = (value: Plain | undefined): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Unlike `Array.isArray` it knows what the items are. */
export const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

/** The order of keys counts for nothing. */
export function isEqual(a: Plain | undefined, b: Plain | undefined): boolean {
  if (a === b) return true;
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
  );
}

/** For each wanted item the place of an equal one, in order. */
export function matches(value: readonly Plain[], target: readonly Plain[]): (number | undefined)[] {
  let from = 0;
  return target.map((wanted) => {
    const place = value.findIndex((item, i) => i >= from && isEqual(item, wanted));
    if (place < 0) return undefined;
    from = place + 1;
    return place;
  });
}
