import fc from "fast-check";
import { expect, test } from "vitest";
import { patch } from "../../../generator/import/merge/yaml/patch.js";
import type { PlainObject } from "../../../generator/import/merge/yaml/value.js";
import { printed } from "../../../generator/load/known.js";
import { parse } from "../../../generator/load/parse.js";

const fileOf = (value: PlainObject) => ({
  path: "spec/toy/types.yaml",
  name: "toy/types.yaml",
  text: patch("", value) ?? "",
});

const word = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."a1 .-:#,'\"[]{}&*!|>%@`\\\n\t～：中") }),
  fc.constantFrom("", "null", "Yes", "~", "1e3", "0x1", "<<", "__proto__", "=", "? a", "- a"),
);
const tree = fc.letrec((again) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.oneof(fc.boolean(), fc.integer(), fc.double(), fc.constant(null)),
    fc.array(again("value"), { maxLength: 4 }),
    fc.dictionary(word, again("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const map = fc.dictionary(word, tree.value, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

test("a file is read as the value from which it was printed", () => {
  fc.assert(
    fc.property(map, (given) => {
      const file = fileOf(given as PlainObject);
      const [known, read] = [printed(file, given), parse(file)];
      expect(known.diagnostics).toEqual(read.diagnostics);
      expect(known.holes).toEqual(read.holes);
      expect(JSON.stringify(known.value)).toBe(JSON.stringify(read.value));
    }),
    { numRuns: 2000 },
  );
});

const nested = (depth: number) =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), "x");

test.each([62, 63, 64, 65, 66])("what is %i deep is found as when it is read", (depth) => {
  const file = fileOf(nested(depth) as PlainObject);
  expect(printed(file, nested(depth)).diagnostics).toEqual(parse(file).diagnostics);
});

test.each([
  ["too deep", nested(70), "too-deep"],
  ["a number that loses digits", { a: 2 ** 53 }, "lost-digits"],
  ["no UTF-8", { a: "\uFFFD" }, "not-utf8"],
  ["null", { a: [null] }, "null"],
])("what is %s is found as when it is read", (_, value, code) => {
  const file = fileOf(value as PlainObject);
  expect(printed(file, value).diagnostics).toEqual(parse(file).diagnostics);
  expect(printed(file, value).diagnostics).toEqual([expect.objectContaining({ code })]);
});

test("what is printed knows where everything stands", () => {
  const value = { types: { Kite: { fields: { size: { type: "int" } } } } };
  const file = fileOf(value);
  const { start, end } = printed(file, value).locate(["types", "Kite", "fields", "size"], "key");
  expect(file.text.slice(start, end)).toBe("size");
});
