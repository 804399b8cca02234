import { expect, test } from "vitest";
import { isDefinition } from "../../../generator/import/forms/definition/definition.js";
import { bodyOf, pageOf, rows, toy } from "./read.js";

const name = { name: "name", type: "string" };
const body = { type: "object", properties: [name] };
const bare = toy({ request: { body } });
const { apiPath, httpMethod } = { apiPath: "/open-apis/toys/v1/toys", httpMethod: "POST" };

test.each([
  ["bare", bare],
  ["in a reply", { code: 0, msg: "ok", data: bare }],
  ["in a page's details", { code: 0, data: { title: "Toys", schema: { apiSchema: bare } } }],
  ["as text", { data: { content: JSON.stringify(bare) } }],
  ["as text in text", { data: JSON.stringify({ schema: JSON.stringify(bare) }) }],
  ["in a list", [bare]],
  ["with the trees in a schema", { apiPath, httpMethod, schema: { request: { body } } }],
  [
    "with the trees in a text",
    { apiPath, httpMethod, apiSchema: JSON.stringify({ request: { body } }) },
  ],
  ["with the trees beside it", { info: { apiPath, httpMethod }, request: { body } }],
  ["with a body of its own", toy({ requestBody: body })],
  ["with nodes by name", toy({ request: { body: { properties: { name: { type: "string" } } } } })],
  ["with a plain list of nodes", toy({ request: { body: [name] } })],
  ["with plain nodes by name", toy({ requestBody: { name: { type: "string" } } })],
  ["with media types", toy({ requestBody: { content: { "application/json": { schema: body } } } })],
  ["with one list of parameters", toy({ parameters: [{ ...name, in: "body" }] })],
  ["in snake case", { api_path: apiPath, http_method: "post", request_body: body }],
])("a definition %s", (_, value) => {
  expect(isDefinition(JSON.stringify(value, null, 2))).toBe(true);
  expect(rows(value)).toEqual(["body name: string"]);
  expect(pageOf(value)).toMatchObject({ path: apiPath, method: "POST" });
});

test.each([
  ["{}", false],
  ["# apiPath", false],
  ['{"title": "toys"}', false],
  ['{"data": "apiPath"}', false],
  ['| `{"apiPath": 1}` |', false],
  ["", false],
  ['\uFEFF\n{"apiPath" : "/toys"', true],
  ['[{"http_method": "GET"}]', true],
])("%j is a definition: %s", (text, expected) => {
  expect(isDefinition(text)).toBe(expected);
});

const inside = [{ name: "b", type: "int" }];
test.each<readonly [string, object, readonly string[]]>([
  ["a scalar", { type: "int64" }, ["a: int64"]],
  ["a list", { type: "list", items: { type: "string" } }, ["a: string[]"]],
  ["an array", { type: "array", items: [{ type: "string" }] }, ["a: string[]"]],
  [
    "a list of lists",
    { type: "list", items: { type: "list", items: { type: "int" } } },
    ["a: int[][]"],
  ],
  ["a list without items", { type: "list" }, ["a: array"]],
  ["items without a type", { items: { type: "boolean" } }, ["a: boolean[]"]],
  ["items that are a type", { type: "list", items: "string" }, ["a: string[]"]],
  [
    "a list of objects",
    { type: "list", items: { type: "object", properties: inside } },
    ["a: object[]", "  b: int"],
  ],
  [
    "a list with its items' fields",
    { type: "array", properties: inside },
    ["a: object[]", "  b: int"],
  ],
  ["an object", { type: "object", properties: inside }, ["a: object", "  b: int"]],
  ["an object without a type", { properties: inside }, ["a: object", "  b: int"]],
  ["an object of nothing", { type: "object", properties: [] }, ["a: object"]],
  [
    "a map",
    { type: "map", keyType: { type: "string" }, valueType: { type: "int" } },
    ["a: map<string, int>"],
  ],
  ["a map with a value", { type: "map", value: { type: "int" } }, ["a: map<string, int>"]],
  ["a map with items", { type: "map", items: { type: "int" } }, ["a: map<string, int>"]],
  [
    "a map of objects",
    { type: "map", valueType: { properties: inside } },
    ["a: map<string, object>", "  b: int"],
  ],
  [
    "a map of lists",
    { type: "map", valueType: { type: "list", items: { type: "int" } } },
    ["a: map<string, int[]>"],
  ],
  [
    "a list of maps",
    { type: "list", items: { type: "map", valueType: { type: "int" } } },
    ["a: map<string, int>[]"],
  ],
  [
    "a map as a pair",
    {
      type: "map",
      properties: [
        { name: "key", type: "string" },
        { name: "value", type: "float" },
      ],
    },
    ["a: map<string, float>"],
  ],
  ["a map that is an object", { type: "map", properties: inside }, ["a: object", "  b: int"]],
  ["a map of anything", { type: "map" }, ["a: map"]],
  [
    "values of an object",
    { type: "object", additionalProperties: { type: "int" } },
    ["a: map<string, int>"],
  ],
  ["a whole type", { type: "map<string, int>" }, ["a: map<string, int>"]],
  [
    "a named type",
    { type: "object", ref: "toy.part", properties: inside },
    ["a: toy.part", "  b: int"],
  ],
  [
    "named items",
    { type: "list", items: { type: "object", ref: "#/definitions/Part", properties: inside } },
    ["a: Part[]", "  b: int"],
  ],
  [
    "a name that says nothing",
    { type: "object", ref: "object", properties: inside },
    ["a: object", "  b: int"],
  ],
  ["a named scalar", { type: "int", ref: "Colour" }, ["a: int"]],
  ["a file", { type: "file" }, ["a: file"]],
  ["nothing", {}, ["a: "]],
])("%s", (_, node, expected) => {
  expect(bodyOf(node)).toEqual(expected);
});

