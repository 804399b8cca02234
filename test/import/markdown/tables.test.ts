import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../generator/import/forms/markdown/markdown.js";
import type { Part } from "../../../generator/import/page.js";

/** A page of the mirror, with what a case adds below its facts. */
function read(rest: string, fullPath = "/toy/create") {
  const text = `---
fullPath: "${fullPath}"
---
# 添加玩具

## 请求

| 项目 | 值 |
| --- | --- |
| HTTP URL | https://open.feishu.cn/open-apis/toy/v1/toys |
| HTTP Method | POST |

${rest}`;
  const { page, diagnostics } = readMarkdown({ path: "toy.md", name: "toy.md", text });
  return {
    codes: diagnostics.map(({ code }) => code),
    rows: (part: Part) =>
      page?.rows[part].map(
        ({ depth, name, required }) => `${"-".repeat(depth ?? 9)}${name}${required ? "!" : ""}`,
      ),
  };
}

const table = (heading: string, ...names: readonly string[]): string =>
  `${heading}\n\n| 名称 | 类型 | 必填 | 描述 |\n| --- | --- | --- | --- |\n${names
    .map(
      (name) =>
        `| ${name.replace("!", "")} | ${typeOf(name)} | ${name.includes("!") ? "是" : "否"} | 甲 |`,
    )
    .join("\n")}\n\n`;

const typeOf = (name: string): string =>
  ({ wheel: "toy_wheel", wheels: "toy_wheel[]", doll: "object" })[name.replace("!", "")] ??
  "string";

describe("the reply's table is found", () => {
  test.each(["成功响应", "正常返回", "响应体（成功）", "返回内容", "Successful response"])(
    "under %s",
    (heading) => {
      const { codes, rows } = read(`## 响应\n\n${table(`### ${heading}`, "code", "msg")}`);
      expect([rows("response"), codes]).toEqual([["code", "msg"], []]);
    },
  );

  test.each([
    ["补充", ["code"], ["table-taken"]],
    ["失败时", [], ["table-skipped"]],
  ])("under a heading of the page's own making: %s", (heading, expected, said) => {
    const { codes, rows } = read(`## 响应\n\n${table(`### ${heading}`, "code")}`);
    expect([rows("response"), codes]).toEqual([expected, said]);
  });

  test("unless there is another one", () => {
    const { codes, rows } = read(
      `## 响应\n\n${table("### 补充", "size")}${table("### 响应体", "code")}`,
    );
    expect([rows("response"), codes]).toEqual([["code"], ["table-skipped"]]);
  });

  test("not below the reply", () => {
    const { codes, rows } = read(`## 响应\n\n${table("## 补充", "size")}`);
    expect([rows("response"), codes]).toEqual([[], ["table-skipped"]]);
  });

  test("a table without types is told as well", () => {
    const failed = "### 失败响应\n\n| 名称 | 描述 |\n| --- | --- |\n| error | 错误 |\n";
    const { codes } = read(`## 响应\n\n${table("### 成功响应", "code")}${failed}`);
    expect(codes).toEqual(["table-skipped"]);
  });
});

describe("of alternative bodies only what all require is required", () => {
  test.each([
    [
      "both have their own words",
      table("### 请求体 (方式一)", "id!", "name!") + table("### 请求体 (方式二)", "code!", "id!"),
      ["id!", "name", "code"],
      ["alternative-bodies"],
    ],
    [
      "they share no field",
      table("### 卡片请求体", "id!") + table("### 文本请求体", "code!"),
      ["id", "code"],
      ["alternative-bodies"],
    ],
    [
      "the second goes on with the first",
      table("### 请求体", "id!") + table("### 请求体参数", "code!"),
      ["id!", "code!"],
      [],
    ],
    [
      "what is nested keeps its mark",
      table("### 请求体 (方式一)", "doll!", "└ id!") + table("### 请求体 (方式二)", "code"),
      ["doll", "-id!", "code"],
      ["alternative-bodies"],
    ],
  ])("%s", (_, text, expected, said) => {
    const { codes, rows } = read(text.replace("| └", "| &nbsp;&nbsp;└"));
    expect([rows("body"), codes]).toEqual([expected, said]);
  });
});

describe("a table whose heading names a field or its type has the fields of that", () => {
  test.each([
    ["a type", "#### toy_wheel", ["doll", "wheel", "-size!", "name"]],
    ["a type, with words", "#### toy_wheel 字段说明", ["doll", "wheel", "-size!", "name"]],
    ["a field", "#### `doll`", ["doll", "-size!", "wheel", "name"]],
    ["a bold line", "**toy_wheel**", ["doll", "wheel", "-size!", "name"]],
  ])("%s", (_, heading, expected) => {
    const { codes, rows } = read(
      table("### 请求体", "doll", "wheel", "name") + table(heading, "size!"),
    );
    expect([rows("body"), codes]).toEqual([expected, []]);
  });

  test("also where the field's table stands below", () => {
    const { codes, rows } = read(
      table("#### toy_wheel", "size!") + table("### 请求体", "wheel", "name"),
    );
    expect([rows("body"), codes]).toEqual([["wheel", "-size!", "name"], []]);
  });

  test("but a section's own heading is that of the section", () => {
    const { rows } = read(
      table("### 请求体", "doll").replace("| doll |", "| query |") +
        table("### query 参数", "size"),
    );
    expect([rows("body"), rows("query")]).toEqual([["query"], ["size"]]);
  });

  test("also one that another such table has brought", () => {
    const { rows } = read(
      table("### 请求体", "doll", "name") +
        table("#### doll", "wheel") +
        table("#### toy_wheel", "size"),
    );
    expect(rows("body")).toEqual(["doll", "-wheel", "--size", "name"]);
  });

  test.each([
    ["several fields are of the type", table("### 请求体", "wheel", "wheels"), "toy_wheel"],
    ["no field is", table("### 请求体", "doll"), "toy_wheel"],
    ["the field is a text", table("### 请求体", "name"), "name"],
    ["it has fields already", table("### 请求体", "doll", "&nbsp;&nbsp;└ id"), "doll"],
    ["the field is in the other half", table("## 响应", "doll"), "doll"],
    ["two names stand there", table("### 请求体", "doll", "wheel"), "doll wheel"],
  ])("unless %s", (name, before, heading) => {
    const isReply = name.includes("other half");
    const inner = table(`#### ${heading}`, "size");
    const { codes, rows } = read(isReply ? `### 请求体\n\n${inner}${before}` : before + inner);
    expect(codes).toEqual(["table-skipped"]);
    expect(rows("body")).not.toContain("-size");
  });
});
