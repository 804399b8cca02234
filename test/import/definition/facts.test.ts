import { expect, test } from "vitest";
import { pageOf, read, told, toy } from "./read.js";

test.each([
  [1, ["10/min"]],
  [2, ["20/min"]],
  [3, ["100/min"]],
  ["4", ["1000/min", "50/s"]],
  ["Tier 5", ["1/s"]],
  [6, ["5/s"]],
  [7, ["10/s"]],
  [8, ["20/s"]],
  [9, ["50/s"]],
  [10, ["50/s"]],
  [11, ["100/s"]],
  [21, ["3/s"]],
  ["特殊频控", ["special"]],
])("tier %j", (tier, limits) => {
  expect(pageOf(toy({ basicRateLimit: { tier } })).limits).toEqual(limits);
  expect(pageOf(toy({ basicRateLimit: tier })).limits).toEqual(limits);
});

test("a tier that nobody knows is told, and none is no mistake", () => {
  const unknown = read('{"apiPath":"/toys","httpMethod":"GET",\n"basicRateLimit":{"tier":99}}');
  expect(unknown.page?.limits).toEqual([]);
  expect(told(unknown)).toEqual([
    '2:26 unknown-tier: "99" is no known tier of rate limits: write "rateLimit" by hand',
  ]);
  expect(told(read(toy({})))).toEqual([]);
});

test.each([
  [
    ["tenant", "user"],
    ["tenant", "user"],
  ],
  [["user_access_token"], ["user"]],
  [["tenant_access_token", "tenant"], ["tenant"]],
  ["app_access_token", ["app"]],
  ["tenant,user", ["tenant", "user"]],
  [[{ type: "TenantAccessToken" }], ["tenant"]],
  [[], []],
  [undefined, []],
])("tokens: %j", (accessTokens, tokens) => {
  expect(pageOf(toy({ accessTokens })).tokens).toEqual(tokens);
});

test("a token of an unknown kind is told", () => {
  expect(told(read('{"apiPath":"/toys","httpMethod":"GET","accessTokens":["toy"]}'))).toEqual([
    '1:55 unknown-token: "toy" is no known kind of access token: check "tokens"',
  ]);
});

test.each([
  [
    { resource: "app.role-member", apiName: "batch-create" },
    { resource: "app_role_member", action: "batch_create" },
  ],
  [{ resource: "toy", apiName: undefined }, undefined],
])("identity of %j", (more, identity) => {
  expect(pageOf(toy(more)).identity).toEqual(identity);
});

test.each([
  [{ apiPath: "/open-apis/toys/v1/toys/{toy_id}" }, "/open-apis/toys/v1/toys/:toy_id"],
  [{ apiPath: "https://toys.example/open-apis/toys/v1/toys?a=1" }, "/open-apis/toys/v1/toys"],
  [{ apiPath: undefined, path: "/open-apis/toys/v1/kites" }, "/open-apis/toys/v1/kites"],
  [{ apiPath: undefined, info: 1, schema: { path: "/open-apis/toys" } }, "/open-apis/toys"],
])("path of %j", (more, path) => {
  expect(pageOf(toy(more)).path).toBe(path);
});

test.each([
  [{ title: "造玩具" }, "造玩具"],
  [{ description: "造玩具。先画图" }, "造玩具"],
  [{ description: `${"造".repeat(70)}` }, "toy.create"],
  [{}, "toy.create"],
  [{ resource: undefined }, "/open-apis/toys/v1/toys"],
])("title of %j", (more, title) => {
  expect(pageOf(toy(more)).title).toBe(title);
});

test.each([
  [
    "/uAjL/reference/toys-v1/toy/create",
    "https://open.feishu.cn/document/uAjL/reference/toys-v1/toy/create",
  ],
  ["/document/server-docs/toys/create", "https://open.feishu.cn/document/server-docs/toys/create"],
  ["https://toys.example/create", "https://toys.example/create"],
  ["/open-apis/toys/v1/toys", undefined],
  ["POST:/toys", undefined],
])("link of %j", (fullPath, link) => {
  expect(pageOf({ fullPath, definition: toy({ url: "POST:/open-apis/toys" }) }).link).toBe(link);
});

test("scopes and kinds of apps, from around the definition, too", () => {
  const page = pageOf({
    supportAppTypes: ["custom", "isv"],
    definition: toy({ scopesOfDebugRequired: ["toys:toy", "toys:toy", { name: "toys:part" }] }),
  });
  expect(page).toMatchObject({ scopes: ["toys:toy", "toys:part"], appTypes: ["custom", "isv"] });
});

test.each([
  [{ supportFileUpload: true }, true],
  [{ supportFileUpload: "true" }, true],
  [{ request: { body: { properties: [{ name: "photo", type: "file" }] } } }, true],
  [{ request: { contentType: "multipart/form-data" } }, true],
  [{ supportFileUpload: false, request: { contentType: "application/json" } }, false],
  [
    {
      requestBody: [{ name: "toy", type: "object", properties: [{ name: "photo", type: "file" }] }],
    },
    true,
  ],
])("multipart: %j", (more, isMultipart) => {
  expect(pageOf(toy(more)).isMultipart).toBe(isMultipart);
});

