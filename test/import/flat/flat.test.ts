import { describe, expect, test } from "vitest";
import { isFlat, readFlat } from "../../../generator/import/forms/flat/flat.js";
import { sampleOf } from "../../../generator/import/nest/sample.js";
import type { Page } from "../../../generator/import/page.js";
import { position } from "../../../generator/diagnostics/position.js";
import { tree } from "../nest/rows.js";
import { CHINESE, ENGLISH } from "./pages.js";

const read = (text: string) => readFlat({ path: "kites.txt", name: "kites.txt", text });

function pageOf(text: string): Page {
  const { page, diagnostics } = read(text);
  if (page === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  expect(diagnostics).toEqual([]);
  return page;
}

describe("a Chinese page", () => {
  const page = pageOf(CHINESE);
  const request = sampleOf(page.requestExample);

  test("its facts", () => {
    expect(page).toMatchObject({
      title: "放飞风筝",
      method: "POST",
      path: "/open-apis/kites/v1/parks/:park_id/kites",
      limits: ["1000/min", "50/s"],
      appTypes: ["custom", "isv"],
      scopes: ["kites:kite", "kites:kite:write"],
      tokens: ["tenant"],
      isMultipart: false,
      isDeprecated: false,
    });
    expect(page.errors).toMatchObject([
      { code: 1990001, status: 400, label: "没有风", advice: "等一等" },
    ]);
  });

  test("its rows", () => {
    expect(page.rows.path).toMatchObject([{ name: "park_id", type: "string", depth: 0 }]);
    expect(page.rows.body.map(({ name, required, depth }) => [name, required, depth])).toEqual([
      ["name", true, 0],
      ["tails", false, 0],
      ["colour", false, undefined],
      ["knot", false, undefined],
      ["code", true, undefined],
      ["pattern", false, 0],
    ]);
    expect(page.rows.body[2]?.text).toBe("颜色 可选值有: - 1: 红 - 2: 蓝");
    expect(page.rows.body[4]?.text).toBe("正则 ^a|b$");
  });

  test("its trees", () => {
    expect(tree(page.rows.body, request)).toEqual({
      text: [
        "name string",
        "tails kite_tail[]",
        "  colour int",
        "  knot knot",
        "    code string",
        "pattern string[]",
      ].join("\n"),
      doubts: [],
    });
  });

  test("its examples end where the JSON does", () => {
    expect(request).toMatchObject({ name: "a } b", pattern: ["x"] });
    expect(page.requestExample?.text.endsWith("}")).toBe(true);
    expect(sampleOf(page.responseExample)).toEqual({
      code: 0,
      msg: "success",
      data: { kite_id: "1" },
    });
  });

  test("everything has its place in the source", () => {
    const lineOf = (name: string) => {
      const row = page.rows.body.find((row) => row.name === name);
      return row && position(row.at).text;
    };
    expect(lineOf("pattern")).toMatch(/^pattern \|/u);
    expect(lineOf("colour")).toMatch(/^└ colour \|/u);
    expect(position(page.at).text).toContain("HTTP URL");
    const { at } = page.responseExample ?? page;
    expect(CHINESE.slice(at.start, at.end)).toMatch(/^\{\n"code": 0[^]*\}$/u);
  });
});

test("an English page without headers of tables", () => {
  const page = pageOf(ENGLISH);
  expect(page).toMatchObject({
    title: "Get a kite",
    method: "GET",
    path: "/open-apis/kites/v1/kites/:kite_id",
    limits: ["20/s"],
    scopes: ["kites:kite:readonly"],
    tokens: ["tenant", "user"],
    errors: [{ code: 1990001, status: 400 }],
  });
  expect(page.rows.query).toMatchObject([
    { name: "colour", required: false, text: "Colour Optional values are: - 1: red" },
    { name: "size", required: true },
  ]);
  const { text, doubts } = tree(page.rows.response, sampleOf(page.responseExample));
  expect(text).toBe("code int\nmsg string\ndata -\n  kite kite\n    name string");
  expect(doubts).toEqual([]);
});

test.each([
  ["the flat form", CHINESE, true],
  ["the flat form in English", ENGLISH, true],
  ["the flat form with Windows' line ends", CHINESE.replaceAll("\n", "\r\n"), true],
  ["marked headings", CHINESE.replace("请求头", "## 请求头"), false],
  ["front matter", `---\ntitle: x\n---\n${CHINESE}`, false],
  ["no table of facts", "请求\n响应\n", false],
  ["no heading", "| HTTP URL | https://x |\n| HTTP Method | GET |", false],
  ["nothing", "", false],
])("%s: %#", (_, text, expected) => {
  expect(isFlat(text)).toBe(expected);
});

test.each([
  ["no address", CHINESE.replace(/https:\S+/u, "-"), "unread-address"],
  ["no facts", "放飞风筝\n请求\n", "page-not-operation"],
])("%s is an error", (_, text, code) => {
  expect(read(text)).toMatchObject({ page: undefined, diagnostics: [{ code }] });
});

test.each(["json\n{\n", "└ a | b | c\n", "a |\n", '{"a": [\n', "请求\n", "|\n", "}响应\n"])(
  "many lines of %j are read to the end",
  (line) => {
    const { page } = read(CHINESE.replace("name | string", `${line.repeat(20_000)}name | string`));
    expect(page?.path).toBe("/open-apis/kites/v1/parks/:park_id/kites");
  },
);
