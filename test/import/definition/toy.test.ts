import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pageOf, readText, rows, told } from "./read.js";

const text = readFileSync(new URL("toy.json", import.meta.url), "utf8");

test("a whole definition, with lists, maps and named types in each other", () => {
  expect(rows(text)).toEqual([
    "path shop_id: string !",
    "query user_id_type: string ?",
    "body kites: kite.plan[] !",
    "body   length: int !",
    "body   shape: int",
    "body   colours: string[][]",
    "body   labels: map<string, label>",
    "body     text: string",
    "body   spare: any[]",
    "body   title: label",
    "body     text: string",
    "body tags: string[]",
    "response code: int",
    "response msg: string",
    "response data: object",
    "response   count: int64",
    "response   by_size: map<string, float[]>",
  ]);
});

test("its facts", () => {
  expect(pageOf(text)).toMatchObject({
    title: "按图纸制作风筝",
    link: undefined,
    identity: { resource: "shop_kite_order", action: "build" },
    method: "POST",
    path: "/open-apis/toys/v2/shops/:shop_id/kites",
    limits: ["1000/min", "50/s"],
    scopes: ["toys:kite", "toys:kite:write"],
    tokens: ["tenant", "user"],
    isMultipart: false,
    isDeprecated: false,
  });
});

test("what is uncertain about it, at its place", () => {
  expect(told(readText(text))).toEqual([
    '107:27 open-type: "spare" can be any value, because kite.plan is part of itself: describe it by hand',
    '18:30 field-scopes: without the scopes toys:shop.address:readonly some fields are absent from replies, but which ones is not said: write "fieldScopes" by hand',
  ]);
});

test("every row, every error and the operation know where they stand", () => {
  const page = pageOf(text);
  const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const all = Object.values(page.rows).flat();
  expect(all.map((row) => at(row.at))).toEqual(all.map(({ name }) => JSON.stringify(name)));
  expect(page.errors.map((error) => at(error.at))).toEqual(["7700101", '"7700102"']);
  expect(at(page.at)).toBe('"/open-apis/toys/v2/shops/:shop_id/kites"');
});

test("fields by name stand where their keys are", () => {
  const keyed =
    '{"apiPath":"/toys","httpMethod":"GET","requestBody":{"properties":{"kite":{"type":"int"}}}}';
  const [row] = pageOf(keyed).rows.body;
  expect(keyed.slice(row?.at.start, row?.at.end)).toBe('"kite"');
});
