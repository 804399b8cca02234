import { nearest } from "./nearest.js";
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

/**
 * Finds every issue of a value; undefined when there is none. `strict` adds fields that do not
 * apply and, in replies, unknown keys.
 */
export type Check = (value: unknown, strict: boolean) => Issue[] | undefined;

/** True for what JSON calls an object: no null, no array, no function. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for arrays; unlike `Array.isArray` it leaves the items unknown. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The object's own value of a key that every object may inherit, `constructor` say. */
export const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** Whether a key that no type names counts: inherited keys and undefined values do not. */
export const isUnknown = (value: Readonly<Record<string, unknown>>, key: string): boolean =>
  own(value, key) !== undefined;

/**
 * Adds "expected `what`, got …" to `issues`, which may still be undefined, and returns them. The
 * code is `required` for an absent value, else `type`.
 */
export function expected(
  issues: Issue[] | undefined,
  path: Issue["path"],
  what: string,
  value: unknown,
  code: IssueCode = value === undefined ? "required" : "type",
): Issue[] {
  return add(issues, path, code, `expected ${what}, got ${kind(value)}`, what);
}

/**
 * Adds issues `found` inside a part of the value, if any, putting its key before their paths. The
 * array `found` is taken over.
 */
export function within(
  issues: Issue[] | undefined,
  found: Issue[] | undefined,
  key: string | number,
): Issue[] | undefined {
  if (found === undefined) return issues;
  for (const issue of found) {
    // Sound: the issue is as new as `found`, nobody else has seen it. To write beats `unshift`.
    (issue as { path: Issue["path"] }).path = [key, ...issue.path];
    issues?.push(issue);
  }
  return issues ?? found;
}

/** Adds an unknown key, with the known one it resembles. Inherited keys and undefined values are none. */
export function unknownKey(
  issues: Issue[] | undefined,
  value: Readonly<Record<string, unknown>>,
  key: string,
  known: readonly string[],
): Issue[] | undefined {
  if (own(value, key) === undefined) return issues;
  const meant = nearest(key, known);
  const hint = meant === undefined ? "" : `, did you mean "${meant}"?`;
  return add(issues, [key], "unknown", `unknown key${hint}`, meant ?? "nothing");
}

/** Adds the keys of a reply that its page does not have. Null, which means absent, is none. */
export function undocumentedKeys(
  issues: Issue[] | undefined,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Issue[] | undefined {
  let all = issues;
  for (const [key, held] of Object.entries(value))
    if (held != null && !known.includes(key))
      all = add(all, [key], "unknown", "undocumented key", "nothing");
  return all;
}

/** Adds a field that stands although its condition, say `assessment_type is 1 (Scoring)`, does not hold. */
export function notApplicable(
  issues: Issue[] | undefined,
  path: Issue["path"],
  when: string,
): Issue[] {
  return add(issues, path, "notApplicable", `applies only when ${when}`, `nothing unless ${when}`);
}

/** Adds a field that the vendor's page says not to use. */
export function unusable(issues: Issue[] | undefined, path: Issue["path"]): Issue[] {
  return add(issues, path, "unusable", "documented as not to be used", "nothing");
}

/** Where an issue is, for people: `list[0].score`; keys cleaned and shortened. */
export function pathText(path: Issue["path"]): string {
  const parts = path.map((key, at) =>
    typeof key === "number" ? `[${key}]` : `${at > 0 ? "." : ""}${plain(key, 64)}`,
  );
  return parts.join("");
}

function add(
  issues: Issue[] = [],
  path: Issue["path"],
  code: IssueCode,
  message: string,
  what: string,
): Issue[] {
  issues.push({ path, code, message, expected: what });
  return issues;
}

function kind(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (value === "") return "an empty string";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  if (typeof value !== "number" || Number.isSafeInteger(value)) return `a ${typeof value}`;
  if (Number.isInteger(value)) return "an integer beyond 2^53";
  return Number.isFinite(value) ? "a fraction" : String(value);
}
