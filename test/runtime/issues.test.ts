import { describe, expect, test } from "vitest";
import {
  expected,
  isRecord,
  notApplicable,
  unknownKey,
  unusable,
  within,
} from "../../templates/runtime/issues.js";
import * as expects from "../../templates/runtime/expect.js";
import { ValidationError } from "../../templates/runtime/errors.js";

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
  const [issue] = expected(undefined, ["k"], "a thing", value);
  expect(issue?.message).toBe(`expected a thing, got ${kind}`);
  expect(issue?.code).toBe(value === undefined ? "required" : "type");
  expect(issue?.expected).toBe("a thing");
});

test("puts prefixes before paths while unwinding, and keeps the order", () => {
  const first = expected(undefined, ["a"], "a string", 1);
  const inner = expected(expected(undefined, ["score"], "an integer", "x"), [], "an object", 1);
  const issues = within(
    within(first, within(undefined, inner, 3), "list"),
    expected(undefined, [], "x", 1),
    "b",
  );
  expect(issues?.map(({ path }) => path)).toEqual([
    ["a"],
    ["list", 3, "score"],
    ["list", 3],
    ["b"],
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
    expect(unknownKey(undefined, value, key, known)).toEqual([
      { path: [key], code: "unknown", message: `unknown key${hint}`, expected: meant ?? "nothing" },
    ]);
  });

  test("inherited keys and undefined values are none", () => {
    expect(
      unknownKey(undefined, Object.create({ a: 1 }) as Record<string, unknown>, "a", known),
    ).toBeUndefined();
    expect(unknownKey(undefined, { a: undefined }, "a", known)).toBeUndefined();
  });
});

describe("what is expected of a value", () => {
  const { expectBoolean, expectFile, expectInteger, expectList, expectMap } = expects;
  const { expectNumber, expectObject, expectString, expectValue } = expects;
  test.each([
    [expectString, "", 1, "a string"],
    [expectInteger, -0, 1.5, "an integer"],
    [expectInteger, 1, 2 ** 53, "an integer"],
    [expectNumber, 1.5, NaN, "a number"],
    [expectBoolean, false, 0, "true or false"],
    [expectFile, new Uint8Array(), "x", "a file"],
    [expectValue, null, undefined, "a value"],
    [expectObject, {}, [], "an object"],
  ])("%o", (expects, right, wrong, what) => {
    expect(expects(right)).toBeUndefined();
    expect(expects(wrong)).toMatchObject([{ path: [], expected: what }]);
  });

  const paths = (issues: ReturnType<typeof expectList>) => issues?.map(({ path }) => path);

  test("lists and maps put the place of an item before its path", () => {
    const strings = (value: unknown) => expectList(value, expectString, false);
    expect(paths(expectList([["a"], ["b", 1], Array(1)], strings, false))).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(paths(expectMap({ a: ["b", 1], c: 1 }, strings, false))).toEqual([["a", 1], ["c"]]);
    expect(paths(expectList({}, expectString, false))).toEqual([[]]);
    expect(paths(expectMap([], expectString, false))).toEqual([[]]);
  });

  test("absent entries of a map are none, which in replies goes for null", () => {
    const map = { a: undefined, b: null };
    expect(paths(expectMap(map, expectString, false))).toEqual([["b"]]);
    expect(expectMap(map, expectString, false, null)).toBeUndefined();
  });
});

test("advice has codes of its own", () => {
  const issues = unusable(notApplicable(undefined, ["score"], "type is 1 (Scoring)"), ["old"]);
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
    let issues = expected(undefined, ["external_interview_id"], "a string", undefined);
    issues = unknownKey(issues, { externl_id: 1 }, "externl_id", ["external_id"]) ?? [];
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
    const [line] = new ValidationError(
      "x.y",
      "input",
      expected(undefined, path, "x", 1),
    ).message.split(": expected");
    expect(line).toBe(`x.y: 1 problem in the input: a b[0].${"c".repeat(64)}…`);
    expect(new ValidationError("x.y", "input", expected(undefined, [], "x", 1)).message).toBe(
      "x.y: 1 problem in the input: expected x, got a number",
    );
  });
});
