import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, small, writeOver } from "./larkgen.js";

interface Rows {
  readonly path?: string;
  readonly query?: string;
}

/** A page about the caps of the small spec, in the mirror's form. */
const page = ({
  path = '| `id` | `string` | 号<br>**示例值**："1" |',
  query = "",
}: Rows = {}): string => `---
title: "查询"
fullPath: "/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/cap/get"
updateTime: "1700000000000"
---

# 查询

## 请求

| 项目 | 值 |
| --- | --- |
| HTTP URL | https://open.feishu.cn/open-apis/hire/v1/caps/:id |
| HTTP Method | GET |

### 请求头

| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
| Authorization | string | 是 | \`tenant_access_token\` **值格式**："Bearer \`access_token\`" |

### 路径参数

| 名称 | 类型 | 描述 |
| --- | --- | --- |
${path}
${query === "" ? "" : `\n### 查询参数\n\n| 名称 | 类型 | 必填 | 描述 |\n| --- | --- | --- | --- |\n${query}\n`}
## 响应

### 响应体

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| \`code\` | \`int\` | 错误码，非 0 表示失败 |
| \`msg\` | \`string\` | 错误描述 |
| \`data\` | \`\\-\` | \\- |
`;

const NUMBER = "| `id` | `int` | 号<br>**示例值**：1 |";
const SIZE = "| `size` | `int` | 否 | 码<br>**示例值**：7 |";

/** The small spec with pages beside it. */
function withPages(pages: Readonly<Record<string, string>>): string {
  const cwd = small();
  for (const [name, text] of Object.entries(pages)) writeOver(join(cwd, name), text);
  return cwd;
}

test("a page that the spec follows has no differences, said on stderr", async () => {
  const cwd = withPages({ "cap.md": page() });
  expect(await larkgen(cwd, ["drift", "cap.md"])).toEqual({
    code: 0,
    stdout: "",
    stderr: "no differences: 1 page, 1 operation\n",
  });
});

test("differences are lines on stdout, with both places", async () => {
  const cwd = withPages({ "cap.md": page({ path: NUMBER, query: SIZE }) });
  const { code, stdout, stderr } = await larkgen(cwd, ["drift", "cap.md"]);
  expect(stdout.split("\n")).toEqual([
    "cap.get path.id: type int on the page, string in the spec (spec/hire/resources/cap.yaml:9:19; cap.md:26)",
    "cap.get query.size: on the page, not in the spec (spec/hire/resources/cap.yaml:4:3; cap.md:32)",
    "",
  ]);
  expect(stderr).toContain("2 differences: 1 page, 1 operation\n");
  expect(code).toBe(1);
});

test("exceptions of the spec explain differences, and are asked for when they do not", async () => {
  const cwd = withPages({
    "cap.md": page({ path: NUMBER }),
    "plain.md": page(),
    "spec/hire/exceptions.yaml":
      "exceptions:\n  - { operation: cap.get, at: request.path.id, reason: The example is text. }\n",
  });
  expect((await larkgen(cwd, ["drift", "cap.md"])).code).toBe(0);
  const { code, stdout } = await larkgen(cwd, ["drift", "plain.md"]);
  expect(stdout).toMatch(
    /^cap\.get request\.path\.id: this exception explains no difference any more: remove it \(spec\/hire\/exceptions\.yaml:2:31; plain\.md:26\)\n$/u,
  );
  expect(code).toBe(1);
});

test("pages that cannot be read are reported, and the others are still compared", async () => {
  const cwd = withPages({ "guide.md": "# A guide\n\nWords.\n", "cap.md": page({ query: SIZE }) });
  const { code, stdout, stderr } = await larkgen(cwd, ["drift", "none.md", "guide.md", "cap.md"]);
  expect(stdout).toMatch(/^cap\.get query\.size: [^\n]*\n$/u);
  expect(stderr).toMatch(/none\.md/u);
  expect(stderr).toMatch(/guide\.md:\d+:\d+ error/u);
  expect(code).toBe(1);
  const alone = await larkgen(cwd, ["drift", "guide.md"]);
  expect(alone).toMatchObject({ code: 1, stdout: "" });
});

test("--json has everything as data", async () => {
  const cwd = withPages({ "cap.md": page({ query: SIZE }), "guide.md": "# A guide\n" });
  const { code, stdout } = await larkgen(cwd, ["drift", "cap.md", "guide.md", "--json"]);
  const { differences, diagnostics } = JSON.parse(stdout);
  expect(differences).toEqual([
    {
      operation: "cap.get",
      at: "query.size",
      kind: "name",
      page: "int",
      spec: null,
      places: {
        spec: { file: "spec/hire/resources/cap.yaml", line: 4, column: 3 },
        page: { file: "cap.md", line: 32, column: 1 },
      },
    },
  ]);
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ file: "guide.md", severity: "error" }),
  );
  expect(code).toBe(1);
});

test("a spec with errors is not compared with anything", async () => {
  const cwd = withPages({ "cap.md": page(), "spec/hire/more.yaml": "lable: 再\n" });
  const { code, stdout, stderr } = await larkgen(cwd, ["drift", "cap.md"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("unknown-key");
});

test("without a page, or without a spec, the call is wrong", async () => {
  const cwd = withPages({ "cap.md": page() });
  expect(await larkgen(cwd, ["drift"])).toMatchObject({ code: 2, stdout: "" });
  const { code, stderr } = await larkgen(cwd, ["drift", "cap.md", "--spec", "none"]);
  expect(stderr).toContain("there is no spec folder none");
  expect(code).toBe(2);
});

test("a page of another service than that of --spec is not compared, and the others are", async () => {
  const kite = page().replaceAll("/hire/v1/", "/kite/v1/");
  const cwd = withPages({ "kite.md": kite, "cap.md": page() });
  const args = ["drift", "kite.md", "cap.md", "--spec", "spec/hire"];
  const { code, stdout, stderr } = await larkgen(cwd, args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^kite\.md:\d+:\d+ error other-service\n  this page is about kite, /mu);
  expect(stderr).toContain(
    "spec/hire is the spec of hire: compare it without --spec, or with --spec spec/kite",
  );
  expect(stderr).toMatch(/no differences: 1 page, 1 operation\n$/u);
});

test("a page leads to an operation that has moved, unless another page stands at its address", async () => {
  const moved = page().replace("/caps/:id", "/hats/:id");
  const cwd = withPages({ "cap.md": page(), "hat.md": moved });
  const alone = await larkgen(cwd, ["drift", "hat.md"]);
  expect(alone.stdout).toMatch(/^cap\.get http: http GET [^\n]*\n$/u);
  for (const pages of [
    ["cap.md", "hat.md"],
    ["hat.md", "cap.md"],
  ]) {
    const { stdout } = await larkgen(cwd, ["drift", ...pages]);
    expect(stdout).toMatch(/^cap\.get operation: GET [^\n]*larkgen import adds it[^\n]*\n$/u);
  }
});
