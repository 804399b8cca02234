import type { Field } from "../../model/model.js";
import { camelCase } from "../../model/names.js";
import { isIdentifier, key, literal } from "../escape.js";
import { isReserved } from "../reserved-words.js";

/** Names that a validator's body uses for itself. */
const TAKEN = new Set(
  (
    "out value strict name i j k l m n mismatch notApplicable own isRecord isList isUnknown isFile " +
    "codePoints numeric byteSize Number Object"
  ).split(" "),
);

/** Names of other functions of the module, and of the items of inner lists. */
const IMPORTED = /^(?:(?:is|check|hasMoreThan)[A-Z][A-Za-z0-9]*|inner\d*)$/u;

/** A field's variable in the function that checks its object. */
export type Locals = (field: Field) => string;

/** A variable for every field: a predicate reads a getter once. */
export function locals(fields: readonly Field[], property: (field: Field) => string): Locals {
  const names = new Map<string, string>();
  const taken = new Set(TAKEN);
  for (const field of fields) {
    const plain = isIdentifier(property(field))
      ? property(field)
      : camelCase(field.wire) || "field";
    let name = plain;
    while (taken.has(name) || isReserved(name) || IMPORTED.test(name)) name += "_";
    taken.add(name);
    names.set(property(field), name);
  }
  return (field) => names.get(property(field)) ?? property(field);
}

/** `const { a, "b-c": bC } = value;` What every object inherits counts only as its own. */
export function destructure(
  fields: readonly Field[],
  property: (field: Field) => string,
  local: Locals,
  own: () => string,
): string[] {
  const isInherited = (field: Field) => Object.hasOwn(Object.prototype, property(field));
  const plain = fields.filter((field) => !isInherited(field));
  const inherited = fields
    .filter(isInherited)
    .map((field) => `const ${local(field)} = ${own()}(value, ${literal(property(field))});`);
  const rest = plain.length > 0 ? [`const ${pattern(plain, property, local)} = value;`] : [];
  return [...rest, ...inherited];
}

/** `{ a, "b-c": bC }` */
export function pattern(
  fields: readonly Field[],
  property: (field: Field) => string,
  local: Locals,
): string {
  const parts = fields.map((field) => {
    const name = property(field);
    return local(field) === name ? name : `${key(name)}: ${local(field)}`;
  });
  return `{ ${parts.join(", ")} }`;
}
