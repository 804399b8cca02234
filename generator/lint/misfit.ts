import type { EnumSpec, FieldSpec, TypeText } from "./grammar.js";
import { isList, type FieldSpecs } from "./fields.js";
import type { Spec } from "./spec.js";
import type { Key } from "../load/source.js";

export interface Misfit {
  readonly path: readonly Key[];
  readonly expected: string;
  readonly received: string;
}

type Direction = "input" | "output";

/** The first place where an example does not fit what the spec says. */
export function misfit(
  spec: Spec,
  field: FieldSpec,
  value: unknown,
  direction: Direction,
): Misfit | undefined {
  return typeMisfit(spec, field.type, field, value, direction) ?? boundMisfit(field, value);
}

/** An object against its fields; a request may have no others and needs the required ones. */
export function fieldsMisfit(
  spec: Spec,
  fields: FieldSpecs,
  value: unknown,
  direction: Direction,
): Misfit | undefined {
  if (!isRecord(value)) return wrong("an object", value);
  for (const [wire, field] of Object.entries(fields)) {
    const inner = Object.hasOwn(value, wire) ? value[wire] : undefined;
    if (inner === undefined || (inner === null && direction === "output")) {
      if (direction === "input" && field.required === true)
        return under(wire, wrong("a value", undefined));
      continue;
    }
    const found = misfit(spec, field, inner, direction);
    if (found !== undefined) return under(wire, found);
  }
  if (direction === "output") return undefined;
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  return unknown === undefined
    ? undefined
    : { path: [unknown], expected: "no such field", received: "one" };
}

function typeMisfit(
  spec: Spec,
  type: TypeText,
  field: FieldSpec,
  value: unknown,
  direction: Direction,
): Misfit | undefined {
  const items = (entries: Iterable<readonly [Key, unknown]>, of: TypeText) => {
    for (const [key, item] of entries) {
      const found = typeMisfit(spec, of, field, item, direction);
      if (found !== undefined) return under(key, found);
    }
    return undefined;
  };
  if (isList(type))
    return Array.isArray(value) ? items(value.entries(), type[0]) : wrong("a list", value);
  if (typeof type !== "string")
    return isRecord(value) ? items(Object.entries(value), type.map) : wrong("an object", value);
  if (type === "object") return fieldsMisfit(spec, field.fields ?? {}, value, direction);
  const object = spec.types.get(type);
  if (object !== undefined) return fieldsMisfit(spec, object.value.fields, value, direction);
  const values = spec.enums.get(type);
  if (values !== undefined) return enumMisfit(values.value, value);
  const kind = KINDS[type];
  return kind === undefined || kind.test(value) ? undefined : wrong(kind.name, value);
}

const KINDS: Readonly<Record<string, { name: string; test: (value: unknown) => boolean }>> = {
  string: { name: "text", test: (value) => typeof value === "string" },
  int: { name: "a whole number", test: Number.isSafeInteger },
  float: { name: "a number", test: Number.isFinite },
  boolean: { name: "true or false", test: (value) => typeof value === "boolean" },
  file: { name: "a file's name", test: (value) => typeof value === "string" },
};

function enumMisfit({ values }: EnumSpec, value: unknown): Misfit | undefined {
  const known = Object.values(values).map((member) => member.value);
  return known.some((member) => member === value) ? undefined : wrong(known.join(" or "), value);
}

function boundMisfit(field: FieldSpec, value: unknown): Misfit | undefined {
  const { min, max, minLength, maxLength, minItems, maxItems } = field;
  if (Array.isArray(value)) return outside(value.length, minItems, maxItems, "items");
  if (typeof value === "number") return outside(value, min, max, "");
  if (typeof value !== "string") return undefined;
  const numeric =
    min === undefined && max === undefined ? undefined : outside(Number(value), min, max, "");
  return numeric ?? outside([...value].length, minLength, maxLength, "characters");
}

function outside(size: number, low = -Infinity, high = Infinity, what: string): Misfit | undefined {
  if (size >= low && size <= high) return undefined;
  const bound = size < low ? `at least ${low}` : `at most ${high}`;
  return { path: [], expected: `${bound} ${what}`.trim(), received: String(size) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wrong = (expected: string, value: unknown): Misfit => ({
  path: [],
  expected,
  received: describe(value),
});

const under = (key: Key, { path, ...rest }: Misfit): Misfit => ({ path: [key, ...path], ...rest });

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "an object";
  return JSON.stringify(value)?.slice(0, 60) ?? typeof value;
}
