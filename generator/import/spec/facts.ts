import type { FieldSpecs } from "../../lint/fields.js";
import type { FieldSpec } from "../../lint/grammar.js";
import { INPUT_KEYS } from "./shape.js";

/** The keys of a field in the order in which specs write them. */
export const FIELD_KEYS = [
  ...(["type", "required", "as", "always", "label", "doc", "unit"] as const),
  ...(["when", "requiredWhen"] as const),
  ...(["min", "max", "minLength", "maxLength", "minItems", "maxItems", "maxBytes"] as const),
  ...(["example", "default", "deprecated", "unusable", "extra", "keep", "fields"] as const),
] as const satisfies readonly (keyof FieldSpec)[];

/** Absent facts are absent keys. */
export function ordered(
  facts: { readonly [K in keyof FieldSpec]: FieldSpec[K] | undefined } & {
    readonly type: FieldSpec["type"];
  },
): FieldSpec {
  const field: Record<string, unknown> = {};
  for (const key of FIELD_KEYS) if (facts[key] !== undefined) field[key] = facts[key];
  // The same keys and values as before, without those that are undefined.
  return field as unknown as FieldSpec;
}

const pick = (field: FieldSpec, keys: readonly (keyof FieldSpec)[]): Partial<FieldSpec> =>
  Object.fromEntries(
    keys.flatMap((key) => (field[key] === undefined ? [] : ([[key, field[key]]] as const))),
  );

/** The fields of a page under the checks of those who send them. */
export function checkedBy(known: FieldSpecs, page: FieldSpecs): FieldSpecs {
  return Object.fromEntries(
    Object.entries(page).map(([wire, field]) => {
      const old = Object.hasOwn(known, wire) ? known[wire] : undefined;
      if (old === undefined || field.keep !== undefined) return [wire, field];
      const words = { ...field };
      for (const key of INPUT_KEYS) delete words[key];
      const fields = field.fields && checkedBy(old.fields ?? {}, field.fields);
      return [wire, ordered({ ...words, ...pick(old, INPUT_KEYS), fields })];
    }),
  );
}

/** What the spec goes on knowing of a type: no page takes a field out of it, or a unit. */
export const united = (page: FieldSpecs, known: FieldSpecs): FieldSpecs => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(page).map(([wire, field]) => {
      const unit = Object.hasOwn(known, wire) ? known[wire]?.unit : undefined;
      return [wire, unit === undefined ? field : { unit, ...field }];
    }),
  ),
});
