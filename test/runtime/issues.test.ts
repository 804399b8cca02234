import { describe, expect, test } from "vitest";
import {
  broken,
  checkBoolean,
  checkFile,
  checkInteger,
  checkList,
  checkMap,
  checkNumber,
  checkString,
  checkValue,
  inner,
  mismatch,
  notApplicable,
  object,
  open,
  undocumentedKeys,
  unknownKeys,
  unusable,
} from "../../templates/runtime/expect.js";
import { isRecord, type Findings, type Issue } from "../../templates/runtime/issues.js";
import { ValidationError } from "../../templates/runtime/errors.js";

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

test("puts keys before the paths of what was found below them, and keeps the order", () => {
  const inside = object((out) => {
    mismatch(out, "an integer", "x", "score");
    mismatch(out, "an object", 1);
  });
  const outer = object((out) => inside(out, {}, "list", 3));
  const issues = found((out) => {
    mismatch(out, "a string", 1, "a");
    outer(out, {}, "outer");
    outer(out, {});
    outer(out, [], "none");
    mismatch(out, "x", 1, "b", 0);
  });
  expect(issues.map(({ path }) => path)).toEqual([
    ["a"],
    ["outer", "list", 3, "score"],
    ["outer", "list", 3],
    ["list", 3, "score"],
    ["list", 3],
    ["none"],
    ["b", 0],
  ]);
});

describe("unknown keys", () => {
  const known = ["external_id", "username", "id", "constructor"];
  test.each([
    ["externl_id", "external_id"],
    ["externalId", "external_id"],
    ["external-id", "external_id"],
    ["usernames", "username"],
    ["userid", undefined],
    ["xy", undefined],
    ["", undefined],
    ["__proto__", undefined],
    ["toString", undefined],
    ["a".repeat(100_000), undefined],
  ])("%s → %s", (key, meant) => {
    const value: unknown = JSON.parse(`{${JSON.stringify(key)}:1}`);
    if (!isRecord(value)) throw new Error("not an object");
    const hint = meant === undefined ? "" : `, did you mean "${meant}"?`;
    expect(found((out) => unknownKeys(out, value, known))).toEqual([
      { path: [key], code: "unknown", message: `unknown key${hint}`, expected: meant ?? "nothing" },
    ]);
  });

  test("inherited keys and undefined values are none", () => {
    const child: Record<string, unknown> = Object.create({ a: 1 });
    expect(found((out) => unknownKeys(out, child, known))).toEqual([]);
    expect(found((out) => unknownKeys(out, { a: undefined }, known))).toEqual([]);
  });

  test("of a reply: null is none, either, and nothing is meant", () => {
    const value: Record<string, unknown> = Object.create({ inherited: 1 });
    Object.assign(value, { known: 1, a: undefined, b: null, c: 0 });
    expect(found((out) => undocumentedKeys(out, value, ["known"]))).toEqual([
      { path: ["c"], code: "unknown", message: "undocumented key", expected: "nothing" },
    ]);
  });
});

test.each([
  [checkString, "", 1, "a string"],
  [checkInteger, -0, 1.5, "an integer"],
  [checkInteger, 1, 2 ** 53, "an integer"],
  [checkNumber, 1.5, NaN, "a number"],
  [checkBoolean, false, 0, "true or false"],
  [checkFile, new Uint8Array(), "x", "a file"],
  [checkValue, null, undefined, "a value"],
])("what is expected of a value: %o", (check, right, wrong, what) => {
  expect(found((out) => check(out, right, "k", 0))).toEqual([]);
  expect(found((out) => check(out, wrong, "k", 0))).toMatchObject([
    { path: ["k", 0], expected: what },
  ]);
});

test("lists and maps put the place of an item before its path", () => {
  const paths = (check: (out: Findings) => void) => found(check).map(({ path }) => path);
  const strings = inner((out, item, index) => checkList(out, item, checkString, index));
  expect(paths((out) => checkList(out, [["a"], ["b", 1], Array(1), 5], strings, "k"))).toEqual([
    ["k", 1, 1],
    ["k", 2, 0],
    ["k", 3],
  ]);
  expect(paths((out) => checkMap(out, { a: ["b", 1], c: 1 }, strings, "k"))).toEqual([
    ["k", "a", 1],
    ["k", "c"],
  ]);
  expect(paths((out) => checkList(out, {}, checkString, "k"))).toEqual([["k"]]);
  expect(paths((out) => checkMap(out, [], checkString, "k"))).toEqual([["k"]]);
});

test("absent entries of a map are none, which in replies goes for null", () => {
  const map = { a: undefined, b: null };
  expect(found((out) => checkMap(out, map, checkString, "k"))).toMatchObject([
    { path: ["k", "b"] },
  ]);
  expect(found((out) => checkMap(out, map, checkString, "k", null))).toEqual([]);
});

test("a value that may be newer than the documentation is asked for only when strict, and once", () => {
  const check = open(checkInteger, (out, value, key) => broken(out, "enum", "1 (One)", value, key));
  const codes = (value: unknown, strict: boolean) => {
    const out: Findings = { issues: [], strict };
    check(out, value, "k");
    return out.issues.map(({ code }) => code);
  };
  expect([codes(2, false), codes(2, true), codes("2", false), codes("2", true)]).toEqual([
    [],
    ["enum"],
    ["type"],
    ["type"],
  ]);
});

test("a broken rule has its code, but what is absent is required", () => {
  const issues = found((out) => {
    broken(out, "range", "at most 3", 4, "a");
    broken(out, "enum", "1 (One)", undefined, "b");
  });
  expect(issues.map(({ code }) => code)).toEqual(["range", "required"]);
});

test("advice has codes of its own", () => {
  const issues = found((out) => {
    notApplicable(out, "type is 1 (Scoring)", "score");
    unusable(out, "old");
  });
  expect(issues).toEqual([
    {
      path: ["score"],
      code: "notApplicable",
      message: "applies only when type is 1 (Scoring)",
      expected: "nothing unless type is 1 (Scoring)",
    },
    {
      path: ["old"],
      code: "unusable",
      message: "documented as not to be used",
      expected: "nothing",
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
    const issues = found((out) => {
      mismatch(out, "a string", undefined, "external_interview_id");
      unknownKeys(out, { externl_id: 1 }, ["external_id"]);
    });
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
