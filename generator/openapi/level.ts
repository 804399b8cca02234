import type { Direction, ObjectType } from "../model/model.js";
import { byName, definitions } from "./definitions.js";
import { fieldsSchema, type JsonSchema, type Level } from "./schema.js";

/**
 * What a value must be at a level of checking, as a JSON Schema 2020-12 on its own. Properties
 * have the names of the input object. Not expressed: `min` and `max` of a number in a string, and
 * that null in a reply counts as absent; whoever compares drops such keys first.
 */
export function levelSchema(
  type: ObjectType,
  { direction, level }: { readonly direction: Direction; readonly level: Level },
): JsonSchema {
  const style = { direction, level, form: "check", home: "#/$defs/" } as const;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...fieldsSchema(type.fields, style),
    $defs: byName(definitions(type.fields, style)),
  };
}
