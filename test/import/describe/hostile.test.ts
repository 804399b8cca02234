import { expect, test } from "vitest";
import { conditionsOf } from "../../../generator/import/describe/conditions.js";
import { at, factsOf, values } from "./describing.js";

test("names of an object's own are values like others", () => {
  const facts = factsOf("可选值有：\n- `__proto__`: 甲 - `constructor`: 乙");
  expect(values(facts)).toEqual(["__proto__ 甲", "constructor 乙"]);
  const example = factsOf('示例值：{"__proto__": {"a": 1}}', { type: "object" }).example;
  expect(Object.keys(example ?? {})).toEqual(["__proto__"]);
});

test.each([
  "- `1`: x ",
  "* 1: x ",
  "`",
  "- `",
  '示例值："',
  "可选值有：",
  "当a为b时必填",
  "（",
  "1：a，",
  "取值范围：`9",
  "required when x is ",
  "[",
  "\n",
  " ",
])("100 kB of %j are read", (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  for (const type of ["string", "[int]", "object", "file"]) {
    expect(factsOf(`示例值：${text}`, { type })).toBeTypeOf("object");
    expect(factsOf(text, { type }).label ?? "").not.toHaveLength(100_000);
  }
  const siblings = [
    { name: "a", label: "b", options: [], scalar: "string", isList: false } as const,
  ];
  expect(conditionsOf({ name: "f", text, at }, siblings)).toEqual({});
});
