import { isUnknown, own } from "./issues.js";
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
  { issues }: Findings,
  code: IssueCode,
  what: string,
  value: unknown,
  key?: Key,
  index?: Key,
): void {
  issues.push({
    path: path(key, index),
    code: value === undefined ? "required" : code,
    message: `expected ${what}, got ${kind(value)}`,
    expected: what,
  });
}

/** Puts the key and the index of a value before the paths of what was found in it, since `start`. */
export function below({ issues }: Findings, start: number, key?: Key, index?: Key): void {
  if (key === undefined) return;
  for (let i = start; i < issues.length; i++) {
    const issue = issues[i];
    // Sound: the issue is new, nobody else has seen it yet.
    if (issue) (issue as { path: Issue["path"] }).path = [...path(key, index), ...issue.path];
  }
}

const path = (key?: Key, index?: Key): Issue["path"] =>
  key === undefined ? [] : index === undefined ? [key] : [key, index];

/** Adds a key that is none of the `known`, with the one it resembles. Inherited keys and undefined values are none. */
export function unknownKey(
  { issues }: Findings,
  value: Readonly<Record<string, unknown>>,
  key: string,
  known: readonly string[],
): void {
  if (!isUnknown(value, key)) return;
  const meant = nearest(key, known);
  const hint = meant === undefined ? "" : `, did you mean "${meant}"?`;
  const message = `unknown key${hint}`;
  issues.push({ path: [key], code: "unknown", message, expected: meant ?? "nothing" });
}

/** Adds the keys of a reply that its page does not have. Null, which means absent, is none. */
export function undocumentedKeys(
  { issues }: Findings,
  value: Readonly<Record<string, unknown>>,
  knows: (name: string) => boolean,
): void {
  for (const key in value) {
    if (knows(key) || own(value, key) == null) continue;
    const message = "undocumented key";
    issues.push({ path: [key], code: "unknown", message, expected: "nothing" });
  }
}

/** Adds a field that stands although its condition, say `assessment_type is 1 (Scoring)`, does not hold. */
export function notApplicable({ issues }: Findings, when: string, key: string): void {
  const message = `applies only when ${when}`;
  issues.push({ path: [key], code: "notApplicable", message, expected: `nothing unless ${when}` });
}

/** Adds a field that the vendor's page says not to use. */
export function unusable({ issues }: Findings, key: string): void {
  const message = "documented as not to be used";
  issues.push({ path: [key], code: "unusable", message, expected: "nothing" });
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
