import type { Json } from "../model/model.js";

export type JsonObject = { readonly [key: string]: Json };

/** An object of what is there: keys in the order given, absent values left out. */
export function record(entries: { readonly [key: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(entries).filter(present));
}

/** The same value without the keys that hold null, which the platform uses for "absent". */
export function withoutNulls(value: Json): Json {
  if (isList(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === null ? [] : [[key, withoutNulls(item)] as const],
    ),
  );
}

/** `Array.isArray` does not narrow read-only arrays. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function present(entry: readonly [string, Json | undefined]): entry is [string, Json] {
  return entry[1] !== undefined;
}
