import type { Direction, Field, ObjectType, TypeRef } from "../../generator/model/model.js";

/** A place in a value, and the field that the spec has for it; undefined for the value itself. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly field: Field | undefined;
  readonly type: TypeRef;
}

const DEPTH = 4;

/** A value made of the fields' examples: of all fields, or of those that must be there. */
export function sample(
  type: ObjectType,
  direction: Direction,
  isFull: boolean,
  depth = 0,
): Record<string, unknown> {
  const fields = type.fields.filter(
    (field) =>
      isNeeded(field, direction) || (isFull && depth < DEPTH && isUsable(field, direction)),
  );
  return Object.fromEntries(
    fields.map((field) => [keyOf(field, direction), valueOf(field, direction, isFull, depth)]),
  );
}

export const isUsable = (field: Field, direction: Direction): boolean =>
  direction === "output" || !field.unusable;

export const isNeeded = (field: Field, direction: Direction): boolean =>
  direction === "output" ? field.always : field.required && !field.unusable;

export const keyOf = (field: Field, direction: Direction): string =>
  direction === "input" ? field.property : field.wire;

function valueOf(field: Field, direction: Direction, isFull: boolean, depth: number): unknown {
  const { type, example, bounds } = field;
  if (example !== undefined) return structuredClone(example);
  const value = ofType(type, direction, isFull, depth + 1);
  if (type.kind === "array" && Array.isArray(value))
    return Array.from({ length: Math.max(1, bounds.minItems ?? 1) }, () => value[0] as unknown);
  if (typeof value === "number") return Math.max(value, bounds.min ?? value);
  if (typeof value === "string" && type.kind === "scalar")
    return bounds.min === undefined ? value.padEnd(bounds.minLength ?? 0, "x") : String(bounds.min);
  return value;
}

function ofType(type: TypeRef, direction: Direction, isFull: boolean, depth: number): unknown {
  switch (type.kind) {
    case "scalar":
      return SCALARS[type.name]();
    case "enum":
      return type.of.members[0]?.value;
    case "object":
      return sample(type.of, direction, isFull, depth);
    case "array":
      return [ofType(type.of, direction, isFull, depth)];
    case "map":
      return { key: ofType(type.of, direction, isFull, depth) };
  }
}

const SCALARS = {
  string: () => "x",
  int: () => 1,
  float: () => 0.5,
  boolean: () => true,
  file: () => new Uint8Array(1),
  any: () => ({ a: [null] }),
};

/** Every place inside a sample, itself first. */
export function* places(value: unknown, type: TypeRef, direction: Direction): Iterable<Place> {
  yield* visit(value, { path: [], field: undefined, type }, direction);
}

function* visit(value: unknown, place: Place, direction: Direction): Iterable<Place> {
  yield place;
  const { type, path } = place;
  if (type.kind === "object") {
    for (const field of type.of.fields) {
      const key = keyOf(field, direction);
      const inner = { path: [...path, key], field, type: field.type };
      yield* visit((value as Record<string, unknown> | undefined)?.[key], inner, direction);
    }
  } else if ((type.kind === "array" || type.kind === "map") && typeof value === "object") {
    for (const [key, item] of Object.entries(value ?? {})) {
      const index = type.kind === "array" ? Number(key) : key;
      yield* visit(item, { path: [...path, index], field: undefined, type: type.of }, direction);
    }
  }
}
