import { baseType, isList, type FieldSpecs } from "../../lint/fields.js";
import type { FieldSpec, TypeText } from "../../lint/grammar.js";
import type { Misfit } from "../../lint/misfit.js";
import type { Spec } from "../../lint/spec.js";
import { covers } from "../exceptions.js";
import type { Context } from "./context.js";

/** Fields as they will be: where an exception speaks of one, it stays as the spec has it. */
export function withExcused(
  context: Context,
  fields: FieldSpecs,
  before: FieldSpecs | undefined,
  at: string,
): FieldSpecs {
  if (before === undefined) return fields;
  const own = context.known.spec.exceptions.filter(({ name }) => name === context.id);
  const judges = Object.entries(fields).flatMap(([wire, field]): [string, FieldSpec][] => {
    const there = Object.hasOwn(before, wire) ? before[wire] : undefined;
    const excuse = own.find(({ value }) => covers(value.at, `${at}.${wire}`));
    if (excuse === undefined) {
      if (field.fields === undefined) return [[wire, field]];
      const inner = withExcused(context, field.fields, there?.fields, `${at}.${wire}`);
      return [[wire, { ...field, fields: inner }]];
    }
    return there === undefined ? [] : [[wire, { keep: excuse.value.reason, ...there }]];
  });
  return Object.fromEntries(judges);
}

/** A field that stays as a person wrote it. */
export interface Kept {
  /** Why import must not touch it. */
  readonly keep: string;
  readonly path: Misfit["path"];
}

/** The outermost field on the way to a place that a person protects. */
export function keptOn(spec: Spec, fields: FieldSpecs, path: Misfit["path"]): Kept | undefined {
  let here = fields;
  let around: TypeText = "object";
  for (const [i, step] of path.entries()) {
    // A place in a list, or a key of a map.
    if (typeof around !== "string") {
      around = isList(around) ? around[0] : around.map;
      continue;
    }
    const field: FieldSpec | undefined = Object.hasOwn(here, step) ? here[step] : undefined;
    if (field === undefined) return undefined;
    if (field.keep !== undefined) return { keep: field.keep, path: path.slice(0, i + 1) };
    around = field.type;
    here = field.fields ?? spec.types.get(baseType(field.type))?.value.fields ?? {};
  }
  return undefined;
}
