import type { Direction, Field, TypeRef } from "../../model/model.js";
import { unreachable } from "../../unreachable.js";
import { literal } from "../escape.js";
import type { Module } from "../module.js";
import { checkEnum, checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { limits, SCALARS } from "./shape.js";

/** What finds the issues of a field's value. */
interface Found {
  /** The expression for those of its kind. */
  readonly first: string;
  /** Statements that add those of its bounds to `found`. */
  readonly more: readonly string[];
}

/** Undefined when any value will do. */
export function foundLines(
  field: Field,
  value: string,
  isNeeded: boolean,
  direction: Direction,
  module: Module,
): Found | undefined {
  const { type } = field;
  if (type.kind === "scalar" && type.name === "any" && !isNeeded) return undefined;
  const more = limits(field, direction, value, module).map(({ proof, broken, expected, code }) => {
    const report = `${module.value(runtime("issues", "expected"))}(found, [], ${literal(expected)}, ${value}, "${code}")`;
    // The size of a list says nothing about its items; else one issue a value is enough.
    const first = type.kind === "array" ? "" : "found === undefined && ";
    return `if (${first}${proof} && ${broken}) found = ${report};`;
  });
  return { first: issuesOf(type, value, direction, module), more };
}

/** The expression for all issues of a value, undefined when there are none. */
export function issuesOf(
  type: TypeRef,
  value: string,
  direction: Direction,
  module: Module,
): string {
  const expect = (name: string) => module.value(runtime("expect", `expect${name}`));
  switch (type.kind) {
    case "scalar":
      return `${checkOf(type, direction, module)}(${value})`;
    case "object":
      return `${checkOf(type, direction, module)}(${value}, strict)`;
    case "enum": {
      const documented = `${module.value(checkEnum(type.of))}(${value})`;
      if (direction === "input") return documented;
      // The server may send values that are newer than the documentation.
      return `${expect(SCALARS[type.of.base].check)}(${value}) ?? (strict ? ${documented} : undefined)`;
    }
    case "array":
      return `${expect("List")}(${value}, ${checkOf(type.of, direction, module)}, strict)`;
    case "map": {
      const absent = direction === "input" ? "" : ", null";
      return `${expect("Map")}(${value}, ${checkOf(type.of, direction, module)}, strict${absent})`;
    }
    default:
      return unreachable(type);
  }
}

/** The function that checks values of a type: one that there is, where there is one. */
function checkOf(type: TypeRef, direction: Direction, module: Module): string {
  const isInput = direction === "input";
  if (type.kind === "scalar")
    return module.value(runtime("expect", `expect${SCALARS[type.name].check}`));
  if (type.kind === "object")
    return module.value(checkRef(isInput ? inputRef(type.of) : outputRef(type.of)));
  if (type.kind === "enum" && isInput) return module.value(checkEnum(type.of));
  return `(item, strict) => ${issuesOf(type, "item", direction, module)}`;
}

/** Whether the issues of a value depend on the level, or on values that do. */
export const usesLevel = ({ kind }: TypeRef, direction: Direction): boolean =>
  kind === "object" ||
  kind === "array" ||
  kind === "map" ||
  (kind === "enum" && direction === "output");
