import { isList } from "../../model/json.js";
import type { Json } from "../endpoint.js";

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
