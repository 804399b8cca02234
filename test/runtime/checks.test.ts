import { describe, expect, test } from "vitest";
import {
  checkBoolean,
  checkFile,
  checkInteger,
  checkNumber,
  checkString,
  checkValue,
  input,
  limited,
  list,
  map,
  member,
  open,
  output,
  unusable,
} from "../../templates/runtime/checks.js";
import { mismatch } from "../../templates/runtime/expect.js";
import { find, type Check } from "../../templates/runtime/issues.js";

const paths = (check: Check, value: unknown, strict = false) =>
  find(check, value, strict).map(({ path }) => path);
const codes = (check: Check, value: unknown, strict = false) =>
  find(check, value, strict).map(({ code }) => code);

test.each([
  [checkString, "", 1, "a string"],
  [checkInteger, -0, 1.5, "an integer"],
  [checkInteger, 1, 2 ** 53, "an integer"],
  [checkNumber, 1.5, NaN, "a number"],
  [checkBoolean, false, 0, "true or false"],
  [checkFile, new Uint8Array(), "x", "a file"],
  [checkValue, null, undefined, "a value"],
  [member((value) => value === 1, "1 (One)"), 1, 2, "1 (One)"],
])("what is expected of a value: %o", (check, right, wrong, expected) => {
  expect(find(check, right, false)).toEqual([]);
  expect(
    find(
      input(() => ({ k: list(check) })),
      { k: [right, wrong] },
      false,
    ),
  ).toMatchObject([{ path: ["k", 1], expected }]);
});

test("places are told from the outermost key down, in the order in which they were found", () => {
  const inside = input(
    () => ({ score: checkInteger }),
    [],
    (out) => {
      mismatch(out, "an object", 1);
    },
  );
  const outer = input(() => ({ a: checkString, list: list(inside), none: inside }));
  const value = { a: 1, list: [{}, { score: "x" }, 5], none: [], b: 1 };
  expect(paths(outer, value)).toEqual([
    ["a"],
    ["list", 0],
    ["list", 1, "score"],
    ["list", 1],
    ["list", 2],
    ["none"],
    ["b"],
  ]);
  expect(paths(outer, [])).toEqual([[]]);
});

test("lists and maps put the place of an item before its path", () => {
  const strings = list(checkString);
  expect(paths(list(strings), [["a"], ["b", 1], Array(1), 5])).toEqual([[1, 1], [2, 0], [3]]);
  expect(paths(map(strings), { a: ["b", 1], c: 1 })).toEqual([["a", 1], ["c"]]);
  expect(paths(strings, {})).toEqual([[]]);
  expect(paths(map(checkString), [])).toEqual([[]]);
});

test("absent entries of a map are none, which in replies goes for null", () => {
  const entries = { a: undefined, b: null };
  expect(paths(map(checkString), entries)).toEqual([["b"]]);
  expect(paths(map(checkString, null), entries)).toEqual([]);
});

describe("fields", () => {
  const sent = input(() => ({ id: checkString, name: checkString, old: unusable }), ["id"]);
  const received = output(() => ({ id: checkString, name: checkString }), ["id"]);

  test("undefined is absent, and so is null in replies", () => {
    expect(paths(sent, { id: "1", name: undefined, old: undefined })).toEqual([]);
    expect(paths(sent, { id: "1", name: null })).toEqual([["name"]]);
    expect(paths(received, { id: "1", name: null })).toEqual([]);
  });

  test("what must be there is required", () => {
    expect(codes(sent, {})).toEqual(["required"]);
    expect([codes(received, {}), codes(received, { id: null })]).toEqual([["required"], ["type"]]);
  });

  test("what is documented as not to be used must not be there", () => {
    expect(find(sent, { id: "1", old: 1 }, false)).toEqual([
      {
        path: ["old"],
        code: "unusable",
        message: "documented as not to be used",
        expected: "nothing",
      },
    ]);
  });

  test("what every object inherits is a field only as its own", () => {
    const inherited = input(
      () => ({ constructor: checkString, toString: checkString }),
      ["toString"],
    );
    expect(paths(inherited, { toString: "x" })).toEqual([]);
    expect(paths(inherited, {})).toEqual([["toString"]]);
    expect(paths(inherited, { toString: "x", constructor: 1 })).toEqual([["constructor"]]);
  });

  test("what a class inherits from is a field like any other", () => {
    expect(paths(sent, Object.create({ id: 1 }))).toEqual([["id"]]);
  });

  test("are read once, though conditions look at them again", () => {
    let reads = 0;
    const value = {
      get id(): string {
        reads++;
        return "1";
      },
    };
    const check = input(
      () => ({ id: checkString }),
      [],
      (out, { id }) => {
        if (id === "1") mismatch(out, "another", id, "id");
      },
    );
    expect([paths(check, value), reads]).toEqual([[["id"]], 1]);
  });

  test("are made when they are first asked, and once", () => {
    let made = 0;
    const check = input(() => ({ id: made++ < 0 ? checkValue : checkString }));
    expect(made).toBe(0);
    expect([paths(check, {}), paths(check, {}), made]).toEqual([[], [], 1]);
  });
});

describe("unknown keys", () => {
  const known = input(() => ({
    external_id: checkString,
    username: checkString,
    id: checkString,
    constructor: checkString,
  }));
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
    const hint = meant === undefined ? "" : `, did you mean "${meant}"?`;
    expect(find(known, value, false)).toEqual([
      { path: [key], code: "unknown", message: `unknown key${hint}`, expected: meant ?? "nothing" },
    ]);
  });

  test("inherited keys and undefined values are none", () => {
    expect(paths(known, Object.create({ a: 1 }))).toEqual([]);
    expect(paths(known, { a: undefined })).toEqual([]);
  });

  test("of a reply count when strict: null is none, either, and nothing is meant", () => {
    const check = output(() => ({ known: checkInteger }));
    const value: Record<string, unknown> = Object.create({ inherited: 1 });
    Object.assign(value, { known: 1, a: undefined, b: null, c: 0 });
    expect(find(check, value, false)).toEqual([]);
    expect(find(check, value, true)).toEqual([
      { path: ["c"], code: "unknown", message: "undocumented key", expected: "nothing" },
    ]);
  });

  test("added to the prototype of all objects are none, nor are they fields", () => {
    const everything = Object.prototype as { added?: number };
    everything.added = 1;
    const found = [paths(known, { id: "1" }), paths(known, { id: "1", added: 1 })];
    delete everything.added;
    expect(found).toEqual([[], [["added"]]]);
  });
});

test("a value that may be newer than the documentation is asked for only when strict, and once", () => {
  const check = open(
    checkInteger,
    member((value) => value === 1, "1 (One)"),
  );
  expect([
    codes(check, 2),
    codes(check, 2, true),
    codes(check, "2"),
    codes(check, "2", true),
  ]).toEqual([[], ["enum"], ["type"], ["type"]]);
});

test("a rule counts for what is of the right kind, and for a list whatever its items are", () => {
  const isLarge = (value: unknown) => typeof value === "number" && !(value <= 3);
  const small = limited(checkInteger, isLarge, "range", "at most 3");
  expect([codes(small, 3), codes(small, 4), codes(small, NaN)]).toEqual([[], ["range"], ["type"]]);
  const isLong = (value: unknown) => Array.isArray(value) && value.length > 1;
  const short = limited(list(checkInteger), isLong, "length", "at most 1 item");
  expect([codes(short, ["x"]), codes(short, ["x", 1])]).toEqual([["type"], ["type", "length"]]);
});
