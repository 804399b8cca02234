import { isList, isRecord, isUnknown, own } from "./issues.js";
import type { Check, Findings, Issue, IssueCode, Key } from "./issues.js";
import { isFile } from "./measure.js";
import { nearest } from "./nearest.js";

export const checkString: Check = (out, value, key, index) => {
  if (typeof value !== "string") mismatch(out, "a string", value, key, index);
};

export const checkInteger: Check = (out, value, key, index) => {
  if (!Number.isSafeInteger(value)) mismatch(out, "an integer", value, key, index);
};

export const checkNumber: Check = (out, value, key, index) => {
  if (!Number.isFinite(value)) mismatch(out, "a number", value, key, index);
};

export const checkBoolean: Check = (out, value, key, index) => {
  if (typeof value !== "boolean") mismatch(out, "true or false", value, key, index);
};

export const checkFile: Check = (out, value, key, index) => {
  if (!isFile(value)) mismatch(out, "a file", value, key, index);
};

/** Anything but nothing will do. */
export const checkValue: Check = (out, value, key, index) => {
  if (value === undefined) mismatch(out, "a value", value, key, index);
};

/** The check of an object: that it is one, and what `check` finds in it, below the object's own keys. */
export const object =
  (check: (out: Findings, value: Readonly<Record<string, unknown>>) => void): Check =>
  (out, value, key, index) => {
    if (!isRecord(value)) return mismatch(out, "an object", value, key, index);
    const start = out.issues.length;
    check(out, value);
    below(out, start, key, index);
  };

/** The check of a value that may be newer than the documentation: `documented` is asked when strict. */
export const open =
  (kind: Check, documented: Check): Check =>
  (out, value, key, index) => {
    const start = out.issues.length;
    kind(out, value, key, index);
    if (out.strict && out.issues.length === start) documented(out, value, key, index);
  };

/** A list, and each of its items. */
export function checkList(out: Findings, value: unknown, check: Check, key: Key): void {
  if (!isList(value)) return mismatch(out, "an array", value, key);
  for (let i = 0; i < value.length; i++) check(out, value[i], key, i);
}

/** An object with any keys, and each of its values; those that equal `absent` are none. */
export function checkMap(
  out: Findings,
  value: unknown,
  check: Check,
  key: Key,
  absent?: null,
): void {
  if (!isRecord(value)) return mismatch(out, "an object", value, key);
  for (const name of Object.keys(value)) {
    const held = value[name];
    if (held !== undefined && held !== absent) check(out, held, key, name);
  }
}

/** The check of a list or a map within another, which has an index in place of a key. */
export const inner =
  (check: (out: Findings, value: unknown, index: Key) => void): Check =>
  (out, value, key, index = 0) => {
    const start = out.issues.length;
    check(out, value, index);
    below(out, start, key);
  };

/** Adds that the value is not `what`; the code is `required` for one that is absent. */
export const mismatch = (
  out: Findings,
  what: string,
  value: unknown,
  key?: Key,
  index?: Key,
): void => broken(out, "type", what, value, key, index);

/** Adds that the value breaks a rule of that code. */
export function broken(
  out: Findings,
  code: IssueCode,
  what: string,
  value: unknown,
  key?: Key,
  index?: Key,
): void {
  const message = `expected ${what}, got ${kind(value)}`;
  add(out, path(key, index), value === undefined ? "required" : code, message, what);
}

function add(
  { issues }: Findings,
  path: Issue["path"],
  code: IssueCode,
  message: string,
  expected = "nothing",
): void {
  issues.push({ path, code, message, expected });
}

/** Puts the key and the index of a value before the paths of what was found in it, since `start`. */
function below({ issues }: Findings, start: number, key?: Key, index?: Key): void {
  if (key === undefined) return;
  for (let i = start; i < issues.length; i++) {
    const issue = issues[i];
    // Sound: the issue is new, nobody else has seen it yet.
    if (issue) (issue as { path: Issue["path"] }).path = [...path(key, index), ...issue.path];
  }
}

const path = (key?: Key, index?: Key): Issue["path"] =>
  key === undefined ? [] : index === undefined ? [key] : [key, index];

/** Adds keys that are none of the `known`, with those they resemble. Inherited keys and undefined values are none. */
export function unknownKeys(
  out: Findings,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const key in value) {
    if (known.includes(key) || !isUnknown(value, key)) continue;
    const meant = nearest(key, known);
    add(out, [key], "unknown", `unknown key${meant ? `, did you mean "${meant}"?` : ""}`, meant);
  }
}

/** Adds the keys of a reply that its page does not have. Null, which means absent, is none. */
export function undocumentedKeys(
  out: Findings,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  for (const key in value)
    if (!known.includes(key) && own(value, key) != null)
      add(out, [key], "unknown", "undocumented key");
}

/** Adds a field that stands although its condition, say `assessment_type is 1 (Scoring)`, does not hold. */
export const notApplicable = (out: Findings, when: string, key: string): void =>
  add(out, [key], "notApplicable", `applies only when ${when}`, `nothing unless ${when}`);

/** Adds a field that the vendor's page says not to use. */
export const unusable = (out: Findings, key: string): void =>
  add(out, [key], "unusable", "documented as not to be used");

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
