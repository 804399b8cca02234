import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, small, start, temporary, tree, writeOver } from "./larkgen.js";

/** A page in the mirror's form, about a service that does not exist. */
const page = (service: string, rows: readonly string[], path = "kites"): string => `---
title: "查询风筝"
fullPath: "/docs/${service}-v1/kite/${path}"
---

# 查询风筝

## 请求

| 项目 | 值 |
| --- | --- |
| HTTP URL | https://open.feishu.cn/open-apis/${service}/v1/${path}/:kite_id |
| HTTP Method | GET |
| 接口频率限制 | 20 次/秒 |
| 支持的应用类型 | custom |

### 请求头

| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
| Authorization | string | 是 | \`tenant_access_token\` |

### 路径参数

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| \`kite_id\` | \`string\` | 风筝 ID<br>**示例值**："1" |

## 响应

### 响应体

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| \`code\` | \`int\` | 错误码 |
| \`msg\` | \`string\` | 错误描述 |
| \`data\` | \`\\-\` | \\- |
${rows.join("\n")}
`;

const NAME = "| &nbsp;&nbsp;└ `name` | `string` | 名称 |";
const SIZE = "| &nbsp;&nbsp;└ `size` | `int` | 大小 |";
const KITE = "spec/toy/resources/kite.yaml";

/** A folder with a page of a service that has no spec yet. */
function withPage(rows = [NAME], service = "toy"): string {
  const cwd = temporary();
  writeFileSync(join(cwd, "kite.md"), page(service, rows));
  return cwd;
}

test("a page becomes the spec of a new service, and a second import changes nothing", async () => {
  const cwd = withPage();
  const first = await larkgen(cwd, ["import", "kite.md"]);
  expect({ code: first.code, stdout: first.stdout }).toEqual({ code: 0, stdout: "" });
  expect(first.stderr).toContain(`${KITE} created\n`);
  expect(first.stderr).toContain("spec/toy/service.yaml created\n");
  expect((await larkgen(cwd, ["lint", "--spec", "spec/toy"])).stderr).toBe("no problems\n");
  const before = tree(cwd);
  const second = await larkgen(cwd, ["import", "kite.md"]);
  expect(second).toEqual({ code: 0, stdout: "", stderr: "nothing to do: no file changes\n" });
  expect(tree(cwd)).toEqual(before);
});

test("--dry-run shows a diff and writes nothing", async () => {
  const cwd = withPage();
  await larkgen(cwd, ["import", "kite.md"]);
  writeFileSync(join(cwd, "kite.md"), page("toy", [NAME, SIZE]));
  const before = tree(cwd);
  const { code, stdout, stderr } = await larkgen(cwd, ["import", "kite.md", "--dry-run"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^--- spec\/toy\/resources\/kite\.yaml\n\+\+\+ .*\n@@ /u);
  expect(stdout).toContain("\n+      size: { type: int, label: 大小 }\n");
  expect(stdout).not.toContain("\u001b");
  expect(stderr).toBe(`kite.kites.response.size: new\n${KITE} would be changed\n`);
  expect(tree(cwd)).toEqual(before);
  await larkgen(cwd, ["import", "kite.md"]);
  expect(readFileSync(join(cwd, KITE), "utf8")).toContain("size: { type: int, label: 大小 }");
});

test.each(["--dry-run", "--stdout"])("%s does not finish what was cut short", async (flag) => {
  const cwd = withPage();
  await larkgen(cwd, ["import", "kite.md"]);
  mkdirSync(join(cwd, "spec/toy/.larkgen-staging"));
  writeFileSync(
    join(cwd, "spec/toy/.larkgen-staging/journal.json"),
    JSON.stringify({ writes: [], removals: [] }),
  );
  const before = tree(cwd);
  const { code, stderr } = await larkgen(cwd, ["import", "kite.md", flag]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^an import into spec.toy was cut short/u),
  ]);
  expect(tree(cwd)).toEqual(before);
});

