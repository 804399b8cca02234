import { describe, expect, test } from "vitest";
import { factsOf, flat } from "./describing.js";

describe("the leading term is the label", () => {
  test.each([
    ["风筝名称", "风筝名称"],
    ["风筝名称，最多两行", "风筝名称"],
    ["风筝名称,最多两行", "风筝名称"],
    ["风筝编号（仅用于幂等）", "风筝编号"],
    ["风筝编号(放飞时使用)", "风筝编号"],
    ["放飞地点。可通过接口获取", "放飞地点"],
    ["风筝类型/MIME", "风筝类型/MIME"],
    ["此次放飞中使用的「风筝 ID」的类型", "此次放飞中使用的「风筝 ID」的类型"],
    ["风筝 ID，获取方式如下： - 放飞", "风筝 ID"],
    ["风筝 ID 列表 - 1: 红 - 2: 蓝", "风筝 ID 列表"],
    ["放飞时间 请使用fly_timestamp", "放飞时间"],
    ["尾巴长度\n说明：以米计", "尾巴长度"],
    ["是否必填", "是否必填"],
    ["当前风筝", "当前风筝"],
    ["非必填，风筝名称（最多两行）", "风筝名称"],
    ["需要放飞的风筝列表", "需要放飞的风筝列表"],
    ["线轴 ID可选值： - 1：木 - 2：铁", "线轴 ID"],
    ["默认值", "默认值"],
    ["小时", "小时"],
    ["The ID of the kite. Get it from the shelf.", "The ID of the kite"],
    ["Kite colour, in lower case", "Kite colour"],
  ])("%s", (text, label) => {
    expect(factsOf(text).label).toBe(label);
    expect(factsOf(flat(text)).label).toBe(label);
  });

  test.each([
    "当风筝类型为沙燕时，从此字段取值",
    "若填写，则放飞",
    "放飞风筝时，是否通知同伴",
    "type 为 swallow 时必填，沙燕的尾巴",
    "（仅在春天使用）",
    "- ",
    "",
    "通过接口返回",
    "true为不放飞",
    "示例值：3",
    "When the kite flies, its height",
    "This field is deprecated.",
    `${"很".repeat(25)}长的说明`,
  ])("%s has none", (text) => {
    expect(factsOf(text).label).toBeUndefined();
  });
});

test("prose is what is left without the machine's parts", () => {
  const text =
    "风筝颜色。看得见就好。\n注意： - 夜里看不见\n示例值：1\n可选值有：\n- `1`: 红 - `2`: 蓝\n默认值：`1`\n数据校验规则：\n- 取值范围：`1` ～ `2`";
  expect(factsOf(text, { type: "int" }).prose).toBe("风筝颜色。看得见就好。\n注意： - 夜里看不见");
  expect(factsOf("示例值：1", { type: "int" })).not.toHaveProperty("prose");
});
