import { expect, test } from "vitest";
import type { Json } from "../../generator/model/model.js";
import { openApi } from "../../generator/openapi/openapi.js";
import { at } from "./at.js";
import { hire, resource } from "./models.js";

const REPLY = "paths /things get responses 200 content application/json";

test("the page's request and reply are the examples of the document", async () => {
  const operation = "paths /open-apis/hire/v1/external_interview_assessments post";
  const document = openApi(await hire());
  expect(
    at(document, `${operation} requestBody content application/json example external_id`),
  ).toBe("123");
  expect(at(document, `${operation} responses 200 content application/json example code`)).toBe(0);
});

test("null in a reply of the page means that the field is absent", () => {
  const model = resource(
    "operations: { get: { label: 取, http: GET /things, tokens: [tenant], response: { a: { type: string }, b: { type: [any] } } } }",
    {
      "thing.get.response": {
        code: 0,
        message: "OK",
        data: { a: null, b: [{ c: null }], more: 1 },
      },
    },
  );
  expect(at(openApi(model), `${REPLY} example`)).toEqual({
    code: 0,
    message: "OK",
    data: { b: [{}], more: 1 },
  });
});

test("what contradicts the page's table is left out of its example, and nothing else", () => {
  const model = resource(
    `
enums: { Size: { label: 大小, values: { Small: { value: 1, label: 小 } } } }
operations:
  get: { label: 取, http: GET /things, tokens: [tenant], response: { a: { type: [[Size]] }, b: { type: [any] } } }
exceptions: [{ operation: thing.get, at: example.response.a.0.1, reason: There is no such size. }]
`,
    { "thing.get.response": { code: 0, data: { a: [[1, "x"], [1]], b: [] } } },
  );
  expect(at(openApi(model), `${REPLY} example data`)).toEqual({ a: [[1], [1]], b: [] });
});

test("an example that was mended is shown; one that lacks something necessary is not", () => {
  const add = (example: Json) => {
    const model = resource(
      `
operations: { add: { label: 加, http: POST /things, tokens: [tenant], body: { a: { type: string, required: true } } } }
exceptions: [{ operation: thing.add, at: example.request, reason: Its JSON was broken. }]
`,
      { "thing.add.request": example },
    );
    return at(openApi(model), "paths /things post requestBody content application/json");
  };
  expect(add({ a: "b" })).toHaveProperty("example", { a: "b" });
  expect(add({ a: 1 })).not.toHaveProperty("example");
  expect(add({})).not.toHaveProperty("example");
});
