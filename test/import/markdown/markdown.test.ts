import { describe, expect, test } from "vitest";
import { readMarkdown } from "../../../generator/import/forms/markdown/markdown.js";
import type { Page, Part } from "../../../generator/import/page.js";

const FACTS = `| 项目 | 值 |
| --- | --- |
| HTTP URL | https://open.feishu.cn/open-apis/toy/v1/boxes/:box_id/toys |
| HTTP Method | POST |
`;

/** A page with the facts above and what a case adds to them. */
const read = (rest: string, facts = FACTS) => {
  const text = `# 添加玩具\n\n## 请求\n\n${facts}\n${rest}\n`;
  return readMarkdown({ path: "toy.md", name: "toy.md", text });
};

const pageOf = (reading: { readonly page: Page | undefined }): Page => {
  if (reading.page === undefined) throw new Error("no page");
  return reading.page;
};

const rows = (page: Page, part: Part) =>
  page.rows[part].map(({ depth, name, type, required, text }) => [
    depth,
    name,
    type,
    required,
    text,
  ]);

const codes = ({ diagnostics }: ReturnType<typeof read>) => diagnostics.map(({ code }) => code);

test("a page of the mirror", () => {
  const text = `---
title: "添加玩具"
fullPath: "/ids/toy-v1/box-toy/create"
---

# 添加玩具

> **Warning**: 该接口不再更新，推荐使用新接口。

## 请求

${FACTS}| 接口频率限制 | [1000 次/分钟、50 次/秒](https://example.com) |
| 支持的应用类型 | custom,isv |
| 权限要求             调用该 API 所需的权限 | \`toy:box\` 更新 \`toy:box:readonly\` 查看 |

### 请求头

| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
| Authorization | string | 是 | \`tenant_access_token\` 或 \`user_access_token\` **值格式**："Bearer \`access_token\`" |
| Content-Type | string | 是 | **固定值**："multipart/form-data" |

### 路径参数

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| \`box_id\` | \`string\` | 盒子<br>**示例值**："1" |

### 请求体

| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
| \`parts\` | \`part\\[\\]\` | 是 | 零件 |
| &nbsp;&nbsp;└ \`size\` | \`map<string, int>\` | 否 | 尺寸 |

### 请求体示例

\`\`\`json
{ "parts": [] }
\`\`\`

## 响应

### 响应体

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| \`code\` | \`int\` | 错误码 |
| \`data\` | \`\\-\` | \\- |

### 响应体示例

\`\`\`json
{ "code": 0 }
\`\`\`

### 错误码

| HTTP状态码 | 错误码 | 描述 | 排查建议 |
| --- | --- | --- | --- |
| 400 | 1310001 / 1310002 | no box | \\- |
`;
  const page = pageOf(readMarkdown({ path: "toy.md", name: "toy.md", text }));
  expect(page).toMatchObject({
    title: "添加玩具",
    link: "https://open.feishu.cn/document/ids/toy-v1/box-toy/create",
    identity: { resource: "box_toy", action: "create" },
    method: "POST",
    path: "/open-apis/toy/v1/boxes/:box_id/toys",
    limits: ["1000/min", "50/s"],
    appTypes: ["custom", "isv"],
    scopes: ["toy:box", "toy:box:readonly"],
    tokens: ["tenant", "user"],
    isMultipart: true,
    isDeprecated: true,
    requestExample: { text: '{ "parts": [] }' },
    responseExample: { text: '{ "code": 0 }' },
  });
  expect(rows(page, "path")).toEqual([[0, "box_id", "string", undefined, '盒子\n示例值："1"']]);
  expect(rows(page, "body")).toEqual([
    [0, "parts", "part[]", true, "零件"],
    [1, "size", "map<string, int>", false, "尺寸"],
  ]);
  expect(rows(page, "response")).toEqual([
    [0, "code", "int", undefined, "错误码"],
    [0, "data", "-", undefined, "-"],
  ]);
  expect(
    page.errors.map(({ code, status, label, advice }) => [code, status, label, advice]),
  ).toEqual([
    [1310001, 400, "no box", ""],
    [1310002, 400, "no box", ""],
  ]);
  const places = [page.rows.body[1]?.at, page.requestExample?.at].map((at) =>
    text.slice(at?.start, at?.end),
  );
  expect(places).toEqual([
    "| &nbsp;&nbsp;└ `size` | `map<string, int>` | 否 | 尺寸 |",
    '{ "parts": [] }',
  ]);
});

