import type { Direction, Field, Scalar, TypeRef } from "../../model/model.js";
import { unreachable } from "../../unreachable.js";
import type { Module } from "../module.js";
import { inputRef, isEnum, isRef, outputRef, runtime } from "../symbols.js";
import { isStricter } from "./strictness.js";

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
    case "object": {
      const is = module.value(
        isRef(direction === "input" ? inputRef(type.of) : outputRef(type.of)),
      );
      return `!${is}(${value}${isStricter(type.of, direction) ? ", strict" : ""})`;
    }
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

/** A type in words: `a string`. */
export function kindText(type: TypeRef): string {
  if (type.kind === "scalar") return SCALARS[type.name].text;
  if (type.kind === "enum") return SCALARS[type.of.base].text;
  return type.kind === "array" ? "an array" : "an object";
}

/** Scalars in words, and the runtime's check that says these words. */
export const SCALARS: Readonly<Record<Scalar, { readonly text: string; readonly check: string }>> =
  {
    string: { text: "a string", check: "checkString" },
    int: { text: "an integer", check: "checkInteger" },
    float: { text: "a number", check: "checkNumber" },
    boolean: { text: "true or false", check: "checkBoolean" },
    file: { text: "a file", check: "checkFile" },
    any: { text: "a value", check: "checkValue" },
  };

/** A rule on the size of a value of the right kind. */
export interface Limit {
  /** What proves to the compiler that the value has such a size. */
  readonly proof: string;
  /** Whether a value of the right kind needs the proof: `Number.isFinite` and its like tell the compiler nothing. */
  readonly needsProof: boolean;
  /** True of a value that is outside. */
  readonly broken: string;
  readonly expected: string;
  readonly code: "range" | "length";
}

export function limits(
  { type, bounds }: Field,
  direction: Direction,
  value: string,
  module: Module,
): Limit[] {
  if (direction === "output") return [];
  const call = (file: string, name: string) => `${module.value(runtime(file, name))}(${value})`;
  const { min, max, minLength, maxLength, minItems, maxItems, maxBytes } = bounds;
  const limit = (low: number | undefined, high: number | undefined, of: () => Sized): Limit[] =>
    low === undefined && high === undefined ? [] : [outside(low, high, of())];
  if (type.kind === "array") {
    return limit(minItems, maxItems, () => ({
      proof: call("issues", "isList"),
      size: `${value}.length`,
      unit: "items",
      code: "length",
    }));
  }
  if (type.kind !== "scalar") return [];
  if (type.name === "int" || type.name === "float") {
    const proof = `typeof ${value} === "number"`;
    return limit(min, max, () => ({
      proof,
      needsProof: true,
      size: value,
      unit: "",
      code: "range",
    }));
  }
  if (type.name === "file") {
    return limit(undefined, maxBytes, () => ({
      proof: call("measure", "isFile"),
      size: call("measure", "byteSize"),
      unit: "bytes",
      code: "length",
    }));
  }
  if (type.name !== "string") return [];
  const proof = `typeof ${value} === "string"`;
  return [
    ...limit(min, max, () => ({
      proof,
      size: call("measure", "numeric"),
      unit: "as a number",
      code: "range",
    })),
    ...limit(minLength, maxLength, () => ({
      proof,
      size: call("measure", "codePoints"),
      unit: "characters",
      code: "length",
    })),
  ];
}

interface Sized extends Pick<Limit, "proof" | "code"> {
  readonly needsProof?: boolean;
  readonly size: string;
  readonly unit: string;
}

function outside(
  low: number | undefined,
  high: number | undefined,
  { proof, needsProof = false, size, unit, code }: Sized,
): Limit {
  const inside = [
    low !== undefined && `${size} >= ${low}`,
    high !== undefined && `${size} <= ${high}`,
  ].filter((test) => typeof test === "string");
  const words = [low !== undefined && `at least ${low}`, high !== undefined && `at most ${high}`];
  const expected = `${words.filter(Boolean).join(" and ")} ${unit}`.trim();
  // Written as a negation, so that what is no number at all is outside.
  return { proof, needsProof, broken: `!(${inside.join(" && ")})`, expected, code };
}
