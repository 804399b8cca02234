import type { Direction, Field, TypeRef } from "../../model/model.js";
import type { Module } from "../module.js";
import { isEnum } from "../symbols.js";
import { limits, wrongKind, type Limit } from "./shape.js";

/** What a predicate asks of one value, as data; `is.ts` writes it down. */
export interface Plan {
  /** The expression that reads the value. */
  readonly value: string;
  /** True when the value counts as there; undefined when it must be there. */
  readonly present: string | undefined;
  /** True of a value of the wrong kind; undefined when any value will do. */
  readonly wrong: string | undefined;
  /** True of a value that is newer than the documentation; undefined when none can be, or nobody minds. */
  readonly undocumented: string | undefined;
  readonly limits: readonly Limit[];
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

type Place = Pick<Plan, "value" | "present">;

export function plan(field: Field, place: Place, direction: Direction, module: Module): Plan {
  return {
    ...valuePlan(field.type, place, direction, module, 0),
    limits: limits(field, direction, place.value, module),
  };
}

function valuePlan(
  type: TypeRef,
  place: Place,
  direction: Direction,
  module: Module,
  depth: number,
): Plan {
  return {
    ...place,
    wrong: wrongKind(type, place.value, direction, module),
    undocumented:
      type.kind === "enum" && direction === "output"
        ? `!${module.value(isEnum(type.of))}(${place.value})`
        : undefined,
    limits: [],
    items: items(type, place.value, direction, module, depth),
  };
}

function items(
  type: TypeRef,
  value: string,
  direction: Direction,
  module: Module,
  depth: number,
): Items | undefined {
  if (type.kind !== "array" && type.kind !== "map") return undefined;
  const [isArray, isInput] = [type.kind === "array", direction === "input"];
  const index = "ijklmn".charAt(depth % 6);
  const read = `${value}[${index}]`;
  // What is looked at more than once is read once.
  const nested = !isArray || isRepeated(type.of, direction);
  const name = nested ? `inner${depth === 0 ? "" : depth}` : read;
  // In a map as in an object: what is absent, or null in a reply, is no entry.
  const present = isArray ? undefined : isInput ? `${name} !== undefined` : `${name} != null`;
  return {
    head: isArray
      ? `for (let ${index} = 0; ${index} < ${value}.length; ${index}++)`
      : `for (const ${index} of Object.keys(${value}))`,
    bind: nested ? `const ${name} = ${read};` : undefined,
    plan: valuePlan(type.of, { value: name, present }, direction, module, depth + 1),
  };
}

/** Whether the tests of a value read it more than once. */
const isRepeated = ({ kind }: TypeRef, direction: Direction): boolean =>
  kind === "array" || kind === "map" || (kind === "enum" && direction === "output");

/** Nothing to test: any value will do. */
export const isIdle = ({ wrong, limits, items, present }: Plan): boolean =>
  wrong === undefined && limits.length === 0 && items === undefined && present !== undefined;
