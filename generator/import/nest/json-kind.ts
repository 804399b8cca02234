import type { Json } from "../endpoint.js";

/** Unlike `Array.isArray` it knows that the array is JSON. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !isList(value);

export type JsonKind = "string" | "int" | "float" | "boolean" | "null" | "list" | "object";

export function kindOf(value: Json | undefined): JsonKind | undefined {
  if (value === undefined) return undefined;
  if (value === null) return "null";
  if (isList(value)) return "list";
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(value) ? "int" : "float";
    default:
      return "object";
  }
}
