import { expect, test } from "vitest";
import { readEndpoint } from "../../generator/import/import.js";

const read = (rest: string) => {
  const facts =
    "| HTTP URL | https://open.feishu.cn/open-apis/toy/v1/toys |\n| HTTP Method | GET |";
  const text = `# 玩具\n\n## 请求\n\n| 项目 | 值 |\n| --- | --- |\n${facts}\n\n${rest}\n`;
  const { diagnostics } = readEndpoint({ path: "toy.md", name: "toy.md", text }, undefined);
  return diagnostics.map(
    ({ code, message }) => `${code} ${/"([^"]*)"|has ([^:\s]+)/u.exec(message)?.slice(1).join("")}`,
  );
};

const exampleOf = (json: string) => `## 响应\n\n### 响应体示例\n\n\`\`\`json\n${json}\n\`\`\`\n`;

test.each([
  ['{"code": 0, "data": {"toy": "kite"}}', ["reply-untold toy"]],
  ['{"code": 0, "msg": "ok", "toy": "kite"}', ["reply-untold toy"]],
  ['{"code": 0, "msg": "ok", "data": {}}', []],
])("a reply that only an example shows: %s", (json, expected) => {
  expect(read(exampleOf(json))).toEqual(expected);
});

test("what only examples tell is said, within a table without the envelope too", () => {
  const table = "### 响应体\n|参数|说明|\n|-|-|\n|toys|玩具|\n|&emsp;∟name|名称|\n\n";
  const json = '{"code": 0, "data": {"toys": {"kite_1": {"name": "a"}}}}';
  expect(read(`## 响应\n${table}${exampleOf(json).slice(6)}`)).toEqual([
    "type-guessed toys",
    "type-guessed name",
  ]);
});

const replyOf = (rows: string) => {
  const facts =
    "| HTTP URL | https://open.feishu.cn/open-apis/toy/v1/toys |\n| HTTP Method | GET |";
  const table = `## 响应\n\n### 响应体\n\n|参数|类型|说明|\n|-|-|-|\n${rows}`;
  const text = `# 玩具\n\n## 请求\n\n| 项目 | 值 |\n| --- | --- |\n${facts}\n\n${table}\n`;
  const { endpoint } = readEndpoint({ path: "toy.md", name: "toy.md", text }, undefined);
  return endpoint?.fields.response.map(({ name }) => name);
};

test.each([
  ["marked rows without the row of data", "|msg|string|x|\n|&emsp;∟kite|int|x|", ["kite"]],
  ["an error beside the fields", "|kite|int|x|\n|error|string|x|", ["kite", "error"]],
  ["the envelope's error", "|kite|int|x|\n|error|object|x|\n|&emsp;∟log_id|string|x|", ["kite"]],
])("a reply without data: %s", (_, rows, expected) => {
  expect(replyOf(`|code|int|x|\n${rows}`)).toEqual(expected);
});
