import { expect, test } from "vitest";
import { differenceJson, differenceText } from "../../../generator/import/drift/text.js";
import { locationsOf } from "../../../generator/import/drift/locations.js";
import type { Endpoint, Field, FieldType } from "../../../generator/import/endpoint.js";
import type { Page } from "../../../generator/import/page.js";
import { pageAt } from "./kites.js";

const at = pageAt("page_size");
const field = (name: string, type: FieldType): Field => ({ name, type, required: false, at });
const text: FieldType = { kind: "scalar", name: "string" };
const object = (...fields: readonly Field[]): FieldType => ({
  kind: "object",
  name: undefined,
  fields,
});

const page: Page = {
  source: at.file,
  title: "放",
  link: undefined,
  identity: undefined,
  method: "POST",
  path: "/open-apis/kite/v1/kites",
  at,
  limits: [],
  appTypes: [],
  scopes: [],
  tokens: [],
  isMultipart: false,
  isDeprecated: false,
  rows: { path: [], query: [], body: [], response: [] },
  requestExample: undefined,
  responseExample: undefined,
  errors: [{ code: 4001, status: undefined, label: "", advice: "", at: pageAt("POST") }],
};

test("a page's fields and codes are found by the paths that differences have", () => {
  const tails: FieldType = {
    kind: "list",
    items: { kind: "map", values: object(field("bow", text)) },
  };
  const endpoint: Endpoint = {
    page,
    fields: {
      path: [],
      query: [field("__proto__", text)],
      body: [field("tails", tails)],
      response: [field("tail", object(field("length", text)))],
    },
    paging: undefined,
  };
  expect([...locationsOf(endpoint).keys()].sort()).toEqual([
    "body.tails",
    "body.tails.bow",
    "errors.4001",
    "query.__proto__",
    "response.tail",
    "response.tail.length",
  ]);
  expect(locationsOf(endpoint).get("errors.4001")).toEqual(pageAt("POST"));
});

test("whatever a page holds, a difference is one line that moves no cursor", () => {
  const difference = {
    operation: "kite.fly",
    at: "body.x\u001b[2J\n",
    kind: "default",
    page: "long ".repeat(1000),
    spec: { a: [1, null] },
    places: { spec: undefined, page: at },
  } as const;
  const line = differenceText(difference);
  expect(line).toMatch(
    /^kite\.fly body\.x \[2J : default "long [^\n]* in the spec \(page\.md:5\)$/u,
  );
  expect(line.length).toBeLessThan(400);
  expect(differenceJson(difference)).toMatchObject({
    spec: { a: [1, null] },
    places: { spec: null, page: { file: "page.md", line: 5, column: 3 } },
  });
});
