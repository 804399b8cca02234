import { expect, test } from "vitest";
import type { Json } from "../../../generator/import/endpoint.js";
import { shapeOf, type Shape } from "../../../generator/import/nest/type.js";
import type { Node } from "../../../generator/import/nest/nest.js";
import { child, node } from "./rows.js";

/** `[{kite}]`: lists in brackets, maps after a colon, objects by name in braces. */
function spelled(shape: Shape): string {
  switch (shape.kind) {
    case "scalar":
      return shape.name;
    case "list":
      return `[${spelled(shape.items)}]`;
    case "map":
      return `map:${spelled(shape.values)}`;
    case "object":
      return `{${shape.name ?? ""}}`;
  }
}

test.each([
  ["string", "string"],
  ["Text", "string"],
  ["string(64)", "string"],
  ["int64", "int"],
  ["i64", "int"],
  ["number(int)", "int"],
  ["number(float)", "float"],
  ["number", "float"],
  ["decimal", "float"],
  ["bool", "boolean"],
  ["binary", "file"],
  ["file", "file"],
  ["any", "any"],
  ["string/int", "any"],
  ["string or int", "any"],
  ["string\\[\\]", "[string]"],
  ["[]string", "[string]"],
  ["int[][]", "[[int]]"],
  ["list<i64>", "[int]"],
  ["array<array<interface>>", "[[any]]"],
  ["array of strings", "[string]"],
  ["string list", "[string]"],
  ["array", "[any]"],
  ["map<string, int>", "map:int"],
  ["map<string, array<int>>", "map:[int]"],
  ["map[string]int", "map:int"],
  ["map", "map:any"],
  ["object", "map:any"],
  ["json", "map:any"],
  ["-", "any"],
  ["", "any"],
  ["enum", "string"],
  ["kite.tail", "any"],
])("%s without fields is %s", (type, expected) => {
  expect(spelled(shapeOf(node(type), undefined))).toBe(expected);
});

test.each<[string, string, Json]>([
  ["array", "[string]", ["red"]],
  ["list", "[int]", [1, 2]],
  ["list", "[float]", [1, 2.5]],
  ["list", "[any]", [1, "red"]],
  ["list", "[[int]]", [[1], [2]]],
  ["list", "[any]", []],
  ["array>", "[[string]]", [["a", "b"]]],
  ["/", "[string]", ["red"]],
  ["/", "map:any", { red: 1 }],
  ["", "boolean", true],
  ["enum", "int", 3],
  ["enum", "string", "red"],
  ["object", "[any]", [{}]],
  ["map", "map:string", { red: "rot", blue: "blau" }],
  ["map", "map:any", { red: "rot", length: 1 }],
  ["map", "map:any", { red: { length: 1 } }],
  ["string", "string", 5],
])("%s without fields is %s by its example", (type, expected, sample) => {
  expect(spelled(shapeOf(node(type), sample))).toBe(expected);
});

const LENGTH = child("length", "int");
/** The row of a key, with the fields under it. */
const KEY: Node = { ...child("kite_id", "string"), children: [LENGTH] };
const PAIR: readonly Node[] = [child("key", "string"), child("value", "int[]")];

test.each<[string, readonly Node[], string, Json | undefined]>([
  ["kite", [LENGTH], "{kite}", undefined],
  ["kite.tail[]", [LENGTH], "[{kite.tail}]", undefined],
  ["object", [LENGTH], "{}", undefined],
  ["list", [LENGTH], "[{}]", undefined],
  ["array<object>", [LENGTH], "[{}]", undefined],
  ["-", [LENGTH], "{}", undefined],
  ["/", [LENGTH], "[{}]", [{ length: 1 }]],
  ["any", [LENGTH], "{}", undefined],
  ["file", [LENGTH], "{file}", undefined],
  ["enum", [LENGTH], "{}", undefined],
  ["enum[]", [LENGTH], "[{}]", undefined],
  ["map", [LENGTH], "{}", undefined],
  ["map<string, kite>", [LENGTH], "map:{kite}", undefined],
  ["map<string, kite>", [LENGTH], "map:{kite}", { red: { length: 1 } }],
  ["map<string, object>", [LENGTH], "{}", { length: 1 }],
  ["object", [LENGTH], "[{}]", [{ length: 1 }]],
  ["-", [LENGTH], "map:{}", { red: { length: 1 }, blue: { length: 2 } }],
  ["object", [LENGTH], "map:[{}]", { red: [{ length: 1 }], blue: [] }],
  ["-", [KEY], "map:[{}]", { red: [{ length: 1 }] }],
  ["-", [LENGTH], "{}", { red: 1 }],
  ["map<string, string>", PAIR, "map:[int]", undefined],
  ["map", PAIR, "map:[int]", undefined],
  ["string", [LENGTH], "string", '{"length":1}'],
  ["string", [LENGTH], "[{}]", [{ length: 1 }]],
  ["array>", [LENGTH], "[[{}]]", [[{ length: 1 }]]],
])("%s with fields %# is %s", (type, children, expected, sample) => {
  expect(spelled(shapeOf(node(type, ...children), sample))).toBe(expected);
});

test.each<[string, string, string, Json | undefined]>([
  ["array", '示例值：["a"]', "[string]", undefined],
  ["list", "示例值：[1, 2]", "[int]", []],
  ["array", "示例值：[1, 2]", "[string]", ["a"]],
  ["-", '示例值：{"a": 1}', "map:any", undefined],
  ["-", "示例值：1", "any", undefined],
  ["array", "风筝的列表", "[any]", undefined],
])("%s, described as %s, is %s", (type, text, expected, sample) => {
  expect(spelled(shapeOf({ ...node(type), text }, sample))).toBe(expected);
});

test("a type nested without end has an end", () => {
  const type = `${"array<".repeat(10_000)}int${">".repeat(10_000)}`;
  expect(spelled(shapeOf(node(type), undefined)).length).toBeLessThan(100);
});
