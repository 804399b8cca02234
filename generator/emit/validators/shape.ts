import type { Bounds, Direction, Scalar, TypeRef } from "../../model/model.js";
import { unreachable } from "../../unreachable.js";
import { literal } from "../escape.js";
import type { Module } from "../module.js";
import { enumValues, inputRef, isEnum, isRef, outputRef, runtime } from "../symbols.js";

/** The expression that is true of a value of the wrong kind; undefined when any value will do. */
export function wrongKind(
  type: TypeRef,
  value: string,
  direction: Direction,
  module: Module,
): string | undefined {
  switch (type.kind) {
    case "scalar":
      return wrongScalar(type.name, value, module);
    case "enum":
      // The server may send values that are newer than the documentation.
      if (direction === "output") return wrongScalar(type.of.base, value, module);
      return `!${module.value(isEnum(type.of))}(${value})`;
    case "object":
      return `!${module.value(isRef(direction === "input" ? inputRef(type.of) : outputRef(type.of)))}(${value})`;
    case "array":
      return `!${module.value(runtime("issues", "isList"))}(${value})`;
    case "map":
      return `!${module.value(runtime("issues", "isRecord"))}(${value})`;
    default:
      return unreachable(type);
  }
}

function wrongScalar(name: Scalar, value: string, module: Module): string | undefined {
  switch (name) {
    case "string":
    case "boolean":
      return `typeof ${value} !== "${name}"`;
    case "int":
      return `!Number.isSafeInteger(${value})`;
    case "float":
      return `!Number.isFinite(${value})`;
    case "file":
      return `!${module.value(runtime("measure", "isFile"))}(${value})`;
    case "any":
      return undefined;
    default:
      return unreachable(name);
  }
}

/** The expression that stands for what would be right, in words. */
export function expectation(type: TypeRef, direction: Direction, module: Module): string {
  if (type.kind === "enum" && direction === "input") return module.value(enumValues(type.of));
  return literal(kindText(type));
}

export function kindText(type: TypeRef): string {
  if (type.kind === "scalar") return SCALARS[type.name];
  if (type.kind === "enum") return SCALARS[type.of.base];
  return type.kind === "array" ? "an array" : "an object";
}

const SCALARS: Readonly<Record<Scalar, string>> = {
  string: "a string",
  int: "an integer",
  float: "a number",
  boolean: "true or false",
  file: "a file",
  any: "a value",
};

/** A rule on the size of a value of the right kind. */
export interface Limit {
  /** True of a value of the right kind that is outside. */
  readonly broken: string;
  /** Whether the test is false of an absent value. */
  readonly guarded: boolean;
  readonly expected: string;
  readonly code: "range" | "length";
}

export function limits(type: TypeRef, bounds: Bounds, value: string, module: Module): Limit[] {
  const call = (name: string) => `${module.value(runtime("measure", name))}(${value})`;
  const { min, max, minLength, maxLength, minItems, maxItems, maxBytes } = bounds;
  const limit = (low: number | undefined, high: number | undefined, of: () => Sized): Limit[] =>
    low === undefined && high === undefined ? [] : [outside(low, high, of())];
  if (type.kind === "array") {
    return limit(minItems, maxItems, () => ({
      size: `${value}.length`,
      unit: "items",
      code: "length",
    }));
  }
  if (type.kind !== "scalar") return [];
  if (type.name === "int" || type.name === "float") {
    // `Number.isFinite` and its like tell the compiler nothing.
    const guard = `typeof ${value} === "number"`;
    return limit(min, max, () => ({ guard, size: value, unit: "", code: "range" }));
  }
  if (type.name === "file") {
    return limit(undefined, maxBytes, () => ({
      size: call("byteSize"),
      unit: "bytes",
      code: "length",
    }));
  }
  if (type.name !== "string") return [];
  return [
    ...limit(min, max, () => ({
      size: call("numeric"),
      unit: "as a number",
      code: "range",
    })),
    ...limit(minLength, maxLength, () => ({
      size: call("codePoints"),
      unit: "characters",
      code: "length",
    })),
  ];
}

interface Sized {
  /** What proves to the compiler that the value has such a size; by then it has the right kind. */
  readonly guard?: string;
  readonly size: string;
  readonly unit: string;
  readonly code: Limit["code"];
}

function outside(
  low: number | undefined,
  high: number | undefined,
  { guard, size, unit, code }: Sized,
): Limit {
  const inside = [
    low !== undefined && `${size} >= ${low}`,
    high !== undefined && `${size} <= ${high}`,
  ].filter((test) => typeof test === "string");
  const words = [low !== undefined && `at least ${low}`, high !== undefined && `at most ${high}`];
  const expected = `${words.filter(Boolean).join(" and ")} ${unit}`.trim();
  // Written as a negation, so that what is no number at all is outside.
  const outside = `!(${inside.join(" && ")})`;
  return {
    broken: guard ? `${guard} && ${outside}` : outside,
    guarded: guard !== undefined,
    expected,
    code,
  };
}
