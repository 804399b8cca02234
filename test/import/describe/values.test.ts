import { describe, expect, test } from "vitest";
import { described, factsOf, flat } from "./describing.js";

describe("examples are JSON of the field's kind", () => {
  test.each([
    ['示例值："123"', "string", "123"],
    ["示例值：6930815272790114324", "string", "6930815272790114324"],
    ["示例值：open_id", "string", "open_id"],
    ["示例值：`8fe9d6!A2:B2`。说明文字", "string", "8fe9d6!A2:B2"],
    ['示例值："{\\"a\\":1}"', "string", '{"a":1}'],
    ['示例值："`{\\"a\\":1}`"', "string", '{"a":1}'],
    ['示例值："{"a":1}"', "string", '{"a":1}'],
    ['示例值："{"a":"红", "b":"蓝"}"', "string", '{"a":"红", "b":"蓝"}'],
    ['示例值："注意：风大"', "string", "注意：风大"],
    ["示例值 ：1", "int", 1],
    ['取值示例：\n- 沙燕：1 或 2\n示例值："3"', "string", "3"],
    ["Example value: 0.", "int", 0],
    ['示例值："7"', "int", 7],
    ["示例值：100.0", "float", 100],
    ["示例：true", "boolean", true],
    ['示例值：["a","b"]', "[string]", ["a", "b"]],
    ["示例值：[6930815272790114324]", "[string]", ["6930815272790114324"]],
    ["示例值：['a']", "[string]", ["a"]],
    ["示例值：a", "[string]", ["a"]],
    ["示例值：3", "[int]", [3]],
    ["示例值：[[1,2]]", "[int]", [[1, 2]]],
    ['示例值：{"k": 1}', "{int}", { k: 1 }],
    ['示例值：{"k": 1}', "object", { k: 1 }],
    ['示例值：\n```\n[{"k": 1}]\n```', "[object]", [{ k: 1 }]],
  ])("%s as %s", (text, type, example) => {
    expect(factsOf(`风筝\n${text}`, { type }).example).toEqual(example);
    expect(factsOf(flat(`风筝\n${text}`), { type }).example).toEqual(example);
  });

  test.each([
    ["示例值：红色", "int"],
    ["示例值：6930815272790114324", "int"],
    ["示例值：maybe", "boolean"],
    ["示例值：[CN_1]", "[object]"],
    ['示例值：{"a":"b"}', "[object]"],
    ["示例值：1-64 字符", "int"],
  ])("%s does not fit %s", (text, type) => {
    const { facts, diagnostics } = described(text, { type });
    expect(facts).not.toHaveProperty("example");
    expect(diagnostics.map(({ code }) => code)).toEqual(["lost-example"]);
  });

  test("files have none", () => {
    expect(described("示例值：二进制文件", { type: "file" })).toEqual({
      facts: {},
      diagnostics: [],
    });
  });

  test("what the form tells apart comes first", () => {
    const told = { example: '"kite"', default: "3" };
    expect(factsOf("示例值：9", { told })).toMatchObject({ example: "kite", default: "3" });
  });
});

describe("defaults", () => {
  test.each([
    ["默认值：`open_id`", "string", "open_id"],
    ["默认值: 10", "int", 10],
    ["默认值 : 10", "int", 10],
    ["Default value: `false`", "boolean", false],
    ["默认值：REPLACE", "string", "REPLACE"],
    ["分页大小，默认 10，最大值为 200", "int", 10],
    ["分页大小，不传则默认值为10", "int", 10],
    ["分页大小，该值默认为 10", "int", 10],
    ["是否弹性，默认为False，不开启", "boolean", false],
    ["可选值有： - true（默认值）：开 - false：关", "boolean", true],
    ["状态，不传该参数则默认为“全部”\n可选值有：\n- `1`: 部分 - `2`: 全部", "string", "2"],
  ])("%s", (text, type, expected) => {
    expect(factsOf(text, { type }).default).toEqual(expected);
    expect(factsOf(flat(text), { type }).default).toEqual(expected);
  });

  test.each([
    ["默认值：空，表示风筝不飞", "string"],
    ["不填默认全部放飞", "string"],
    ["夜间的高度默认为 20", "int"],
    ["默认值", "string"],
  ])("%s is none", (text, type) => {
    expect(described(text, { type }).facts).not.toHaveProperty("default");
    expect(described(text, { type }).diagnostics).toEqual([]);
  });

  test("a reply has none, and a sentence is reported", () => {
    expect(factsOf("默认值：`1`", { type: "int", part: "response" })).not.toHaveProperty("default");
    const codes = described("默认值：当前时间").diagnostics.map(({ code }) => code);
    expect(codes).toEqual(["lost-default"]);
  });
});