test.each([
  [true, true],
  ["true", true],
  ["Yes", true],
  ["是", true],
  [1, true],
  [false, false],
  ["false", false],
  ["否", false],
  [0, false],
  ["", undefined],
  [null, undefined],
  [["b"], undefined],
  [undefined, undefined],
])("required: %j", (required, expected) => {
  const node = { name: "a", type: "string", required };
  expect(pageOf(toy({ requestBody: [node] })).rows.body).toMatchObject([{ required: expected }]);
});

test("a parent's list of required names", () => {
  const properties = { a: { type: "int" }, b: { type: "int" }, c: { type: "int", required: true } };
  expect(rows(toy({ requestBody: { type: "object", required: ["a"], properties } }))).toEqual([
    "body a: int !",
    "body b: int ?",
    "body c: int !",
  ]);
});

const section = {
  definitions: {
    Part: { type: "object", properties: inside },
    Colour: { type: "string", options: ["red"] },
  },
};
test.each([
  ["#/definitions/Part", "a: Part"],
  ["Part", "a: Part"],
])("a type that is defined elsewhere: %s", (ref, first) => {
  const value = {
    ...toy({
      requestBody: [
        { name: "a", $ref: ref },
        { name: "c", type: "Colour" },
      ],
    }),
    ...section,
  };
  expect(rows(value)).toEqual([`body ${first}`, "body   b: int", "body c: string"]);
  expect(pageOf(value).rows.body[2]?.told?.options).toEqual([{ value: "red", label: "" }]);
});

test("a list that names the type of its items", () => {
  const requestBody = [{ name: "a", type: "list", ref: "Part" }];
  expect(rows({ ...toy({ requestBody }), ...section })).toEqual([
    "body a: Part[]",
    "body   b: int",
  ]);
});

test("a type that another field spells out", () => {
  const requestBody = [
    { name: "first", type: "object", ref: "part" },
    { name: "rest", type: "list", items: { type: "object", ref: "part", properties: inside } },
  ];
  expect(rows(toy({ requestBody }))).toEqual([
    "body first: part",
    "body   b: int",
    "body rest: part[]",
    "body   b: int",
  ]);
});

const field = { name: "toy_id", type: "string" };
const envelope = ["response code: int", "response msg: string"];
const head = [
  { name: "code", type: "int" },
  { name: "msg", type: "string" },
];
test.each<readonly [string, object, readonly string[]]>([
  [
    "an envelope",
    {
      response: {
        body: { properties: [...head, { name: "data", type: "object", properties: [field] }] },
      },
    },
    [...envelope, "response data: object", "response   toy_id: string"],
  ],
  [
    "an envelope without data",
    { response: { body: { properties: [...head, field] } } },
    [...envelope, "response toy_id: string"],
  ],
  [
    "its data",
    { response: { body: { properties: [field] } } },
    ["response data: object", "response   toy_id: string"],
  ],
  [
    "data in its data",
    { responseBody: { data: { type: "string" }, toy_id: { type: "string" } } },
    ["response data: object", "response   data: string", "response   toy_id: string"],
  ],
  [
    "a code of its own",
    { responseBody: { code: { type: "string" }, name: { type: "string" } } },
    ["response data: object", "response   code: string", "response   name: string"],
  ],
  [
    "nothing but data",
    { response: { properties: { data: { properties: [field] } } } },
    ["response data: object", "response   toy_id: string"],
  ],
  [
    "replies by status",
    {
      responses: {
        200: {
          content: {
            "application/json": { schema: { properties: { data: { properties: [field] } } } },
          },
        },
      },
    },
    ["response data: object", "response   toy_id: string"],
  ],
  ["nothing", { response: { body: { type: "object" } } }, []],
])("a response that is %s", (_, more, expected) => {
  expect(rows(toy(more))).toEqual(expected);
});

test.each([
  [{ path: { properties: [field] }, query: { properties: [name] } }],
  [{ pathParams: [field], queryParams: [name] }],
  [
    {
      parameters: {
        toy_id: { type: "string", location: "path" },
        name: { type: "string", location: "query" },
      },
    },
  ],
  [
    {
      parameters: [
        { name: "toy_id", in: "path", schema: { type: "string" } },
        { name: "name", in: "query", schema: { type: "string" } },
      ],
    },
  ],
])("parameters: %j", (request) => {
  const expected = ["path toy_id: string", "query name: string"];
  expect(rows(toy({ request }))).toEqual(expected);
  expect(rows(toy(request))).toEqual(expected);
});
