import { expect, test } from "vitest";
import { sampleOf } from "../../../generator/import/nest/sample.js";

const read = (text: string) =>
  sampleOf({ text, at: { file: { path: "", name: "", text }, start: 0, end: 0 } });

test.each([
  ["JSON", '{"a": [1, "x", null, true]}', { a: [1, "x", null, true] }],
  ["comments", '{"a": 1, // first\n /* second */ "b": 2 # third\n}', { a: 1, b: 2 }],
  ["trailing commas", '{"a": [1, 2,],}', { a: [1, 2] }],
  ["missing commas", '{"a": 1\n "b": [{"c": 1} {"c": 2}]}', { a: 1, b: [{ c: 1 }, { c: 2 }] }],
  ["full-width commas", '{"a"："x"，"b": 2}', { a: "x", b: 2 }],
  ["omissions", '{"a": "x"..., "b": [1, ...], …}', { a: "x", b: [1] }],
  ["words", "{a: kite.doc, b: true, 'c': 'd'}", { a: "kite.doc", b: true, c: "d" }],
  ["backticks round braces", '{"a": [`{"b": 1}`]}', { a: [{ b: 1 }] }],
  ["raw JSON in a string", '{"a": "{"b":"x"}", "c": 1}', { a: '{"b":"x"}', c: 1 }],
  ["addresses", '{a: "https://kites.example/x",}', { a: "https://kites.example/x" }],
  ["integers too long for a number", '{"a": 6907569745298382850}', { a: "6907569745298382850" }],
  ["long integers in strings", '{"a": "6907569745298382850"}', { a: "6907569745298382850" }],
  ["a request", 'POST /kites HTTP/1.1\n\n{"a": 1}', { a: 1 }],
  ["a missing end", '{"a": {"b": [1, 2', { a: { b: [1, 2] } }],
  ["a list", '[{"a": 1},]', [{ a: 1 }]],
])("reads %s", (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("a key called __proto__ is a key", () => {
  const read_ = read('{"__proto__": {"a": 1},}');
  expect(JSON.stringify(read_)).toBe('{"__proto__":{"a":1}}');
  expect(Object.getPrototypeOf(read_)).toBe(Object.prototype);
});

test.each([
  ["nothing", ""],
  ["words", "a string of kites"],
  ["too deep lists", "[".repeat(100_000)],
  ["too deep objects", `${'{"a":'.repeat(100)}1${"}".repeat(100)}`],
])("%s is no sample", (_, text) => {
  expect(read(text)).toBeUndefined();
});

test.each(["/*\n", '{"a', "a:b,", "a b ", '"', "#\n"])("junk of %j ends", (junk) => {
  expect(read(`{${junk.repeat(20_000)}`)).not.toEqual([]);
});