test("the vendor's own Markdown, with line breaks for <br> and CRLF", () => {
  const text = [
    "# 查看风筝",
    "## 请求",
    "基本 | ",
    "--- | ---",
    "HTTP URL | https://open.feishu.cn/open-apis/kite/v1/kites",
    "HTTP Method | GET",
    "支持的应用类型 | 自建应用、商店应用",
    "权限要求  ",
    "    **所需的权限**  ",
    "    开启任一权限即可 | 更新风筝(kite:kite)  ",
    "    查看风筝(kite:kite:readonly)",
    "### 查询参数",
    "名称 | 类型 | 必填 | 描述",
    "--- | --- | --- | ---",
    "colour | string | 否 | 颜色  ",
    "**可选值有**：  ",
    "- red：红  ",
    "- blue：蓝",
    "page_size | int | 是 | 大小",
    "### 响应体",
    "名称 | 类型 | 描述",
    "---|---|---",
    "data | \\- | \\-",
    "kite | kite | 风筝",
  ].join("\r\n");
  const page = pageOf(readMarkdown({ path: "kite.md", name: "kite.md", text }));
  expect(page).toMatchObject({
    title: "查看风筝",
    appTypes: ["custom", "isv"],
    scopes: ["kite:kite", "kite:kite:readonly"],
    tokens: [],
    isDeprecated: false,
  });
  expect(rows(page, "query")).toEqual([
    [0, "colour", "string", false, "颜色\n可选值有：\n- red：红\n- blue：蓝"],
    [0, "page_size", "int", true, "大小"],
  ]);
  expect(rows(page, "response").map(([depth]) => depth)).toEqual([undefined, undefined]);
  const at = page.rows.query[0]?.at;
  expect(text.slice(at?.start, at?.end)).toMatch(/^colour .*- blue：蓝$/su);
});

test("an English copy: headings glued to rows, depth as blanks, examples without fences", () => {
  const text = `---
url: "https://open.larksuite.com/document/ids/kite-v1/kite/create"
---
## Request
| Facts |  |
| --- | --- |
| HTTP URL | https://open.larksuite.com/open-apis/kite/v1/kites |
| HTTP Method | POST |
| Rate Limit | 20 per minute | ### Request body

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| \`name\` | \`string\` | Yes | Name | ### Request body example

{
  "name": "Box",

  "size": 1
}

### Response body
| Parameter | Type | Description |
| --- | --- | --- |
| \`data\` | \`\\-\` | \\- |
|   \`kite\` | \`kite\` | Kite |
|     \`id\` | \`string\` | ID |
`;
  const page = pageOf(readMarkdown({ path: "kite.md", name: "kite.md", text }));
  expect(page).toMatchObject({
    link: "https://open.larksuite.com/document/ids/kite-v1/kite/create",
    limits: ["20/min"],
    requestExample: { text: '{\n  "name": "Box",\n\n  "size": 1\n}' },
  });
  expect(rows(page, "body")).toEqual([[0, "name", "string", true, "Name"]]);
  expect(rows(page, "response").map(([depth]) => depth)).toEqual([0, 1, 2]);
});

