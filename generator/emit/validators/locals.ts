import type { Field } from "../../model/model.js";
import { camelCase } from "../../model/names.js";
import { isIdentifier, key } from "../escape.js";

/** Names that a validator's body uses for itself, and words that JavaScript keeps. */
const TAKEN = new Set(
  (
    "value strict issues name i j k l m expected within unknownKey isUnknown notApplicable unusable isRecord isList isFile " +
    "codePoints numeric byteSize Number Array Object arguments async await break case catch class const continue debugger " +
    "default delete do else enum eval export extends false finally for function if implements import in " +
    "instanceof interface let new null package private protected public return static super switch this " +
    "throw true try typeof undefined var void while with yield NaN Infinity"
  ).split(" "),
);

/** A field's variable in the function that checks its object. */
export type Locals = (field: Field) => string;

/** Every field in a variable of its own, so that a getter is read once. */
export function locals(fields: readonly Field[], property: (field: Field) => string): Locals {
  const names = new Map<string, string>();
  const taken = new Set(TAKEN);
  for (const field of fields) {
    const plain = isIdentifier(property(field))
      ? property(field)
      : camelCase(field.wire) || "field";
    let name = plain;
    while (taken.has(name) || /^(?:is|check)[A-Z]/u.test(name)) name += "_";
    taken.add(name);
    names.set(property(field), name);
  }
  return (field) => names.get(property(field)) ?? property(field);
}

/** `const { a, "b-c": bC } = value;` */
export function destructure(
  fields: readonly Field[],
  property: (field: Field) => string,
  local: Locals,
): string {
  const parts = fields.map((field) => {
    const name = property(field);
    return local(field) === name ? name : `${key(name)}: ${local(field)}`;
  });
  return `const { ${parts.join(", ")} } = value;`;
}
