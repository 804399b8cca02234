import { baseType, type FieldSpecs } from "../../lint/fields.js";
import type { FieldSpec } from "../../lint/grammar.js";
import { changed } from "./told.js";
import { FIELD_KEYS } from "../spec/facts.js";
import { ordered, own, record } from "./order.js";
import type { Report, Spot } from "./place.js";
import { agreed } from "./words.js";
import type { Plain } from "./yaml/scalar.js";
import { isEqual } from "./yaml/value.js";

/** What the page of an operation says. */
export interface Claim<T> {
  readonly operation: string;
  readonly value: T;
}

/** What pages say of a set of fields. */
export interface Claims {
  readonly given: readonly Claim<FieldSpecs>[];
  /** How many other pages could have said what stands there. */
  readonly others: number;
}

type Key = (typeof FIELD_KEYS)[number];

/** Where a page is silent about these, a person may have known more. */
const OURS: ReadonlySet<Key> = new Set([
  ...([
    "always",
    "as",
    "label",
    "doc",
    "when",
    "requiredWhen",
    "example",
    "extra",
    "keep",
  ] as const),
]);

/** Never taken from a page when there is one. */
const KEPT: ReadonlySet<Key> = new Set(["always", "as", "doc", "extra", "keep"]);

/** Fields as pages say they are, with everything that only a person can have written. */
export function mergeFields(
  there: FieldSpecs | undefined,
  claims: Claims,
  spot: Spot,
  report: Report,
): FieldSpecs {
  const wanted = ordered(
    [],
    claims.given.flatMap(({ value }) => Object.keys(value)),
  );
  const names = ordered(Object.keys(there ?? {}), wanted);
  return record(
    names.map((name) => {
      const field = own(there, name);
      const given = saidOf(claims.given, (fields) => own(fields, name));
      const at = spot.field(name);
      if (field === undefined) {
        const isRefused = report.isRefused(at.origins);
        if (there !== undefined && !isRefused && at.site !== undefined)
          report.notes.push(`${at.name}: new`);
        return [name, isRefused ? undefined : merged(undefined, given, 0, at, report)];
      }
      const isOurs = field.keep !== undefined || report.isExcused(at.origins);
      if (isOurs) return [name, field];
      const silent = claims.given.filter(({ value }) => own(value, name) === undefined);
      if (silent.length > 0 && field.extra === undefined && at.site !== undefined)
        report.warn("field-gone", at.site, { place: at.name, operations: operationsOf(silent) });
      if (given.length === 0) return [name, field];
      if (field.extra !== undefined && claims.others === 0 && silent.length === 0) {
        const { extra: _, ...known } = field;
        report.notes.push(`${at.name}: "extra" is removed, as the page has the field now`);
        return [name, merged(known, given, claims.others, at, report)];
      }
      return [name, merged(field, given, claims.others, at, report)];
    }),
  );
}

/** `note.get, note.list` */
export const operationsOf = (claims: readonly Claim<unknown>[]): string =>
  [...new Set(claims.map(({ operation }) => operation))].join(", ");

/** Those parts of claims that there are. */
const saidOf = <T, P>(
  claims: readonly Claim<T>[],
  part: (value: T) => P | undefined,
): readonly Claim<P>[] =>
  claims.flatMap(({ operation, value }) => {
    const said = part(value);
    return said === undefined ? [] : [{ operation, value: said }];
  });

function merged(
  there: FieldSpec | undefined,
  given: readonly Claim<FieldSpec>[],
  others: number,
  spot: Spot,
  report: Report,
): FieldSpec {
  const facts = new Map<Key, unknown>();
  for (const key of FIELD_KEYS) {
    if (there?.[key] === undefined && given.every(({ value }) => value[key] === undefined))
      continue;
    const value =
      key === "fields"
        ? inner(there, given, others, spot, report)
        : fact(key, there?.[key], given, others);
    if (value !== undefined) facts.set(key, value);
    // Fields inside tell of themselves.
    const isTold = there !== undefined && (key !== "fields" || value === undefined);
    if (isTold && value !== there[key])
      report.notes.push(`${spot.name}: ${changed(key, there[key], value)}`);
  }
  const keys = ordered(Object.keys(there ?? {}), [...facts.keys()]);
  // Each value was taken from a field, under its own key; the type stands in each of them.
  return record(keys.map((key) => [key, facts.get(key as Key)])) as unknown as FieldSpec;
}

/** What a key says after merging; undefined when it goes, or never was there. */
function fact(
  key: Key,
  there: unknown,
  given: readonly Claim<FieldSpec>[],
  others: number,
): unknown {
  const said = given.map(({ value }) => value[key]).filter((value) => value !== undefined);
  const [first] = said;
  if (there === undefined) {
    // What the example of a few is says nothing of a type that many use.
    const isRare = key === "example" && said.length * 2 < given.length + others;
    return isRare ? undefined : first;
  }
  if (others > 0 || KEPT.has(key)) return there;
  // Whatever a field has is JSON.
  if (said.some((value) => isEqual(value as Plain, there as Plain))) return there;
  // A shared type has a word for all its uses, which is on no page.
  if (key === "label" && agreed(given.map(({ value }) => value.label)) === undefined) return there;
  return first ?? (OURS.has(key) ? there : undefined);
}

function inner(
  there: FieldSpec | undefined,
  given: readonly Claim<FieldSpec>[],
  others: number,
  spot: Spot,
  report: Report,
): FieldSpecs | undefined {
  const said = saidOf(given, ({ fields }) => fields);
  if (said.length === 0)
    return given.some(({ value }) => baseType(value.type) === "object") ? there?.fields : undefined;
  const at = spot.inside("fields");
  return mergeFields(there?.fields, { given: said, others }, at, report);
}