test("errors, with the codes as numbers", () => {
  const { page, diagnostics } = read(
    toy({
      errorMappings: [
        { code: 7700101, httpCode: 400, msg: "no <b>wheels</b>&amp;axles" },
        { code: "7700102", httpCode: "500" },
        { code: 7700103, httpCode: 0, msg: "x", solution: "wait" },
        { code: 0, httpCode: 200, msg: "success" },
        { code: "many", msg: "x" },
        null,
      ],
    }),
  );
  expect(page?.errors.map(({ at: _, ...error }) => error)).toEqual([
    { code: 7700101, status: 400, label: "no wheels&axles", advice: "" },
    { code: 7700102, status: 500, label: "", advice: "" },
    { code: 7700103, status: undefined, label: "x", advice: "wait" },
  ]);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      "error-left-out",
      `the error "x" is left out, because its code "many" is no whole number: add it to the spec's errors by hand if the server returns it`,
    ],
    [
      "error-left-out",
      "the error without a message is left out, because it has no code: add it to the spec's errors by hand if the server returns it",
    ],
  ]);
});

const told1 = (node: object) =>
  pageOf(toy({ requestBody: [{ name: "a", ...node }] })).rows.body[0]?.told;

test.each<readonly [object, string | undefined]>([
  [{ type: "string", example: "kite" }, "kite"],
  [{ type: "int", example: 5 }, "5"],
  [{ type: "boolean", example: false }, "false"],
  [{ type: "string", example: " " }, undefined],
  [{ type: "string", example: "-" }, undefined],
  [{ type: "object", example: { b: 1 } }, '{"b":1}'],
  [{ type: "object", example: "20", properties: [{ name: "b", type: "int" }] }, undefined],
  [{ type: "list", items: { type: "string" }, example: "kite" }, '["kite"]'],
  [{ type: "list", items: { type: "string" }, example: "1" }, '["1"]'],
  [{ type: "list", items: { type: "string", example: "kite" } }, '["kite"]'],
  [{ type: "list", items: { type: "string" }, example: '["a", "b"]' }, '["a", "b"]'],
  [{ type: "list", items: { type: "string" }, example: '"a", "b"' }, '["a", "b"]'],
  [{ type: "list", items: { type: "int" }, example: "1" }, "[1]"],
  [{ type: "list", items: { type: "list", items: { type: "int" } }, example: "1" }, undefined],
])("example of %j", (node, example) => {
  expect(told1(node)?.example).toBe(example);
});

test("no digit of a long number is lost", () => {
  const text = JSON.stringify(toy({ requestBody: [{ name: "a", type: "int", example: 7 }] }));
  expect(pageOf(text.replace("7}", "-9007199254740993}")).rows.body[0]?.told?.example).toBe(
    "-9007199254740993",
  );
});

test.each<readonly [object, readonly (readonly [string, string])[] | undefined]>([
  [{ options: [{ name: "box", value: 1, description: "盒子" }] }, [["1", "盒子"]]],
  [{ options: [{ name: "box", value: "1", description: "" }] }, [["1", "box"]]],
  [{ options: [{ name: "1", value: "1" }] }, [["1", ""]]],
  [{ options: [{ name: "box", value: "box", description: "box" }] }, [["box", ""]]],
  [{ options: [{ name: "box" }] }, [["box", ""]]],
  [
    {
      options: [
        { value: -1, description: "<b>none</b>" },
        { value: -1, description: "again" },
      ],
    },
    [["-1", "none"]],
  ],
  [
    { options: ["a", 2] },
    [
      ["a", ""],
      ["2", ""],
    ],
  ],
  [{ enum: ["a"] }, [["a", ""]]],
  [
    { options: { a: "first", b: { description: "second" } } },
    [
      ["a", "first"],
      ["b", "second"],
    ],
  ],
  [{ type: "list", items: { type: "string", options: ["a"] } }, [["a", ""]]],
  [{ options: [] }, undefined],
])("options of %j", (node, options) => {
  expect(told1(node)?.options?.map(({ value, label }) => [value, label])).toEqual(options);
});

const options = [
  { name: "Box", value: "1", description: "盒子" },
  { name: "Kite", value: "2" },
];
test.each([
  [{ defaultValue: "1" }, "1"],
  [{ defaultValue: "盒子" }, "1"],
  [{ defaultValue: "Kite" }, "2"],
  [{ defaultValue: "3" }, "3"],
  [{ default: false }, "false"],
  [{ defaultValue: "" }, undefined],
])("default of %j", (node, expected) => {
  expect(told1({ options, ...node })?.default).toBe(expected);
});

test("descriptions are plain, and bounds stand in them as on pages", () => {
  const node = {
    name: "a",
    type: "string",
    description:
      'One of [these](https://toys.example)<md-enum><md-enum-item key ="k" >kite</md-enum-item></md-enum>',
    minLength: 1,
    maxLength: "20",
    max: 5,
    deprecated: true,
  };
  expect(pageOf(toy({ requestBody: [node] })).rows.body[0]?.text.split("\n")).toEqual([
    "One of these",
    "可选值有：",
    "- `k`: kite",
    "已废弃",
    "数据校验规则：",
    "- 最大值：`5`",
    "- 长度范围：`1` ～ `20` 字符",
  ]);
});

test("examples of whole bodies", () => {
  const page = pageOf(toy({ request: { example: { a: 1 } }, responseExample: '{"code": 0}' }));
  expect(page.requestExample?.text).toBe('{\n  "a": 1\n}');
  expect(page.responseExample?.text).toBe('{"code": 0}');
});

test.each([
  [{ supportFileDownload: true }, "binary-reply"],
  [{ scopesOfFieldRequired: ["toys:part"] }, "field-scopes"],
  [{ request: { body: { type: "list", items: { type: "string" } } } }, "list-body"],
])("what no spec can say is told: %j", (more, code) => {
  expect(read(toy(more)).diagnostics.map((found) => found.code)).toEqual([code]);
});
