import type { EnumModel } from "../model/model.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";
import { description } from "./text.js";

export function enumType({ base }: EnumModel): "string" | "integer" {
  return base === "int" ? "integer" : "string";
}

/** The named schema of an enum: its values and no others. */
export function enumSchema(type: EnumModel, annotated: boolean): JsonObject {
  const values = { type: enumType(type), enum: type.members.map((member) => member.value) };
  return annotated
    ? { ...record({ description: description(type) }), ...values, ...names(type) }
    : values;
}

/** The values of an enum as documentation: the server may send others, so nothing is closed. */
export function enumFacts(type: EnumModel): JsonObject {
  return { "x-extensible-enum": type.members.map((member) => member.value), ...names(type) };
}

/** The spellings that generators of clients know; both lists run parallel to the values. */
function names({ members }: EnumModel): JsonObject {
  const deprecated = members.filter((member) => member.deprecated).map((member) => member.value);
  return record({
    "x-enum-varnames": members.map((member) => member.name),
    "x-enum-descriptions": members.map((member) => description(member) ?? member.name),
    "x-enum-deprecated": deprecated.length > 0 ? deprecated : undefined,
  });
}
