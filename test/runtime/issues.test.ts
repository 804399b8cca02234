import { describe, expect, test } from "vitest";
import { broken, mismatch, notApplicable } from "../../templates/runtime/expect.js";
import { isRecord, type Findings, type Issue } from "../../templates/runtime/issues.js";
import { ValidationError } from "../../templates/runtime/errors.js";
import { checkCreate } from "./fixtures.js";

/** What a check adds. */
function found(check: (out: Findings) => void): readonly Issue[] {
  const out: Findings = { issues: [], strict: false };
  check(out);
  return out.issues;
}

test.each<[unknown, string]>([
  [undefined, "nothing"],
  [null, "null"],
  ["Ada", "a string"],
  ["", "an empty string"],
  [1, "a number"],
  [1.5, "a fraction"],
  [2 ** 53, "an integer beyond 2^53"],
  [NaN, "NaN"],
  [-Infinity, "-Infinity"],
  [true, "a boolean"],
  [1n, "a bigint"],
  [[], "an array"],
  [{}, "an object"],
  [() => 1, "a function"],
  [Symbol("x"), "a symbol"],
])("says the kind of %s, not the value", (value, kind) => {
  expect(found((out) => mismatch(out, "a thing", value, "k"))).toEqual([
    {
      path: ["k"],
      code: value === undefined ? "required" : "type",
      message: `expected a thing, got ${kind}`,
      expected: "a thing",
    },
  ]);
});

test("a broken rule has its code, but what is absent is required", () => {
  const issues = found((out) => {
    broken(out, "range", "at most 3", 4, "a");
    broken(out, "enum", "1 (One)", undefined, "b");
  });
  expect(issues.map(({ code }) => code)).toEqual(["range", "required"]);
});

test("advice has a code of its own", () => {
  const issues = found((out) => {
    notApplicable(out, "type is 1 (Scoring)", "score");
  });
  expect(issues).toEqual([
    {
      path: ["score"],
      code: "notApplicable",
      message: "applies only when type is 1 (Scoring)",
      expected: "nothing unless type is 1 (Scoring)",
    },
  ]);
});

test.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [() => 1, false],
  ["x", false],
])("isRecord(%s) is %s", (value, want) => expect(isRecord(value)).toBe(want));

describe("the message of a ValidationError", () => {
  test("lists the first three issues with their paths", () => {
    const issues = found((out) => checkCreate(out, { externl_id: 1 }));
    const error = new ValidationError("x.create", "input", issues);
    expect(error.message).toBe(
      "x.create: 2 problems in the input: external_interview_id: expected a string, got nothing; " +
        'externl_id: unknown key, did you mean "external_id"?',
    );
    const many = [...issues, ...issues, ...issues];
    expect(new ValidationError("x.create", "output", many).message).toMatch(
      /^x\.create: 6 problems in the output: .*; and 3 more$/,
    );
  });

  test("cleans keys, and needs none", () => {
    const path = ["a\u0000\n\u202eb", 0, "c".repeat(100)];
    const message = (of: Issue["path"]) =>
      new ValidationError("x.y", "input", [
        { path: of, code: "type", message: "expected x, got a number", expected: "x" },
      ]).message;
    const [line] = message(path).split(": expected");
    expect(line).toBe(`x.y: 1 problem in the input: a b[0].${"c".repeat(64)}…`);
    expect(message([])).toBe("x.y: 1 problem in the input: expected x, got a number");
  });
});
