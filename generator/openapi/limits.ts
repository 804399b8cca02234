import type { Bounds, Field, Scalar, TypeRef } from "../model/model.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";

/** The limits of an input field as the keywords that its kind of value has. */
export function limits({ type, bounds }: Field): JsonObject {
  if (type.kind === "array") return record(items(bounds));
  if (type.kind !== "scalar") return {};
  return record(keywords(type.name, bounds));
}

function items({ minItems, maxItems }: Bounds): Record<string, number | undefined> {
  return { minItems, maxItems };
}

function keywords(name: Scalar, bounds: Bounds): Record<string, number | undefined> {
  const { min, max, minLength, maxLength } = bounds;
  if (name === "string") return { minLength, maxLength };
  if (name === "int" || name === "float") return { minimum: min, maximum: max };
  return {};
}

/** What JSON Schema has no keyword for, or what is not for the reader of a reply to enforce. */
export function limitNotes({ type, bounds }: Field, enforced: boolean): JsonObject {
  const noted = enforced ? {} : limitsAsNotes(type, bounds);
  const text = type.kind === "scalar" && type.name === "string";
  return record({
    ...noted,
    "x-minimum": text || !enforced ? bounds.min : undefined,
    "x-maximum": text || !enforced ? bounds.max : undefined,
    "x-max-bytes": bounds.maxBytes,
  });
}

function limitsAsNotes(type: TypeRef, bounds: Bounds): Record<string, number | undefined> {
  if (type.kind === "array") {
    return { "x-min-items": bounds.minItems, "x-max-items": bounds.maxItems };
  }
  return { "x-min-length": bounds.minLength, "x-max-length": bounds.maxLength };
}