describe("tables written by hand", () => {
  const body = (table: string) => rows(pageOf(read(`### 请求体\n${table}`)), "body");

  test.each([
    ["a delimiter of another width", "|参数|类型|必须|说明|\n|--|--|--|--|--|\n|a|int|是|甲|"],
    ["rows without outer pipes", "|参数|类型|必须|说明|\n|-|-|-|-|\na|int|是|甲"],
    [
      "text glued to the last row",
      "|参数|类型|必须|说明|\n|-|-|-|-|\n|a|int|是|甲|\n**注意**：文字",
    ],
    ["columns in another order", "|说明|必填|字段|数据类型|\n|-|-|-|-|\n|甲|必填|a|int|"],
    ["the required mark in the name", "|参数|类型|说明|\n|-|-|-|\n|a   必选|int|甲|"],
    ["a table after a lone tag", "<br>\n|参数|类型|必须|说明|\n|-|-|-|-|\n|a|int|是|甲|"],
  ])("%s", (_, table) => {
    expect(body(table)).toEqual([[undefined, "a", "int", true, "甲"]]);
  });

  test.each([
    ["emsp", ["a", "&emsp;∟b", "&emsp;&emsp;∟c", "d"], [0, 1, 2, 0]],
    ["ensp", ["a", "&ensp;∟b", "&ensp;&ensp;∟c"], [0, 1, 2]],
    ["marks without blanks beside marks with", ["a", "∟b", "&emsp;∟c"], [0, 1, 2]],
    ["marks counted", ["a", "└ b", "└└ c"], [0, 1, 2]],
    ["marks alike", ["a", "∟ b", "∟ c"], [0, undefined, undefined]],
  ])("depth by %s", (_, names, depths) => {
    const table = names.map((name) => `|${name}|object|x|`).join("\n");
    expect(body(`|参数|类型|说明|\n|-|-|-|\n${table}`).map(([depth]) => depth)).toEqual(depths);
  });

  test("a field may be called required", () => {
    expect(
      body("| 名称 | 类型 | 必填 | 描述 |\n|-|-|-|-|\n| `required` | `boolean` | 否 | 甲 |"),
    ).toEqual([[0, "required", "boolean", false, "甲"]]);
  });

  test("unescaped pipes belong to the last column", () => {
    expect(body("|参数|类型|说明|\n|-|-|-|\n|a|string|`^x|y$`|")[0]?.[4]).toBe("`^x|y$`");
  });

  test("a type left out", () => {
    const table = "| 参数 | 类型 | 必填 | 说明 |\n|-|-|-|-|\n| a | 是否批量处理这些玩具 |  |  |";
    expect(body(table)[0]?.slice(1, 3)).toEqual(["a", ""]);
  });

  test("examples and defaults in columns of their own", () => {
    const { rows } = pageOf(
      read("### 请求体\n参数|类型|说明|默认值|实例\n-|-|-|-|-\na|int|甲|1|2"),
    );
    expect(rows.body[0]?.told).toEqual({ default: "1", example: "2" });
  });
});

test("request fields go where their column, their name or the method says", () => {
  const table = `### 请求参数
|参数|类型|说明|来源|
|-|-|-|-|
|box_id|string|盒子|请求 URL|
|lang|string|语言|请求 URL|
|name|string|名称||`;
  const reading = read(table);
  const { rows } = pageOf(reading);
  expect([rows.path, rows.query, rows.body].map((part) => part.map(({ name }) => name))).toEqual([
    ["box_id"],
    ["lang"],
    ["name"],
  ]);
  expect(codes(reading)).toEqual(["place-guessed"]);
});

test("advice against an operation may run over two lines", () => {
  const text = `# 玩具\n\n> **Error**: 请尽快迁移至\n>   [新版本>>](/new)\n\n## 请求\n\n${FACTS}`;
  const page = pageOf(readMarkdown({ path: "toy.md", name: "toy.md", text }));
  expect(page.isDeprecated).toBe(true);
});

