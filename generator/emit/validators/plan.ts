import type { Direction, Field, TypeRef } from "../../model/model.js";
import type { Module } from "../module.js";
import { checkRef, enumValues, inputRef, isEnum, outputRef } from "../symbols.js";
import { expectation, limits, wrongKind, type Limit } from "./shape.js";

/**
 * How one value is checked, as data. `is.ts` and `check.ts` write it down in their two ways, so
 * that the two cannot disagree.
 */
export interface Plan {
  /** The expression that reads the value. */
  readonly value: string;
  /** The way to it, as code: `["list", i]` without the brackets. */
  readonly path: string;
  /** True when the value counts as there; undefined when it must be there. */
  readonly present: string | undefined;
  /** True of a value of the wrong kind; undefined when any value will do. */
  readonly wrong: string | undefined;
  readonly expected: string;
  readonly code: "enum" | undefined;
  /** The function that checks an object. */
  readonly check: string | undefined;
  readonly limits: readonly Limit[];
  /** In replies a value that is not documented counts only at the level strict. */
  readonly closed: { readonly broken: string; readonly expected: string } | undefined;
  readonly items: Items | undefined;
}

/** What a list or a map holds. */
export interface Items {
  /** `for (let i = 0; i < list.length; i++)` */
  readonly head: string;
  /** A line that names the item, where it must be read once. */
  readonly bind: string | undefined;
  readonly plan: Plan;
}

interface Place {
  readonly value: string;
  readonly path: string;
  readonly present: string | undefined;
}

export function plan(field: Field, place: Place, direction: Direction, module: Module): Plan {
  const bounds = direction === "input" ? field.bounds : {};
  return {
    ...valuePlan(field.type, place, direction, module, 0),
    limits: limits(field.type, bounds, place.value, module),
  };
}

function valuePlan(
  type: TypeRef,
  place: Place,
  direction: Direction,
  module: Module,
  depth: number,
): Plan {
  const isInput = direction === "input";
  const ref = type.kind === "object" && (isInput ? inputRef(type.of) : outputRef(type.of));
  return {
    ...place,
    wrong: wrongKind(type, place.value, direction, module),
    expected: expectation(type, direction, module),
    code: type.kind === "enum" && isInput ? "enum" : undefined,
    check: ref ? module.value(checkRef(ref)) : undefined,
    limits: [],
    closed:
      type.kind === "enum" && !isInput
        ? {
            broken: `!${module.value(isEnum(type.of))}(${place.value})`,
            expected: module.value(enumValues(type.of)),
          }
        : undefined,
    items: items(type, place, direction, module, depth),
  };
}

function items(
  type: TypeRef,
  { value, path }: Place,
  direction: Direction,
  module: Module,
  depth: number,
): Items | undefined {
  if (type.kind !== "array" && type.kind !== "map") return undefined;
  const [isArray, isInput] = [type.kind === "array", direction === "input"];
  const index = "ijklmn".charAt(depth % 6);
  const read = `${value}[${index}]`;
  const nested = type.of.kind === "array" || type.of.kind === "map";
  const name = nested ? `inner${depth === 0 ? "" : depth}` : read;
  // In a map as in an object: what is absent, or null in a reply, is no entry.
  const present = isArray ? undefined : isInput ? `${name} !== undefined` : `${name} != null`;
  const inner = { value: name, path: `${path}, ${index}`, present };
  return {
    head: isArray
      ? `for (let ${index} = 0; ${index} < ${value}.length; ${index}++)`
      : `for (const ${index} of Object.keys(${value}))`,
    bind: nested ? `const ${name} = ${read};` : undefined,
    plan: valuePlan(type.of, inner, direction, module, depth + 1),
  };
}

/** Whether the check hands its level on to another. */
export const passesLevel = ({ check, items }: Plan): boolean =>
  check !== undefined || (items !== undefined && passesLevel(items.plan));

/** Nothing to test: any value will do. */
export const isIdle = ({ wrong, limits, closed, items, present }: Plan): boolean =>
  wrong === undefined &&
  limits.length === 0 &&
  closed === undefined &&
  items === undefined &&
  present !== undefined;
