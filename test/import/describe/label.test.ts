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
    ["风筝 详情附件列表，可通过接口获取", "风筝 详情附件列表"],
    ["风筝 ID 详情请见放飞", "风筝 ID"],
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
    ["风筝 ID 列表 -可以调用【放飞】", "风筝 ID 列表"],
    ["风筝编号-为空创建", "风筝编号"],
    ["风筝名 通过string传输", "风筝名"],
    ["风筝颜色 取值范围[0,255]", "风筝颜色"],
    ["线轴 scope为5时需要", "线轴"],
    ["所属分类 分类只能有一级", "所属分类"],
    ["放飞条件了解更多", "放飞条件"],
    ["标识是否放飞", "是否放飞"],
    ["操作上下文", "操作上下文"],
    ["用于放飞的线轴", "用于放飞的线轴"],
    ["在线风筝", "在线风筝"],
    ["税前价格、税后价格等级", "税前价格、税后价格等级"],
    ["放飞时间 --", "放飞时间"],
    ["风筝 C4-", "风筝 C4-"],
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
    "用于指定风筝的编号",
    "与 kite_id 至少给其中之一",
    "值固定为 Kite",
    "即线轴的编号",
    "传入符合风筝结构的字符串",
    "在放飞风筝前",
    "所有的风筝都放飞后",
    "除了本人与主人外",
    "风筝的长度、宽度等",
    "放飞成功后返回",
    "支持通过编号查询",
    "对应前文风筝的编号",
    "风筝是按行排列的",
    "「部分风筝，可见」",
    `${"很".repeat(25)}长的说明`,
  ])("%s has none", (text) => {
    expect(factsOf(text).label).toBeUndefined();
  });
});

test.each(["kite id", "Kite ID", "KiteId", "kite_id"])("%s is no more than kite_id", (text) => {
  expect(factsOf(text, { name: "kite_id" }).label).toBeUndefined();
  expect(factsOf(text, { name: "other" }).label).toBe(text);
});

describe("labels of values are as short as tells them apart", () => {
  test.each([
    ["behind a comma", ["红，像火一样", "蓝，像水一样"], ["红", "蓝"]],
    ["unless another needs it", ["结束，为同意", "结束，为拒绝"], ["结束，为同意", "结束，为拒绝"]],
    ["behind a colon", ["定时：每天", "手动"], ["定时", "手动"]],
    ["a clause in brackets", ["红（该颜色不支持）", "蓝（仅对沙燕有效）"], ["红", "蓝"]],
    [
      "a word in brackets",
      ["风筝（沙燕）", "葡萄牙语（巴西）"],
      ["风筝（沙燕）", "葡萄牙语（巴西）"],
    ],
    ["a bracket left open", ["红（list必须为空", "蓝"], ["红", "蓝"]],
    ["half of a sentence", ["含有公式时，返回公式", "返回值"], ["", "返回值"]],
    ["explanations under a note", ["【线轴】用来标识一个线轴", "[未开放] 红"], ["", "[未开放] 红"]],
    ["a quote left open", ['2021/1/30"', "蓝"], ["2021/1/30", "蓝"]],
    ["a verb of one word", ["通过（正常）", "拒绝"], ["通过（正常）", "拒绝"]],
    ["names before them", ["HR 操作", "候选人操作"], ["HR 操作", "候选人操作"]],
  ])("%s", (_, labels, expected) => {
    const list = labels.map((label, i) => `- \`${i}\`: ${label}`).join("\n");
    const told = { options: labels.map((label, i) => ({ value: String(i), label })) };
    for (const facts of [
      factsOf(`种类\n可选值有：\n${list}`, { type: "int" }),
      factsOf("种类", { type: "int", told }),
    ]) {
      expect(facts.options?.map(({ label }) => label)).toEqual(expected);
    }
  });

  test.each(["COUNTRY（国家）|CITY（市）", "COUNTRY 国家|CITY 市"])("%s are names", (labels) => {
    const list = labels.split("|").map((label, i) => `- \`${i}\`: ${label}`);
    expect(factsOf(`种类\n可选值有：\n${list.join("\n")}`, { type: "int" }).options).toEqual([
      { value: "0", label: "国家", name: "COUNTRY" },
      { value: "1", label: "市", name: "CITY" },
    ]);
  });

  test.each(["RED（红）", "红（RED）", "red（红）"])("%s of the value RED is 红", (label) => {
    const text = `颜色\n可选值有：\n- \`RED\`: ${label}\n- \`BLUE\`: 蓝`;
    expect(factsOf(text).options?.map(({ label }) => label)).toEqual(["红", "蓝"]);
  });
});

test("prose is what is left without the machine's parts", () => {
  const text =
    "风筝颜色。看得见就好。\n注意： - 夜里看不见\n示例值：1\n可选值有：\n- `1`: 红 - `2`: 蓝\n默认值：`1`\n数据校验规则：\n- 取值范围：`1` ～ `2`";
  expect(factsOf(text, { type: "int" }).prose).toBe("风筝颜色。看得见就好。\n注意： - 夜里看不见");
  expect(factsOf("示例值：1", { type: "int" })).not.toHaveProperty("prose");
});

describe("what was cut out of prose leaves no marks behind", () => {
  test.each([
    ["风筝颜色，示例值：3\n说明：很美", "风筝颜色\n说明：很美"],
    ["风筝颜色 - \n示例值：3", "风筝颜色"],
    ["风筝颜色：\n- `1`: 红\n- `2`: 蓝", "风筝颜色"],
    ["风筝颜色（1：红，2：蓝）", "风筝颜色"],
    ["风筝颜色（），很美", "风筝颜色，很美"],
    ["风筝颜色，参见，。示例值：3", "风筝颜色，参见。"],
    ["风筝 C4-\n示例值：3", "风筝 C4-"],
    ["无值时为 --\n示例值：3", "无值时为 --"],
    ["注意： - 夜里看不见", "注意： - 夜里看不见"],
  ])("%s", (text, prose) => {
    expect(factsOf(text, { type: "int" }).prose).toBe(prose);
  });
});