test("--dry-run of a new spec is a diff from nothing", async () => {
  const cwd = withPage();
  const { stdout } = await larkgen(cwd, ["import", "kite.md", "--dry-run"]);
  expect(stdout).toContain("--- /dev/null\n+++ spec/toy/service.yaml\n");
  expect(Object.keys(tree(cwd))).toEqual(["kite.md"]);
});

test("--stdout prints YAML that is a spec with a service beside it; - reads a page", async () => {
  const cwd = withPage();
  const child = start(cwd, ["import", "-", "--stdout"]);
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (said += text));
  child.stdin?.end(page("toy", [NAME]));
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  expect(said).toMatch(/^resource: kite\n/u);
  expect(Object.keys(tree(cwd))).toEqual(["kite.md"]);
  expect((await larkgen(cwd, ["import", "kite.md", "--stdout"])).stdout).toBe(said);
  writeOver(join(cwd, "spec/toy/kite.yaml"), said);
  const service = "service: { name: toy, label: 玩具, package: toy, version: 1.0.0 }\n";
  writeOver(join(cwd, "spec/toy/service.yaml"), service);
  expect((await larkgen(cwd, ["lint", "--spec", "spec/toy"])).stderr).toBe("no problems\n");
});

test("what people wrote stays, byte for byte", async () => {
  const cwd = withPage();
  await larkgen(cwd, ["import", "kite.md"]);
  const mine = readFileSync(join(cwd, KITE), "utf8").replace(
    "name: { type: string, label: 名称 }",
    "# mine\n      name: {type: string,   label: 名称, doc: Ours.} # too\n      old: { type: int }",
  );
  writeFileSync(join(cwd, KITE), `\uFEFF${mine.replaceAll("\n", "\r\n")}`);
  writeFileSync(join(cwd, "kite.md"), page("toy", [NAME, SIZE]));
  const { code, stderr } = await larkgen(cwd, ["import", "kite.md"]);
  expect(code).toBe(0);
  expect(stderr).toContain("warning field-gone");
  const size = "      size: { type: int, label: 大小 }\n";
  const after = mine.replace("# too\n", `# too\n${size}`);
  expect(readFileSync(join(cwd, KITE), "utf8")).toBe(`\uFEFF${after.replaceAll("\n", "\r\n")}`);
});

test("a page that cannot be read is said, and the others go on", async () => {
  const cwd = withPage();
  writeFileSync(join(cwd, "guide.md"), "# 指南\n\n没有接口。\n");
  const args = ["import", "guide.md", "none.md", "kite.md"];
  const { code, stdout, stderr } = await larkgen(cwd, args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^guide\.md:1:1 error /mu);
  expect(stderr).toContain("none.md");
  expect(stderr).toContain(`${KITE} created\n`);
  expect(stderr).not.toMatch(/\n {4}at /u);
});

test("pages of several services go to their folders", async () => {
  const cwd = withPage();
  writeFileSync(join(cwd, "other.md"), page("shop", [NAME]));
  expect((await larkgen(cwd, ["import", "kite.md", "other.md"])).code).toBe(0);
  expect(Object.keys(tree(cwd))).toEqual(
    expect.arrayContaining(["spec/shop/service.yaml", "spec/toy/service.yaml"]),
  );
});

test("a page of another service than that of --spec is left out, and the others go on", async () => {
  const cwd = withPage([NAME], "hire");
  writeFileSync(join(cwd, "other.md"), page("shop", [NAME]));
  const args = ["import", "other.md", "kite.md", "--spec", "spec/hire"];
  const { code, stderr } = await larkgen(small(cwd), args);
  expect(stderr).toMatch(/^other\.md:\d+:\d+ error other-service\n  this page is about shop, /mu);
  expect(stderr).toContain(
    "spec/hire is the spec of hire: import it without --spec, or with --spec spec/shop",
  );
  expect(stderr).toContain("spec/hire/resources/kite.yaml created\n");
  expect(stderr).toMatch(/1 imported, 1 is left out\n$/u);
  expect(code).toBe(1);
});

