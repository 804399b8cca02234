import { pascalCase } from "../../model/names.js";
import type { Field } from "../endpoint.js";
import { membersOf, valuesOf } from "./members.js";

/**
 * An input with conditions is exported as a union whose variants are called after the members of an
 * enum: these words, after the object's own name, cannot name the type of one of its fields as well.
 */
export function variantWords(fields: readonly Field[]): ReadonlySet<string> {
  const siblings = new Set(
    fields.flatMap(({ when = [], requiredWhen = [] }) =>
      [...when, ...requiredWhen].flatMap(({ sibling, is }) => (Array.isArray(is) ? [sibling] : [])),
    ),
  );
  const tags = fields.filter(({ name }) => siblings.has(name));
  const members = tags.flatMap(({ options = [], type }) => {
    const isNumber = type.kind === "scalar" && type.name !== "string";
    return Object.keys(membersOf(valuesOf(options, isNumber) ?? [], undefined, false));
  });
  return new Set(members.length === 0 ? [] : [...members, "Other", "Untagged", "Base"]);
}

/** Whether the type of a field would be called like a variant. */
export const isVariant = (words: ReadonlySet<string>, name: string): boolean =>
  words.has(pascalCase(name));
