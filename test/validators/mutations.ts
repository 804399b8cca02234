import type { Place } from "./samples.js";
import { TEMPTING } from "./tempting.js";

/** Another value at one place. */
export interface Mutation {
  readonly what: string;
  readonly value: unknown;
}

/** What may stand at a place besides what stands there. */
export function mutations({ type, field }: Place, there: unknown): Mutation[] {
  // Neither has JSON files.
  if (isFile(type)) return [];
  const files = type.kind === "array" && isFile(type.of);
  // A number in a text is checked, but no JSON Schema can say so.
  const isNumeric = field?.bounds.min !== undefined || field?.bounds.max !== undefined;
  const texts = type.kind === "scalar" && type.name === "string" && isNumeric;
  const of = type.kind === "array" ? type.of : type;
  const members = of.kind === "enum" ? of.of.members.map(({ value }) => value) : [];
  const lists = type.kind === "array" ? members.map((value) => [value]) : members;
  const grown = isRecord(there)
    ? [
        { ...there, zzz: 1 },
        { ...there, zzz: undefined },
      ]
    : [];
  const repeated = Array.isArray(there) ? [[...there, ...there], Array(3), [...there, null]] : [];
  const tempting = Object.entries(TEMPTING).map(([what, make]) => ({ what, value: make() }));
  const others = [...lists, ...grown, ...(repeated as unknown[])];
  return [...tempting, ...others.map((value) => ({ what: show(value), value }))].filter(
    ({ value }) => !(texts && typeof value === "string") && !(files && Array.isArray(value)),
  );
}

const isFile = (type: Place["type"]) => type.kind === "scalar" && type.name === "file";

/** A copy with another value at a place; undefined when the way there is blocked. */
export function replaced(value: unknown, path: Place["path"], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    const copy = [...(value as unknown[])];
    copy[Number(key)] = replaced(copy[Number(key)], rest, by);
    return copy;
  }
  const record = isRecord(value) ? value : {};
  const inner = Object.hasOwn(record, key) ? record[key] : undefined;
  return { ...record, [key]: replaced(inner, rest, by) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array);

const show = (value: unknown): string =>
  typeof value === "number" ? String(value) : (JSON.stringify(value)?.slice(0, 60) ?? "nothing");
