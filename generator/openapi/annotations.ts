import type { Direction, Field } from "../model/model.js";
import { conditionNotes } from "./conditions.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";
import { limitNotes } from "./limits.js";
import { description } from "./text.js";

/** What the document says of a field beyond the values it takes. */
export function facts(field: Field, direction: Direction): JsonObject {
  return record({
    description: description(field),
    default: field.default,
    examples: field.example === undefined ? undefined : [field.example],
    // Tools that do not know `x-unusable` should at least strike the field through.
    deprecated: field.deprecated || field.unusable ? true : undefined,
    ...limitNotes(field, direction === "input"),
    "x-when": conditionNotes(field.when),
    "x-required-when": conditionNotes(field.requiredWhen),
    "x-unit": field.unit,
    "x-unusable": field.unusable ? true : undefined,
  });
}