test("where all pages are of another service than that of --spec, nothing is written", async () => {
  const cwd = small(withPage());
  const before = tree(cwd);
  const { code, stderr } = await larkgen(cwd, ["import", "kite.md", "--spec", "spec/hire"]);
  expect(stderr).toContain("other-service");
  expect(code).toBe(1);
  expect(tree(cwd)).toEqual(before);
});

test("a spec in the folder of a service that it does not describe takes none of its pages", async () => {
  const cwd = small(withPage());
  renameSync(join(cwd, "spec/hire"), join(cwd, "spec/toy"));
  const { code, stderr } = await larkgen(cwd, ["import", "kite.md"]);
  expect(stderr).toContain(
    "spec/toy is the spec of hire: name the folder of its own spec with --spec",
  );
  expect(code).toBe(1);
});

test.each([
  ["the most pages", ["other.md", "kite.md", "kite2.md"], "toy", "other.md"],
  ["the first page, of as many", ["other.md", "kite.md"], "shop", "kite.md"],
])("the service with %s begins a new spec", async (_, pages, service, left) => {
  const cwd = withPage();
  writeFileSync(join(cwd, "kite2.md"), page("toy", [NAME], "reels"));
  writeFileSync(join(cwd, "other.md"), page("shop", [NAME]));
  const { code, stderr } = await larkgen(cwd, ["import", ...pages, "--spec", "mine"]);
  expect(stderr).toMatch(new RegExp(`^${left}:\\d+:\\d+ error other-service\n`, "mu"));
  expect(stderr).toContain(
    `mine becomes the spec of ${service}, the first service with the most pages`,
  );
  expect(readFileSync(join(cwd, "mine/service.yaml"), "utf8")).toContain(`name: ${service}\n`);
  expect(code).toBe(1);
});

test("a page that is given twice is imported once", async () => {
  const { code, stderr } = await larkgen(withPage(), ["import", "*.md", "kite.md", "."]);
  expect(stderr).not.toContain("error");
  expect(code).toBe(0);
});

test("--json gives files and diagnostics as data", async () => {
  const cwd = withPage();
  const { code, stdout, stderr } = await larkgen(cwd, ["import", "kite.md", "--json"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual({
    files: expect.arrayContaining([{ path: KITE, change: "created", written: true }]),
    notes: [],
    problems: [],
    pages: { imported: 1, notOperations: 0, withErrors: 0, leftOut: 0 },
    diagnostics: [],
  });
});

test("--dry-run --json has the diff, and says that nothing was written", async () => {
  const cwd = withPage();
  await larkgen(cwd, ["import", "kite.md"]);
  writeFileSync(join(cwd, "kite.md"), page("toy", [NAME, SIZE]));
  const before = tree(cwd);
  const { stdout, stderr } = await larkgen(cwd, ["import", "kite.md", "--dry-run", "--json"]);
  const { stdout: diff } = await larkgen(cwd, ["import", "kite.md", "--dry-run"]);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [{ path: KITE, change: "changed", written: false, diff: diff.trimEnd() }],
  });
  expect(stderr).toBe("");
  expect(tree(cwd)).toEqual(before);
});

/** Two operations, a guide, and a file that is no text. */
function withPages(): string {
  const cwd = withPage();
  mkdirSync(join(cwd, "pages"));
  writeFileSync(join(cwd, "pages/kite.md"), page("toy", [NAME]));
  writeFileSync(join(cwd, "pages/tail.md"), page("toy", [NAME], "tails"));
  writeFileSync(join(cwd, "pages/guide.md"), "# 指南\n\n没有接口。\n");
  writeFileSync(join(cwd, "pages/empty.md"), "");
  writeFileSync(join(cwd, "guide.md"), "# 另一篇指南\n\n没有接口。\n");
  return cwd;
}

