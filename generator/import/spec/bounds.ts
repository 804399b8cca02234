import { baseType, isList } from "../../lint/fields.js";
import type { FieldSpec, TypeText } from "../../lint/grammar.js";
import { losesDigits } from "../../load/plain.js";
import type { Field } from "../endpoint.js";
import type { Context } from "./context.js";

const BOUNDS = [
  ...(["min", "max", "minLength", "maxLength", "minItems", "maxItems", "maxBytes"] as const),
] as const;
type Bound = (typeof BOUNDS)[number];
type Bounds = Pick<FieldSpec, Bound>;

const KINDS: ReadonlyMap<string, readonly Bound[]> = new Map<string, readonly Bound[]>([
  ["string", ["min", "max", "minLength", "maxLength"]],
  ["int", ["min", "max"]],
  ["float", ["min", "max"]],
  ["file", ["maxBytes"]],
  ["list", ["minItems", "maxItems"]],
]);

const PAIRS = [
  ["min", "max"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
] as const;

/** The limits that the linter lets a field of this kind have. */
export function boundsOf(context: Context, field: Field, type: TypeText): Bounds {
  const allowed = KINDS.get(isList(type) ? "list" : typeof type === "string" ? type : "map") ?? [];
  const isEnum = /^[A-Z]/u.test(baseType(type));
  const kept = new Map<Bound, number>();
  for (const bound of BOUNDS) {
    const value = field[bound];
    if (value === undefined) continue;
    const reason = !allowed.includes(bound)
      ? "a field of this kind has no such limit"
      : isWritable(bound, value)
        ? undefined
        : "it is no number that a spec can hold";
    if (reason === undefined) kept.set(bound, value);
    // The values of an enum say more than any limit.
    else if (!isEnum) context.leaveOut(field.at, `${bound} of "${field.name}"`, reason);
  }
  for (const [low, high] of PAIRS) {
    if ((kept.get(low) ?? -Infinity) <= (kept.get(high) ?? Infinity)) continue;
    const what = `${low} and ${high} of "${field.name}"`;
    context.leaveOut(field.at, what, "the smallest value is larger than the largest");
    kept.delete(low);
    kept.delete(high);
  }
  return Object.fromEntries(kept);
}

function isWritable(bound: Bound, value: number): boolean {
  if (losesDigits(value, String(value))) return false;
  return bound === "min" || bound === "max" || (Number.isSafeInteger(value) && value >= 0);
}
