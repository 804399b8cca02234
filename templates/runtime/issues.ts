import { plain } from "./text.js";

/**
 * Which rule a value broke. `notApplicable`, and `unknown` in replies, come up at the level
 * `strict` only.
 */
export type IssueCode =
  "type" | "required" | "enum" | "range" | "length" | "unknown" | "notApplicable" | "unusable";

/** One difference between a value and its documentation. It never holds the value, which may be personal. */
export interface Issue {
  /** Keys and indexes from the checked value down to the place; empty for the value itself. */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  /** A phrase for people, without the path: `expected a string, got null`. */
  readonly message: string;
  /** What would have been right, in words: `a string`, `1 (Failed) or 2 (Passed)`. */
  readonly expected: string;
}

/** A key of an object or an index of a list. */
export type Key = Issue["path"][number];

/** What has been found so far. */
export interface Findings {
  readonly issues: Issue[];
  /** Also look for fields that do not apply and, in replies, for unknown keys and values. */
  readonly strict: boolean;
}

/** Adds every issue of a value; the key is where it stands. */
export type Check = (out: Findings, value: unknown, key?: Key) => void;

/** All issues of a value. */
export function find(check: Check, value: unknown, strict: boolean): Issue[] {
  const issues: Issue[] = [];
  check({ issues, strict }, value);
  return issues;
}

/** True for what JSON calls an object: no null, no array, no function. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for arrays; unlike `Array.isArray` it leaves the items unknown. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Whether a key that no type names counts: what is inherited, undefined or equals `absent` does not. */
export function isUnknown(
  value: Readonly<Record<string, unknown>>,
  key: string,
  absent?: null,
): boolean {
  const held = own(value, key);
  return held !== undefined && held !== absent;
}

/** The object's own value of a key that every object may inherit, `constructor` say. */
export const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** Where an issue is, for people: `list[0].score`; keys cleaned and shortened. */
export function pathText(path: Issue["path"]): string {
  const parts = path.map((key, at) =>
    typeof key === "number" ? `[${key}]` : `${at > 0 ? "." : ""}${plain(key, 64)}`,
  );
  return parts.join("");
}
