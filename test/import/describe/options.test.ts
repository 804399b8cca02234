import { describe, expect, test } from "vitest";
import { described, factsOf, flat, values } from "./describing.js";

const COLOURS = ["1 红", "2 蓝"];

describe("lists of values", () => {
  test.each([
    ["颜色\n可选值有：\n- `1`: 红 - `2`: 蓝", "int", COLOURS],
    ["颜色\n可选值有：\n- `1`: 红\n- `2`: 蓝", "int", COLOURS],
    ["颜色 示例值:1 可选值有: - 1: 红 - 2: 蓝", "int", COLOURS],
    ["颜色\n可选值有： * 1：红 * 2：蓝\n示例值：1", "int", COLOURS],
    ["颜色。可能值有： - `1`：红 - `2`：蓝", "int", COLOURS],
    ["颜色，可选值：「1:红，2:蓝」\n示例值：2", "int", COLOURS],
    ["颜色，1：红，2：蓝", "int", COLOURS],
    ["颜色, 1 - 红; 2 - 蓝", "int", COLOURS],
    ["颜色。\n可选值有： 1：红\n说明：没有别的。", "int", ["1 红"]],
    ["颜色，默认为1。1:红，2:蓝", "int", COLOURS],
    ["颜色 1：红；2：蓝", "int", COLOURS],
    ["颜色  可选值：1：红 2：蓝。默认值：1", "int", COLOURS],
    ["颜色 - 1: 红 - 2: 蓝", "[int]", COLOURS],
    ["颜色： * `1`：红  * `2`：蓝\n示例值：1\n默认值：`1`", "int", COLOURS],
    ["Colour.\nOptional values are:\n- `r`: Red - `b`: Blue", "string", ["r Red", "b Blue"]],
    ["Colour. Possible values:\n- `r`: Red\n- `b`: Blue", "string", ["r Red", "b Blue"]],
    ["Values: ROWS (default) or COLUMNS", "string", ["ROWS", "COLUMNS"]],
    ["方向，可选 ROWS、COLUMNS", "string", ["ROWS", "COLUMNS"]],
    ["方向，可选rows,columns", "string", ["rows", "columns"]],
    ['方向，可选项有："rows,columns"，其他不作处理', "string", ["rows", "columns"]],
    ["格式，支持\n- `y/m`: 年月 - `m/y`: 月年\n示例值：m/y", "string", ["y/m 年月", "m/y 月年"]],
    ["风筝图\n- image：图 - sketch：草图", "string", ["image 图", "sketch 草图"]],
    ['材料\n示例值："silk"\n可选值有：\n- `silk`: 绢 - `paper`: ', "string", ["silk 绢", "paper"]],
    ["级别\n可选值有：\n- `-1`: 无 - `0`: 一", "int", ["-1 无", "0 一"]],
    ["证件\n可选值有：\n- `1`: 甲 - 居民 - `2`: 乙", "int", ["1 甲 - 居民", "2 乙"]],
    ["类型\n可选值有：\n- `a`: 甲。子项：   - 若甲，则乙   - 若丙，则丁", "string", ["a 甲"]],
    ["状态\n可选值有：\n- `A.b:c/d`: 甲", "string", ["A.b:c/d 甲"]],
    ['材料类型\n1) "silk"：绢\n2) "paper"：纸', "string", ["silk 绢", "paper 纸"]],
    ['时刻。可选值： - "HH"：时 - "HH mm"：时和分', "string", ["HH 时", "HH mm 时和分"]],
    ["类型\n可选值有：\n- `a`: 甲，最大长度：2 - `b`: 乙", "string", ["a 甲", "b 乙"]],
    ["材料，枚举如下 - `silk`：绢 - `paper`：纸", "string", ["silk 绢", "paper 纸"]],
    [
      "材料。可选值如下所示。缺省时为绢。 - silk：绢 - paper：纸",
      "string",
      ["silk 绢", "paper 纸"],
    ],
    ["查询的材料，可选类型有 silk、paper。", "string", ["silk", "paper"]],
    ['被放飞的材料   "silk"、"paper"', "string", ["silk", "paper"]],
    ["标记：1 红，2 蓝，不是红\n示例值：2", "int", COLOURS],
    ["颜色的编号，value 枚举值有： - `1`：红 - `2`：蓝", "{int}", COLOURS],
    ["颜色，1-红，2-蓝", "int", COLOURS],
    ["颜色，1表示红，2表示蓝", "int", COLOURS],
    ["颜色，1代表红，2代表蓝", "string", COLOURS],
    ["颜色或条件1=红，2=蓝", "int", COLOURS],
    ["必填，1（红） 2（蓝）\n示例值：2", "int", COLOURS],
    ["颜色，1代表红，2代表蓝，8代表黄", "int", [...COLOURS, "8 黄"]],
    ["颜色：`red`：红；`blue`：蓝", "string", ["red 红", "blue 蓝"]],
    ["颜色，red：红，blue：蓝\n示例值：blue", "string", ["red 红", "blue 蓝"]],
    ["颜色\nred - 红\nblue - 蓝", "string", ["red 红", "blue 蓝"]],
    ['颜色\n- `red`: 红 - `blue"`: 蓝\n示例值：["red"]', "[string]", ["red 红", "blue 蓝"]],
    [
      "材料 可选值： 1. `silk`（推荐）： 轻。 2. `paper`（默认）：重。",
      "string",
      ["silk 轻", "paper 重"],
    ],
    ["材料\n可选值有：\n- `silk`（推荐）：绢 - `paper`：纸", "string", ["silk 绢", "paper 纸"]],
    ['材料 * "Silk": 绢 * "Paper": 纸\n示例值："silk"', "string", ["Silk 绢", "Paper 纸"]],
    ["放飞者\n可选值有：\n- `1`: 指定部门 - `2`: 所有人", "int", ["1 指定部门", "2 所有人"]],
    ["颜色 - `1`：红 - `2`：蓝\n注意 - 红只能用一次 - 蓝不限", "int", COLOURS],
    [
      "颜色可选值有：1：红2：蓝 3：黄\n可选值有：\n- `1`: 红 - `2`: 蓝 - `3`: 黄",
      "int",
      [...COLOURS, "3 黄"],
    ],
    ["颜色\n可选值有：\n- `1`: 红 - `2`: 蓝\n可选值有：\n- `2`: 深蓝", "int", COLOURS],
    ["材料。取值 silk（绢）或 paper（纸）", "string", ["silk 绢", "paper 纸"]],
    ["颜色\n可选值有：\n- `1`: 当前的红", "int", ["1 当前的红"]],
    ["优先展示的语言版本（zh_cn：中文，en_us：英文）", "string", ["zh_cn 中文", "en_us 英文"]],
    ["语言（zh_cn=中文; en_us=英文）。可不填", "string", ["zh_cn 中文", "en_us 英文"]],
    ["若为RED，则为红；为BLUE，则为蓝", "string", ["RED 红", "BLUE 蓝"]],
    ["颜色。当值为 RED 时，表示红；值为 BLUE 时，表示蓝。可不填", "string", ["RED 红", "BLUE 蓝"]],
  ])("%s", (text, type, expected) => {
    expect(values(factsOf(text, { type }))).toEqual(expected);
    expect(values(factsOf(flat(text), { type }))).toEqual(expected);
  });

  test("a line that is no bullet ends the list", () => {
    const facts = factsOf("颜色。可选值有：\n- 1：红\n- 2：蓝\n颜色的详情见别处", { type: "int" });
    expect(values(facts)).toEqual(COLOURS);
    expect(facts.prose).toBe("颜色。\n颜色的详情见别处");
  });

  test.each([
    ["是否放飞\n可选值有：\n- `true`: 放 - `false`: 不放", "boolean"],
    ["是否放飞。可选值有： - true（默认值）：放 - false：不放", "boolean"],
    ["风筝\n注意： - 春天：放飞 - 秋天：收好", "string"],
    ["风筝 ID，获取方式： - 书架：借阅 - `kite_id` 由接口返回", "string"],
    ["风筝信息，长度 period 可选值有: - 1 :  日 - 2 :  月", "string"],
    ['扩展，枚举值说明：\n  - a：甲   - b：乙\n示例值："{\\"k\\":\\"a\\"}"', "string"],
    ["开放时间，格式为 10:30，11:30", "string"],
    ["星期，0 为不放飞，1 为放飞", "int"],
    ["风力，1表示最弱，10表示最强", "int"],
    ["风力，1表示最弱，2表示次弱，以此类推", "int"],
    ["放飞次数，-1表示不限，0表示禁止", "int"],
    ["JSON 格式，`red`：红，`blue`：蓝", "string"],
    ["颜色，1表示红，2表示蓝\n示例值：7", "int"],
    ["语言，格式如下： - 中文：zh-CN - 英文：en-US\n示例值：en-US", "string"],
    ["图案，red：红，blue：蓝\n示例值：green", "string"],
    ["风筝\n可选值有：\n- `1`: 红", "object"],
    ["颜色的编号，value 枚举值有： - `1`：红 - `2`：蓝", "int"],
    ["值 - 若为线，填写长度 - 若为面，可选值： - a：甲 - b：乙\n示例值：a", "string"],
    ['风筝的图，支持 "png"、"jpeg" 等格式', "string"],
    ["距离：1 到 5，2 个以上\n示例值：2", "int"],
    ["风筝的字段\n字段权限要求：\n- `kite:wing:read` 读翅膀", "string"],
    ["线长，材料取值 silk（绢）或 paper（纸）时有效", "string"],
    ['文件\n- doc：文档 - sheet：表格\n示例值："other"', "string"],
    ["语言（zh_cn：中文，en_us：英文）\n示例值：fr_fr", "string"],
    ["语言（zh_cn：中文，en_us：英文，其他语言见下表）", "string"],
    ["语言（zh_cn：中文）", "string"],
    ["语言的 JSON（zh_cn：中文，en_us：英文）", "string"],
    ["一项（key：键，value：值）", "string"],
    ["若 type 为RED，则为红；为BLUE，则为蓝", "string"],
    ["若为RED，则为红；其他为蓝", "string"],
    ["若为RED，则为红", "string"],
    ["若为true，则为红；为false，则为蓝", "string"],
  ])("%s has none", (text, type) => {
    expect(factsOf(text, { type })).not.toHaveProperty("options");
    expect(factsOf(flat(text), { type })).not.toHaveProperty("options");
  });

  test.each([
    ["标识一只风筝在天上的身份。同一只风筝在不同的天上身份不同。", ""],
    ["以编号来标识风筝", ""],
    ["风筝。取该类型时，其他字段无效。", "风筝"],
    ["县（区）", "县（区）"],
    ["通过", "通过"],
    ["仅可观看", "仅可观看"],
    ["Used to identify a kite in the sky.", ""],
  ])("the label of a value: %s", (words, label) => {
    const text = `可选值有：\n- \`a\`: ${words} - \`b\`: 乙`;
    expect(factsOf(text).options?.[0]).toEqual({ value: "a", label });
  });

  test("values that the form tells apart come first", () => {
    const told = { options: [{ value: "9", label: "风筝。" }] };
    expect(values(factsOf("可选值有：\n- `1`: 红", { type: "int", told }))).toEqual(["9 风筝"]);
  });

  test("words among the values of a number are left out, and reported", () => {
    const { facts, diagnostics } = described("可选值有：\n- `1`: 红 - `b`: 蓝", { type: "int" });
    expect(facts).not.toHaveProperty("options");
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["lost-options", "warning"],
    ]);
  });
});
