import { hint, nearest } from "../diagnostics/nearest.js";
import type { Key } from "../source.js";
import { isList, type FieldSpecs } from "./fields.js";
import type { EnumSpec, FieldSpec, TypeText } from "./grammar.js";
import type { Spec } from "./spec.js";
import { describe, list } from "./words.js";

export interface Misfit {
  readonly path: readonly Key[];
  readonly reason: string;
  readonly on: "key" | "value";
}

type Direction = "input" | "output";
type Misfits = readonly Misfit[];

/** Every place where an example does not fit what the spec says. */
export function misfits(
  spec: Spec,
  field: FieldSpec,
  value: unknown,
  direction: Direction,
): Misfits {
  const found = typeMisfits(spec, field.type, field, value, direction);
  return found.length > 0 ? found : boundMisfits(field, value);
}

/** An object against its fields; a request may have no others and needs the required ones. */
export function fieldsMisfits(
  spec: Spec,
  fields: FieldSpecs,
  value: unknown,
  direction: Direction,
): Misfits {
  if (!isRecord(value)) return [wrong("an object", value)];
  const isInput = direction === "input";
  const names = Object.keys(fields);
  const unknown = isInput ? Object.keys(value).filter((key) => !Object.hasOwn(fields, key)) : [];
  const meant = new Set(unknown.map((key) => nearest(key, names)));
  const found: Misfit[] = [];
  for (const [wire, field] of Object.entries(fields)) {
    const inner = Object.hasOwn(value, wire) ? value[wire] : undefined;
    const isNeeded = isInput && field.required === true && field.when === undefined;
    if (inner === undefined && isNeeded && !meant.has(wire))
      found.push({ path: [wire], reason: "it is required, but missing", on: "value" });
    if (inner === undefined || (inner === null && !isInput)) continue;
    if (isInput && field.unusable === true)
      found.push({ path: [wire], reason: "it is marked as not to be used", on: "key" });
    for (const misfit of under(wire, misfits(spec, field, inner, direction))) found.push(misfit);
  }
  for (const key of unknown) {
    if (spec.lost.mayHold(key)) continue;
    const near = hint(key, names);
    found.push({ path: [key], reason: `there is no such field.${near}`, on: "key" });
  }
  return found;
}

function typeMisfits(
  spec: Spec,
  type: TypeText,
  field: FieldSpec,
  value: unknown,
  direction: Direction,
): Misfits {
  if (typeof type === "string") return namedMisfits(spec, type, field, value, direction);
  const inside = (key: Key, item: unknown, of: TypeText) =>
    under(key, typeMisfits(spec, of, field, item, direction));
  if (isList(type))
    return Array.isArray(value)
      ? value.flatMap((item, i) => inside(i, item, type[0]))
      : [wrong("a list", value)];
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) => inside(key, item, type.map))
    : [wrong("an object", value)];
}

function namedMisfits(
  spec: Spec,
  type: string,
  field: FieldSpec,
  value: unknown,
  direction: Direction,
): Misfits {
  const fields = type === "object" ? (field.fields ?? {}) : spec.types.get(type)?.value.fields;
  if (fields !== undefined) return fieldsMisfits(spec, fields, value, direction);
  const values = spec.enums.get(type);
  if (values !== undefined) return enumMisfits(values.value, value);
  const kind = KINDS.get(type);
  return kind === undefined || kind.test(value) ? [] : [wrong(kind.name, value)];
}

const KINDS: ReadonlyMap<string, { name: string; test: (value: unknown) => boolean }> = new Map([
  ["string", { name: "text", test: (value) => typeof value === "string" }],
  ["int", { name: "a whole number", test: Number.isSafeInteger }],
  ["float", { name: "a number", test: Number.isFinite }],
  ["boolean", { name: "true or false", test: (value) => typeof value === "boolean" }],
  ["file", { name: "a file's name", test: (value) => typeof value === "string" }],
]);

function enumMisfits({ values }: EnumSpec, value: unknown): Misfits {
  const known = Object.values(values).map((member) => member.value);
  if (known.some((member) => member === value)) return [];
  return [wrong(list(known.map((member) => describe(member) ?? "")), value)];
}

function boundMisfits(field: FieldSpec, value: unknown): Misfit[] {
  const { min, max, minLength, maxLength, minItems, maxItems } = field;
  if (Array.isArray(value)) return outside(value.length, minItems, maxItems, "items");
  if (typeof value === "number") return outside(value, min, max, "");
  if (typeof value !== "string") return [];
  const hasRange = min !== undefined || max !== undefined;
  const numeric = hasRange ? outside(Number(value), min, max, "") : [];
  return [...numeric, ...outside([...value].length, minLength, maxLength, "characters")];
}

function outside(size: number, low = -Infinity, high = Infinity, what: string): Misfit[] {
  if (size >= low && size <= high) return [];
  const bound = size > high ? `at most ${high}` : `at least ${low}`;
  const got = Number.isNaN(size) ? "no number" : String(size);
  return [{ path: [], reason: `expected ${`${bound} ${what}`.trim()}, got ${got}`, on: "value" }];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wrong = (expected: string, value: unknown): Misfit => ({
  path: [],
  reason: `expected ${expected}, got ${isRecord(value) ? "an object" : (describe(value) ?? "nothing")}`,
  on: "value",
});

const under = (key: Key, found: Misfits): Misfits =>
  found.map(({ path, ...rest }) => ({ path: [key, ...path], ...rest }));
