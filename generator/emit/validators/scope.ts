import type { Direction, Field, ObjectType } from "../../model/model.js";
import type { Module } from "../module.js";
import { inputRef, outputRef, runtime } from "../symbols.js";
import { destructure, locals, type Locals } from "./locals.js";
import { plan, type Plan } from "./plan.js";

/** What the functions for one type and direction have in common. */
export interface Scope {
  readonly type: ObjectType;
  readonly direction: Direction;
  readonly module: Module;
  readonly name: string;
  readonly property: (field: Field) => string;
  readonly local: Locals;
  readonly plans: ReadonlyMap<Field, Plan>;
  /** The name of the function that finds keys which no field has. */
  readonly hasMore: string;
  /** Whether that function serves both directions, and is told what counts as absent. */
  readonly isShared: boolean;
}

export function scopeOf(type: ObjectType, direction: Direction, module: Module): Scope {
  const isInput = direction === "input";
  const { name } = isInput ? inputRef(type) : outputRef(type);
  const property = (field: Field) => (isInput ? field.property : field.wire);
  const local = locals(type.fields, property);
  const checked = type.fields.filter((field) => !(isInput && field.unusable));
  const plans = new Map(
    checked.map((field) => {
      const value = local(field);
      const needed = isInput ? field.required : field.always;
      // In replies null means absent.
      const present = needed ? undefined : isInput ? `${value} !== undefined` : `${value} != null`;
      return [field, plan(field, { value, present }, direction, module)];
    }),
  );
  const isBoth = type.directions.has("input") && type.directions.has("output");
  const isShared = isBoth && type.fields.every((field) => field.property === field.wire);
  const hasMore = `hasMoreThan${isShared ? outputRef(type).name : name}`;
  return { type, direction, module, name, property, local, plans, hasMore, isShared };
}

/** The vendor says not to use it; replies may still have it. */
export const isUnusable = (field: Field, { direction }: Scope): boolean =>
  direction === "input" && field.unusable;

/** As one statement: ts-morph would set blocks apart by blank lines. */
export const lines = (...text: readonly string[]): string[] => [text.join("\n")];

/** Variables for the fields in question, and for those that conditions name. */
export function destructured(scope: Scope, isRead: (field: Field) => boolean): string[] {
  const { type, direction, property, local, module } = scope;
  const asked = direction === "output" ? [] : type.fields.filter(({ unusable }) => !unusable);
  const siblings = asked.flatMap(({ when, requiredWhen }) =>
    [...when, ...requiredWhen].map(({ sibling }) => sibling),
  );
  const read = inOrder(scope, [...type.fields.filter(isRead), ...siblings]);
  return destructure(read, property, local, () => module.value(runtime("issues", "own")));
}

/** The same fields, each once, in the order of the type. */
export function inOrder({ type, property }: Scope, fields: readonly Field[]): Field[] {
  const names = new Set(fields.map(property));
  return type.fields.filter((field) => names.has(property(field)));
}
