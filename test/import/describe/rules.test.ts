import { describe, expect, test } from "vitest";
import type { Facts } from "../../../generator/import/endpoint.js";
import { described, factsOf, flat } from "./describing.js";

const RULES = "数据校验规则：\n";

describe("rules", () => {
  test.each<[string, string, Facts]>([
    ["取值范围：`0` ～ `100`", "int", { min: 0, max: 100 }],
    ["取值范围：`-5` ～ `5`", "string", { min: -5, max: 5 }],
    ["最大值：`100`", "string", { max: 100 }],
    ["最大值：`100`", "[string]", { maxItems: 100 }],
    ["长度范围：`1` ～ `20` 字符", "string", { minLength: 1, maxLength: 20 }],
    ["长度范围：`1` ～ `20`", "[string]", { minItems: 1, maxItems: 20 }],
    ["最大长度：`64` 字符", "string", { maxLength: 64 }],
    ["最小长度：`1` 字符\n- 最大长度：`9` 字符", "string", { minLength: 1, maxLength: 9 }],
    ["最大长度：`100`", "[object]", { maxItems: 100 }],
    ["最小值：`-1`\n- 正则校验：`^[0-9]{2,3}$`", "int", { min: -1 }],
    ["int32 范围（ `1`~`2147483647`）内的正整数", "int", { min: 1, max: 2147483647 }],
    ["最小值：`-9223372036854775808`\n- 最大值：`9`", "int", { max: 9 }],
  ])("%s on %s", (rule, type, bounds) => {
    expect(factsOf(`${RULES}- ${rule}`, { type })).toEqual(bounds);
    expect(factsOf(flat(`${RULES}- ${rule}`), { type })).toEqual(bounds);
  });

  test("a number with commas is not cut at the first", () => {
    const facts = factsOf(`${RULES} * 风筝的总长度最大值：\`100,000 个字\`\n示例值："a"`);
    expect(facts).toEqual({ prose: facts.prose, example: "a" });
  });

  test.each<[string, string, Facts]>([
    ["Value range: `0` ～ `50`", "int", { min: 0, max: 50 }],
    ["Length range: `1` ～ `100` characters", "string", { minLength: 1, maxLength: 100 }],
    ["Maximum length: `250` characters", "string", { maxLength: 250 }],
    ["Maximum value: `20971520`", "int", { max: 20971520 }],
    [
      "Length Constraints: Minimum 43 characters, maximum 128 characters",
      "string",
      { minLength: 43, maxLength: 128 },
    ],
  ])("%s", (rule, type, bounds) => {
    expect(factsOf(`Kite.\n${rule}`, { type })).toMatchObject(bounds);
    expect(factsOf(`Kite.\nData validation rules:\n- ${rule}`, { type })).toMatchObject(bounds);
  });

  test.each<[string, string, Facts]>([
    ["分页大小，最大值为 200", "int", { max: 200 }],
    ["分页大小, 不能超过 50, 默认10", "int", { max: 50 }],
    ["风筝名，最多100个字符。", "string", { maxLength: 100 }],
    ["风筝名。字符长度上限为 255。", "string", { maxLength: 255 }],
    [
      "风筝名。长度不能超过 64 字符。\n数据校验规则：\n- 最小长度：`1` 字符",
      "string",
      { minLength: 1, maxLength: 64 },
    ],
    ["放飞时长（分钟），范围[0,1440]", "int", { min: 0, max: 1440 }],
    ["风筝列表，最大长度不超过100", "[string]", { maxItems: 100 }],
    ["风筝列表，限制单次最大100条，不传则为空", "[string]", { maxItems: 100 }],
  ])("prose: %s", (text, type, bounds) => {
    expect(factsOf(text, { type })).toMatchObject(bounds);
  });

  test.each([
    ["最多返回200条", "int"],
    ["最大的风筝", "int"],
    ["日期，取值范围：2020-01-01 之后", "string"],
    [`${RULES}- 取值范围：\`9\` ～ \`1\``, "int"],
  ])("%s says nothing", (text, type) => {
    const facts = factsOf(text, { type });
    for (const key of ["min", "max", "minLength", "maxLength"])
      expect(facts).not.toHaveProperty(key);
  });

  test("a rule for another kind is reported", () => {
    const { facts, diagnostics } = described(`${RULES}- 最大长度：\`5\``, { type: "int" });
    expect(facts).toEqual({});
    expect(diagnostics.map(({ code }) => code)).toEqual(["lost-rule"]);
  });
});

describe("sizes of files", () => {
  test.each([
    ["图片，最大 300 MB", 300 * 1024 ** 2],
    ["图片\n注意：大小不得超过 1.5 KB，且不为空", 1536],
    ["Image, up to 2 GB.", 2 * 1024 ** 3],
    ["图片最大 10 MB，视频最大 30 MB", undefined],
    ["图片", undefined],
  ])("%s", (text, maxBytes) => {
    expect(factsOf(text, { type: "file" }).maxBytes).toBe(maxBytes);
    expect(factsOf(text)).not.toHaveProperty("maxBytes");
  });
});
