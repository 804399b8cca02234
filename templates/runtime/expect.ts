import { expected, isList, isRecord, within } from "./issues.js";
import type { Check, Issue, IssueCode } from "./issues.js";
import { isFile } from "./measure.js";

/** The one issue of a value that is not `what`. */
export const mismatch = (what: string, value: unknown, code?: IssueCode): Issue[] =>
  expected(undefined, [], what, value, code);

export const expectString = (value: unknown): Issue[] | undefined =>
  typeof value === "string" ? undefined : mismatch("a string", value);

export const expectInteger = (value: unknown): Issue[] | undefined =>
  Number.isSafeInteger(value) ? undefined : mismatch("an integer", value);

export const expectNumber = (value: unknown): Issue[] | undefined =>
  Number.isFinite(value) ? undefined : mismatch("a number", value);

export const expectBoolean = (value: unknown): Issue[] | undefined =>
  typeof value === "boolean" ? undefined : mismatch("true or false", value);

export const expectFile = (value: unknown): Issue[] | undefined =>
  isFile(value) ? undefined : mismatch("a file", value);

/** Anything but nothing. */
export const expectValue = (value: unknown): Issue[] | undefined =>
  value === undefined ? mismatch("a value", value) : undefined;

export const expectObject = (value: unknown): Issue[] | undefined =>
  isRecord(value) ? undefined : mismatch("an object", value);

/** A list, each item of which passes `check`. */
export function expectList(value: unknown, check: Check, strict: boolean): Issue[] | undefined {
  if (!isList(value)) return mismatch("an array", value);
  let issues: Issue[] | undefined;
  for (let i = 0; i < value.length; i++) issues = within(issues, check(value[i], strict), i);
  return issues;
}

/** An object with any keys, each value of which passes `check`; those that equal `absent` are none. */
export function expectMap(
  value: unknown,
  check: Check,
  strict: boolean,
  absent?: null,
): Issue[] | undefined {
  if (!isRecord(value)) return mismatch("an object", value);
  let issues: Issue[] | undefined;
  for (const key of Object.keys(value)) {
    const entry = value[key];
    if (entry !== undefined && entry !== absent) issues = within(issues, check(entry, strict), key);
  }
  return issues;
}
