import type { Findings, Issue, IssueCode, Key } from "./issues.js";

/** Adds that the value is not `what`; the code is `required` for one that is absent. */
export const mismatch = (out: Findings, what: string, value: unknown, key?: Key): void =>
  broken(out, "type", what, value, key);

/** Adds that the value breaks a rule of that code. */
export const broken = (
  out: Findings,
  code: IssueCode,
  what: string,
  value: unknown,
  key?: Key,
): void =>
  add(
    out,
    key,
    value === undefined ? "required" : code,
    `expected ${what}, got ${kind(value)}`,
    what,
  );

/** Adds a field that stands although its condition, say `assessment_type is 1 (Scoring)`, does not hold. */
export const notApplicable = (out: Findings, when: string, key: Key): void =>
  add(out, key, "notApplicable", `applies only when ${when}`, `nothing unless ${when}`);

/** Adds an issue of what stands under the key. */
export function add(
  { issues }: Findings,
  key: Key | undefined,
  code: IssueCode,
  message: string,
  expected = "nothing",
): void {
  issues.push({ path: key === undefined ? [] : [key], code, message, expected });
}

/** Puts a key before the paths of what was found below it, since `start`. */
export function below({ issues }: Findings, start: number, key?: Key): void {
  if (key === undefined) return;
  for (let i = start; i < issues.length; i++) {
    // Sound: the issue is new, nobody else has seen its path yet.
    (issues[i]?.path as Issue["path"][number][] | undefined)?.unshift(key);
  }
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
