import { describe, expect, test } from "vitest";
import type { Json } from "../../../generator/import/endpoint.js";
import { row, rowsOf, tree } from "./rows.js";

describe("with depths", () => {
  test("rows are nested as the page shows", () => {
    const rows = [row("kite", "kite", 0), row("tail", "tail[]", 1), row("length", "int", 2)];
    expect(tree([...rows, row("count", "int", 0)], undefined)).toEqual({
      text: "kite kite\n  tail tail[]\n    length int\ncount int",
      doubts: [],
    });
  });

  test("jumps and negative depths are reported", () => {
    const rows = [row("a", "kite", -1), row("b", "int", 3), row("c", "int", 0)];
    expect(tree(rows, undefined)).toEqual({
      text: "a kite\n  b int\nc int",
      doubts: ["row-depth a", "row-depth b"],
    });
  });

  test("rows that jump to the same depth stand side by side", () => {
    const rows = [row("a", "list", 0), row("b", "int", 3), row("c", "int", 3), row("d", "int", 0)];
    expect(tree(rows, undefined).text).toBe("a list\n  b int\n  c int\nd int");
  });

  test("no depth is without end", () => {
    const rows = Array.from({ length: 5000 }, (_, i) => row(`f${i}`, "object", i));
    const { text } = tree(rows, undefined);
    expect(Math.max(...text.split("\n").map((line) => line.search(/\S/u) / 2))).toBeLessThan(64);
  });
});

const CASES: readonly [title: string, tree: string, sample: Json | undefined][] = [
  [
    "after an object come the fields beside it",
    `
kite kite
  length int
  tail tail
    colour string
  weight int
count int`,
    { kite: { length: 1, tail: { colour: "red" }, weight: 2 }, count: 3 },
  ],
  [
    "a name that exists at two depths ends the inner object",
    `
id string
kite kite
  id string
  name string
name string`,
    { id: "1", kite: { id: "2", name: "x" }, name: "y" },
  ],
  [
    "a named type needs fields, although the example has none of them",
    `
kite kite
  length int
  tail tail[]
    colour string`,
    { kite: { length: 2, tail: [] } },
  ],
  [
    "an object may have none",
    `
kite kite
  extra object
  count int`,
    { kite: { extra: { red: 1 }, count: 3 } },
  ],
  [
    "a type has the same fields wherever it is used",
    `
label i18n
  zh_cn string
  en_us string
kites kite[]
  title i18n
    zh_cn string
    en_us string
  count int`,
    {
      label: { zh_cn: "x", en_us: "x" },
      kites: [{ title: null, count: 3 }],
    },
  ],
  [
    "a map of strings has only key and value",
    `
names map<string,string>
  key string
  value string
colour string`,
    { names: { zh: "x" }, colour: "red" },
  ],
  [
    "a field of another type than the example's stands elsewhere",
    `
kite kite
  wings wing[]
    size int
  size size
    width int`,
    { kite: { wings: [{ size: 1 }], size: { width: 1 } } },
  ],
];

describe.each([
  ["of rows that are marked", true],
  ["of rows without any mark", false],
])("without depths, %s", (_, isMarked) => {
  test.each(CASES)("%s", (_title, expected, sample) => {
    expect(tree(rowsOf(expected, isMarked), sample)).toEqual({ text: expected.trim(), doubts: [] });
  });
});

test("a reply's table may list what is in data only, or an example have only that", () => {
  const inner = "kite kite\n  length int\ncount int";
  const value = { kite: { length: 1 }, count: 2 };
  const listed = rowsOf(inner, false);
  expect(tree(listed, { code: 0, msg: "ok", data: value })).toEqual({ text: inner, doubts: [] });
  const whole = `code int\nmsg string\ndata -\n${inner.replace(/^/gmu, "  ")}`;
  expect(tree(rowsOf(whole, false), value)).toEqual({ text: whole, doubts: [] });
});

test("fields of paging that the example does not have stand beside the list", () => {
  const text = "data -\n  kites kite[]\n    id string\n  page_token string\n  has_more boolean";
  expect(tree(rowsOf(text, false), { data: { kites: [{ id: "1" }] } }).text).toBe(text);
});

test("a field that could be one of a type without any example is reported", () => {
  const text = "kite kite\n  colour string\ncount int";
  const rows = rowsOf(text, false);
  expect(tree(rows, { kite: null, count: 3 })).toEqual({ text, doubts: ["row-placed count"] });
});

test("what the page leaves open is reported, not guessed silently", () => {
  const rows = rowsOf("kite kite\nlength int\nweight int\ncount int", false);
  const { doubts } = tree(rows, undefined);
  expect(doubts).toEqual(["row-placed weight", "row-placed count"]);
});

test("types that only an example tells are reported", () => {
  const rows = [row("a", "array>", 0), row("b", "/", 0), row("c", "kite", 0), row("d", "-", 0)];
  expect(tree(rows, { a: [["x"]], b: "x" }).doubts).toEqual([
    "type-guessed a",
    "type-guessed b",
    "type-guessed c",
  ]);
});

test("a table that is too long to search stays flat, and says so", () => {
  const rows = Array.from({ length: 5000 }, (_, i) => row(`f${i % 9}`, "kite"));
  const { text, doubts } = tree(rows, undefined);
  expect(doubts[0]).toBe("rows-flat undefined");
  expect(text).not.toContain("\n ");
});