test("a parameter of the address may be listed with the body", () => {
  const reading = read("### 请求体\n|参数|类型|必须|说明|\n|-|-|-|-|\n|boxID|string|是|盒子|");
  expect(pageOf(reading).rows.path.map(({ name }) => name)).toEqual(["boxID"]);
  expect(codes(reading)).toEqual([]);
});

test("variants of an example have headings of their own", () => {
  const example = '#### 红色\n```json\n{"a": 1}\n```\n#### 字段说明\n|字段|类型|\n|-|-|\n|b|int|';
  const reading = read(
    `### 请求体示例\n${example}\n## 附录\n### 补充\n|字段|类型|\n|-|-|\n|c|int|`,
  );
  expect(pageOf(reading).requestExample?.text).toBe('{"a": 1}');
  expect(codes(reading)).toEqual(["table-skipped"]);
});

test("empty cells beyond the header are nothing", () => {
  const page = pageOf(
    read("### 请求体\n|参数|类型|说明|\n|-|-|-|\n|a|string|名称|||\n|b|string|^x|y$||"),
  );
  expect(rows(page, "body").map(([, , , , text]) => text)).toEqual(["名称", "^x|y$"]);
});

test("an unclosed example ends before the next section", () => {
  const page = pageOf(
    read('### 请求体示例\n```json\n{"a": 1}\n## 响应\n### 响应体\n|参数|类型|\n|-|-|\n|code|int|'),
  );
  expect(page.requestExample?.text).toBe('{"a": 1}');
  expect(page.rows.response).toHaveLength(1);
});

test("of several examples, the JSON of a success; of cURL, its body", () => {
  const page = pageOf(
    read(
      '### cURL 请求示例\n```\ncurl -X POST x -d \'{"a":1}\'\n```\n### 响应示例\n```\n{"code":9}\n```\n```\n{"code":0}\n```',
    ),
  );
  expect([page.requestExample?.text, page.responseExample?.text]).toEqual([
    '{"a":1}',
    '{"code":0}',
  ]);
});

test("what is not read is said", () => {
  const reading = read(
    "### 零件说明\n|字段|类型|说明|\n|-|-|-|\n|a|int|甲|\n### 错误码\n|错误码|描述|\n|-|-|\n|无|no box|",
    `${FACTS}| 接口频率限制 | 看情况 |\n`,
  );
  expect(codes(reading)).toEqual(["unread-fact", "table-skipped", "error-without-code"]);
});

test("two operations in one file", () => {
  const reading = readMarkdown({
    path: "x",
    name: "x",
    text: `# 一\n${FACTS}\n# 二\n${FACTS}\n### 请求体\n|参数|类型|\n|-|-|\n|a|int|`,
  });
  expect(codes(reading)).toEqual(["second-operation"]);
  expect(pageOf(reading).rows.body).toEqual([]);
});

test.each([
  [
    "an event",
    "# 玩具已添加\n## 事件\n| 项目 | 值 |\n| --- | --- |\n| 事件类型 | toy.created_v1 |",
  ],
  ["a callback", "# 玩具\n## 回调参数\n|参数|说明|\n|-|-|\n|a|甲|"],
  ["a guide", "# 玩具指南\n文字"],
  ["no vendor page", "文字"],
])("%s is no operation", (what, text) => {
  const reading = readMarkdown({ path: "x.md", name: "x.md", text });
  expect(reading.page).toBeUndefined();
  expect(reading.diagnostics).toMatchObject([
    { code: "page-not-operation", severity: "error", message: expect.stringContaining(what) },
  ]);
});

test.each([
  ["quotes", "> ".repeat(3000) + "x"],
  ["lists", "- ".repeat(3000) + "x"],
  ["a staircase", Array.from({ length: 500 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n")],
])("%s may be nested as deep as they like", (_, text) => {
  expect(
    pageOf(read(`### 说明\n${text}\n\n### 请求体\n|参数|类型|\n|-|-|\n|__proto__|int|`)).rows.body,
  ).toHaveLength(1);
});
