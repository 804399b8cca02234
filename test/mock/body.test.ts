import { request } from "node:http";
import { expect, test } from "vitest";
import { everything } from "../openapi/models.js";
import { start } from "./server.js";

const model = everything();
const CREATE = "/open-apis/toy/v1/shops/1/toys";
const PICTURES = "/open-apis/toy/v1/pictures";

function form(parts: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData();
  for (const [name, part] of Object.entries(parts)) data.append(name, part);
  return data;
}

test.for([
  ["a file with its fields", { content: new Blob(["x"]), title: "t", size: "5" }, undefined],
  ["no file", { title: "t" }, [{ field: "content", description: "is required" }]],
  ["text for a file", { content: "x" }, [{ field: "content", description: "must be a file" }]],
  [
    "a file that is too large",
    { content: new Blob(["x".repeat(1025)]) },
    [{ field: "content", description: "must not have more than 1024 bytes" }],
  ],
  [
    "a file for text",
    { content: new Blob(["x"]), title: new Blob(["x"]) },
    [{ field: "title", description: "must be string" }],
  ],
  [
    "a number that is none",
    { content: new Blob(["x"]), size: "big" },
    [{ field: "size", value: "big", description: "must be integer" }],
  ],
  [
    "an unknown part",
    { content: new Blob(["x"]), name: "x" },
    [{ field: "name", description: "the body has no such field" }],
  ],
] as const)("a form with %s", async ([, parts, violations]) => {
  const { call } = await start(model);
  const { body } = await call("POST", PICTURES, form(parts));
  expect(body.code).toBe(violations === undefined ? 0 : 99992402);
  expect(body.error?.field_violations).toEqual(violations);
});

test("JSON where a form belongs cannot be read", async () => {
  const { call } = await start(model);
  expect((await call("POST", PICTURES, { content: "x" })).body.code).toBe(9499);
});

test("a body that is too large is refused, whether it says its size or not", async () => {
  const { url } = await start(model);
  const size = 11 * 1024 * 1024;
  expect(await statusOf(url + CREATE, { "content-length": size })).toBe(413);
  expect(await statusOf(url + CREATE, { "transfer-encoding": "chunked" })).toBe(413);
});

test("a body in chunks is read", async () => {
  const { url } = await start(model);
  expect(await statusOf(url + CREATE, { "transfer-encoding": "chunked" }, '{"kind":1}')).toBe(200);
});

/** `fetch` gives up when a server answers before it has read the body; this does not. */
function statusOf(
  url: string,
  headers: Readonly<Record<string, string | number>>,
  body = "x".repeat(11 * 1024 * 1024),
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sent = request(url, {
      method: "POST",
      headers: { ...headers, authorization: "Bearer u-anyone" },
    });
    sent.on("response", (response) => resolve(response.resume().statusCode));
    // The server may hang up on what is left of the body; the answer came before.
    sent.on("error", () => undefined);
    sent.end(body);
  });
}