test.each([
  [["pages", "--dry-run"], "2 would be imported, 1 is no operation, 1 has errors"],
  [["pages", "--stdout"], "2 printed, 1 is no operation, 1 has errors"],
  [["pages"], "2 imported, 1 is no operation, 1 has errors"],
  [["pages/{kite,tail}.md"], "2 imported"],
  [["pages", "none.md"], "2 imported, 1 is no operation, 2 have errors"],
  [["pages/guide.md", "guide.md", "kite.md"], "1 imported, 2 are no operations"],
  [["pages/guide.md", "none.md"], "0 imported, 1 is no operation, 1 has errors"],
])("the last line of import %j is: %s", async (args, summary) => {
  const { stderr } = await larkgen(withPages(), ["import", ...args]);
  expect(stderr.trimEnd().split("\n").at(-1)).toBe(summary);
});

test("the last line says, too, when nothing changes or a spec takes nothing in", async () => {
  const cwd = withPages();
  const args = ["import", "pages/*.md"];
  await larkgen(cwd, args);
  expect((await larkgen(cwd, args)).stderr).toMatch(
    /\nno file changes\n2 imported before, 1 is no operation, 1 has errors\n$/u,
  );
  appendFileSync(join(cwd, KITE), "lable: x\n");
  expect((await larkgen(cwd, args)).stderr).toMatch(
    /\n0 imported, 1 is no operation, 1 has errors, 2 are left out\n$/u,
  );
  expect(JSON.parse((await larkgen(cwd, [...args, "--json"])).stdout)).toMatchObject({
    pages: { imported: 0, notOperations: 1, withErrors: 1, leftOut: 2 },
  });
});

test("a page that is empty is said to be", async () => {
  const { code, stderr } = await larkgen(withPages(), ["import", "pages/empty.md"]);
  expect(stderr).toBe("pages/empty.md is empty: check where the page is\nno file changes\n");
  expect(code).toBe(1);
});

test("a spec that cannot be read is left alone", async () => {
  const cwd = withPage();
  await larkgen(cwd, ["import", "kite.md"]);
  appendFileSync(join(cwd, KITE), "lable: x\n");
  const before = tree(cwd);
  writeFileSync(join(cwd, "kite.md"), page("toy", [NAME, SIZE]));
  const { code, stderr } = await larkgen(cwd, ["import", "kite.md"]);
  expect(code).toBe(1);
  expect(stderr).toContain("spec/toy has errors: nothing was imported into it");
  expect(stderr).toContain("error unknown-key");
  expect(tree(cwd)[KITE]).toBe(before[KITE]);
});

test.each([
  ["a file", (cwd: string) => symlinkSync(join(cwd, "kite.yaml"), join(cwd, KITE))],
  ["a folder", (cwd: string) => symlinkSync(join(cwd, "outside"), join(cwd, "spec/toy/resources"))],
])("nothing is written through a link: %s", async (what, link) => {
  const cwd = withPage();
  writeOver(join(cwd, "kite.yaml"), "resource: kite\nlabel: 风筝\n");
  mkdirSync(join(cwd, "outside"));
  mkdirSync(join(cwd, what === "a file" ? "spec/toy/resources" : "spec/toy"), { recursive: true });
  link(cwd);
  const { code, stderr } = await larkgen(cwd, ["import", "kite.md"]);
  expect(stderr).toContain("is a link: import writes nothing there, and nothing was written");
  expect(code).toBe(1);
  expect(readFileSync(join(cwd, "kite.yaml"), "utf8")).toBe("resource: kite\nlabel: 风筝\n");
  expect(Object.keys(tree(join(cwd, "outside")))).toEqual([]);
});

test("a name that would be a path stays inside the folder", async () => {
  const cwd = temporary();
  writeFileSync(join(cwd, "evil.md"), page("toy", [NAME], "../../evil"));
  await larkgen(cwd, ["import", "evil.md"]);
  expect(Object.keys(tree(cwd)).filter((path) => !/^(?:spec\/|evil\.md$)/u.test(path))).toEqual([]);
});

test.each(["import", "drift"])("%s without a page is wrong usage", async (command) => {
  const { code, stderr } = await larkgen(temporary(), [command]);
  expect(stderr).toContain("missing required argument 'page'");
  expect(code).toBe(2);
});
