import { expect, test } from "vitest";
import { everything } from "../openapi/models.js";
import { start } from "./server.js";

const model = everything();
const CREATE = "/open-apis/toy/v1/shops/1/toys";
const LIST = "/open-apis/toy/v1/shops/1/toys";

/** The body or the query that is sent, and the fields that are found wrong. */
const bodies: readonly (readonly [
  what: string,
  query: string,
  body: object,
  violations: unknown,
])[] = [
  ["a missing field", "", {}, [{ field: "kind", description: "is required" }]],
  [
    "a value of no member",
    "",
    { kind: 9 },
    [{ field: "kind", value: "9", description: "must be one of 1, 2, 3" }],
  ],
  [
    "a deep one",
    "",
    { kind: 1, parts: [{ name: "a" }, { name: "b", size: "big" }] },
    [{ field: "parts[1].size", value: "big", description: "must be number" }],
  ],
  [
    "one missing deep inside",
    "",
    { kind: 1, parts: [{}] },
    [{ field: "parts[0].name", description: "is required" }],
  ],
  [
    "an unknown key",
    "",
    { kind: 1, colours: "red" },
    [{ field: "colours", description: "the body has no such field" }],
  ],
  [
    "an unknown key deep inside",
    "",
    { kind: 1, box: { "w/~": 1 } },
    [{ field: "box.w/~", description: "is not known" }],
  ],
  [
    "the input's own name for a renamed field",
    "",
    { kind: 1, toy_number: "1" },
    [{ field: "toy_number", description: "the body has no such field" }],
  ],
  [
    "a renamed field of another kind",
    "",
    { kind: 1, id: 5 },
    [{ field: "id", value: "5", description: "must be string" }],
  ],
  [
    "an unusable field",
    "",
    { kind: 1, legacy: "x" },
    [{ field: "legacy", value: "x", description: "must not be used" }],
  ],
  [
    "a field that another makes necessary",
    "",
    { kind: 1, sold: true },
    [{ field: "buyer", description: "is required" }],
  ],
  ["null", "", { kind: 1, note: null }, [{ field: "note", description: "must be string" }]],
  [
    "a query field",
    "?dry=perhaps",
    { kind: 1 },
    [{ field: "dry", value: "perhaps", description: "must be boolean" }],
  ],
  [
    "a query field twice",
    "?dry=true&dry=false",
    { kind: 1 },
    [{ field: "dry", description: "must be boolean" }],
  ],
  [
    "an unknown query field",
    "?dri=true",
    { kind: 1 },
    [{ field: "dri", description: "the query has no such field" }],
  ],
  [
    "an item of a query list",
    "?tags=1&tags=x",
    { kind: 1 },
    [{ field: "tags[1]", value: "x", description: "must be integer" }],
  ],
  [
    "two at once",
    "?dry=1",
    { kind: 9 },
    [
      { field: "dry", value: "1", description: "must be boolean" },
      { field: "kind", value: "9", description: "must be one of 1, 2, 3" },
    ],
  ],
];

test.for(bodies)("refused: %s", async ([, query, body, violations]) => {
  const { call } = await start(model);
  const reply = await call("POST", CREATE + query, body);
  expect(reply.status).toBe(400);
  expect(reply.body).toEqual({
    code: 99992402,
    msg: expect.any(String),
    error: { log_id: reply.headers.get("x-tt-logid"), field_violations: violations },
  });
});

test.for([
  ["the least", "", { kind: 1 }],
  ["a query of each kind", "?dry=false&tags=1&tags=-2&user_id_type=in_shop&old=x", { kind: 1 }],
  ["a misplaced field", "", { kind: 1, length: 3 }],
  [
    "everything nested",
    "",
    { kind: 1, grid: [["a"]], names: { a: "b" }, extra_data: null, box: { wide: true } },
  ],
] as const)("accepted: %s", async ([, query, body]) => {
  const { call } = await start(model);
  expect((await call("POST", CREATE + query, body)).body.code).toBe(0);
});

test.for([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["a text", '"x"'],
  ["null", "null"],
] as const)("a body that is %s cannot be read", async ([, text]) => {
  const { send } = await start(model);
  const reply = await send("POST", CREATE, text, { authorization: "Bearer u-anyone" });
  expect([reply.status, reply.body.code]).toEqual([400, 9499]);
});

test("no body is an empty one", async () => {
  const { call } = await start(model);
  expect((await call("POST", CREATE)).body.error?.field_violations).toEqual([
    { field: "kind", description: "is required" },
  ]);
  expect((await call("POST", "/open-apis/toy/v1/toys/search")).body.code).toBe(0);
});

test("a path parameter is decoded and has its type", async () => {
  const { send } = await start(model);
  const headers = { authorization: "Bearer u-anyone" };
  expect((await send("GET", "/open-apis/toy/v1/toys/%37", undefined, headers)).body.code).toBe(0);
  const reply = await send("GET", "/open-apis/toy/v1/toys/seven", undefined, headers);
  expect(reply.body.error?.field_violations).toEqual([
    { field: "toy_id", value: "seven", description: "must be integer" },
  ]);
});

test("a number in the query keeps to its limits", async () => {
  const { call } = await start(model);
  const { body } = await call("GET", `${LIST}?page_size=21`);
  expect(body.error?.field_violations).toEqual([
    { field: "page_size", value: "21", description: "must be <= 20" },
  ]);
});

test("a long value is cut and a long list of violations too", async () => {
  const { call } = await start(model);
  const long = await call("POST", CREATE, { kind: "9".repeat(5_000) });
  expect(JSON.stringify(long.body).length).toBeLessThan(500);
  const many = await call("POST", CREATE, {
    kind: 1,
    parts: Array.from({ length: 500 }, () => ({})),
  });
  expect(many.body.error?.field_violations).toHaveLength(20);
});
