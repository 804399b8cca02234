import { isList, isObject, type JsonObject } from "../model/json.js";
import type { Json } from "../model/model.js";

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

function present(entry: readonly [string, Json | undefined]): entry is [string, Json] {
  return entry[1] !== undefined;
}
