import type { FieldSpecs } from "../../lint/fields.js";
import { isList } from "../../lint/fields.js";
import type { EnumSpec, FieldSpec } from "../../lint/grammar.js";
import type { Held, Names } from "./names.js";

/** A type without the names that a spec gives it: only these may differ in silence. */
export interface Shape {
  /** From the outside in. */
  readonly around: readonly ("list" | "map")[];
  /** `string`, `int`, `object`, …; of an enum that of its values. */
  readonly kind: string;
  readonly fields: Held<FieldSpecs> | undefined;
  readonly members: Held<EnumSpec> | undefined;
}

export function shapeOf({ type, fields }: FieldSpec, names: Names): Shape {
  const around: ("list" | "map")[] = [];
  let inner = type;
  while (typeof inner !== "string") {
    around.push(isList(inner) ? "list" : "map");
    inner = isList(inner) ? inner[0] : inner.map;
  }
  const members = names.enum(inner);
  const inside = fields ? { value: fields, site: undefined, isShared: false } : names.type(inner);
  const kind = members ? kindOf(members.value) : inside ? "object" : inner;
  return { around, kind, fields: inside, members };
}

const kindOf = ({ values }: EnumSpec): string =>
  Object.values(values).every(({ value }) => typeof value === "number") ? "int" : "string";

/** As a spec writes it: `[int]`, `{ map: [object] }`. */
export function shapeText({ around, kind }: Shape): string {
  const open = around.map((layer) => (layer === "list" ? "[" : "{ map: ")).join("");
  const close = around.toReversed().map((layer) => (layer === "list" ? "]" : " }"));
  return open + kind + close.join("");
}
