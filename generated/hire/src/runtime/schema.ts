import { find } from "./issues.js";
import type { Check, Issue } from "./issues.js";
import type { Level } from "./settings.js";

export type { Level } from "./settings.js";

/** The verdict on a value: the same value, now typed, or everything that is wrong with it. */
export type SchemaResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** The part that forms and routers read: Standard Schema, version 1. */
export interface StandardSchema<T> {
  readonly version: 1;
  readonly vendor: "larkgen";
  readonly validate: (value: unknown) => SchemaResult<T>;
  /** Never there at run time; it carries the type for inference. */
  readonly types?: { readonly input: T; readonly output: T } | undefined;
}

/** A documented type as something to check values with. Values are never copied, coerced or changed. */
export interface Schema<T> {
  /** Checks at the level `documented`, without allocating on a valid value. */
  readonly is: (value: unknown) => value is T;
  /** The same at the level `strict`. */
  readonly isStrict: (value: unknown) => value is T;
  /** Collects every issue; the level is `documented` unless told, and `off` accepts anything. */
  readonly validate: (
    value: unknown,
    options?: { readonly level?: Level | undefined },
  ) => SchemaResult<T>;
  readonly "~standard": StandardSchema<T>;
}

/** Joins the generated predicate and the generated check of one type. */
export function schema<T>(
  passes: (value: unknown, strict?: boolean) => value is T,
  check: Check,
): Schema<T> {
  // Alone, so that nothing else that a caller hands over, an index say, is taken for a level.
  const is = (value: unknown): value is T => passes(value);
  const isStrict = (value: unknown): value is T => passes(value, true);
  const validate: Schema<T>["validate"] = (value, { level = "documented" } = {}) => {
    const strict = level === "strict";
    // Mostly nothing is wrong, and the predicate is the fastest way to know it. With "off" the caller
    // vouches for the value.
    if (level === "off" || passes(value, strict)) return { value: value as T };
    const issues = find(check, value, strict);
    // Sound: there are issues whenever the predicate does not hold.
    return issues.length > 0 ? { issues } : { value: value as T };
  };
  const standard = (value: unknown) => validate(value);
  return {
    is,
    isStrict,
    validate,
    "~standard": { version: 1, vendor: "larkgen", validate: standard },
  };
}
