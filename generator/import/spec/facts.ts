import type { FieldSpecs } from "../../lint/fields.js";
import type { FieldSpec } from "../../lint/grammar.js";
import { INPUT_KEYS } from "./shape.js";

/** The keys of a field in the order in which specs write them. */
const ORDER: readonly (keyof FieldSpec)[] = [
  ...([
    "type",
    "required",
    "as",
    "always",
    "label",
    "doc",
    "unit",
    "when",
    "requiredWhen",
  ] as const),
  ...(["min", "max", "minLength", "maxLength", "minItems", "maxItems", "maxBytes"] as const),
  ...(["example", "default", "deprecated", "unusable", "extra", "keep", "fields"] as const),
];

/** Absent facts are absent keys. */
export function ordered(
  facts: { readonly [K in keyof FieldSpec]: FieldSpec[K] | undefined } & {
    readonly type: FieldSpec["type"];
  },
): FieldSpec {
  const entries = ORDER.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]]));
  // The same keys and values as before, without those that are undefined.
  return Object.fromEntries(entries) as unknown as FieldSpec;
}

/** Of a field that several operations share, the words that the first of them gave. */
const WORDS = ["label", "doc", "unit", "when", "example", "default", "deprecated"] as const;

const pick = (field: FieldSpec, keys: readonly (keyof FieldSpec)[]): Partial<FieldSpec> =>
  Object.fromEntries(
    keys.flatMap((key) => (field[key] === undefined ? [] : ([[key, field[key]]] as const))),
  );

/** What is checked comes from those who send the fields, the words from whoever came first. */
export function merged(page: FieldSpecs, known: FieldSpecs, isSent: boolean): FieldSpecs {
  return Object.fromEntries(
    Object.entries(page).map(([wire, field]) => {
      const old = Object.hasOwn(known, wire) ? known[wire] : undefined;
      if (old === undefined || field.keep !== undefined) return [wire, field];
      const fields = field.fields && merged(field.fields, old.fields ?? {}, isSent);
      const checks = pick(isSent ? field : old, INPUT_KEYS);
      const words = { ...pick(field, WORDS), ...pick(old, WORDS) };
      if (field.doc === undefined) delete words.doc;
      return [wire, ordered({ type: field.type, ...words, ...checks, fields })];
    }),
  );
}

/** What the spec goes on knowing of a type: no page takes a field out of it. */
export const united = (page: FieldSpecs, known: FieldSpecs): FieldSpecs => ({
  ...page,
  ...Object.fromEntries(Object.entries(known).filter(([wire]) => !Object.hasOwn(page, wire))),
});
