import { expect, test } from "vitest";
import type { Call } from "../../generator/mock/app.js";
import { serveMock } from "../../generator/mock/serve.js";
import { everything } from "../openapi/models.js";
import { APP, start } from "./server.js";

const model = everything();
const CREATE = "/open-apis/toy/v1/shops/1/toys";

test("a fixed path goes before one with a parameter", async () => {
  const { send } = await start(model);
  const { body } = await send("GET", "/open-apis/toy/v1/toys/count", undefined, {
    authorization: "Bearer u-anyone",
  });
  // Refused for the kind of token that `count` takes, not asked for a number.
  expect(body.code).toBe(99991664);
});

test.for([
  ["an unknown path", "GET", "/open-apis/toy/v1/none", 404, 99991201],
  ["the root", "GET", "/", 404, 99991201],
  ["another method", "PUT", "/open-apis/toy/v1/pictures", 405, 99991301],
  ["another method on a path with a parameter", "POST", "/open-apis/toy/v1/toys/7", 405, 99991301],
  ["a path with a slash too many", "GET", "/open-apis/toy/v1/toys/count/", 404, 99991201],
  ["a path with dots", "GET", "/open-apis/toy/v1/toys/%2e%2e/count", 404, 99991201],
] as const)("%s", async ([, method, path, status, code]) => {
  const { send } = await start(model);
  const reply = await send(method, path);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});

test("every reply is JSON and has a log id of its own, which a refusal repeats", async () => {
  const { send, call } = await start(model);
  const refused = await send("GET", "/none");
  const replies = [refused, await call("POST", CREATE, { kind: 1 }), await send("PUT", CREATE)];
  for (const { headers } of replies) {
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  }
  const ids = replies.map(({ headers }) => headers.get("x-tt-logid"));
  expect(ids).toEqual(["mock-000000000001", "mock-000000000003", "mock-000000000004"]);
  expect(refused.body.error?.log_id).toBe(ids[0]);
});

test("calls are told without what they carry", async () => {
  const calls: Call[] = [];
  const { call, send } = await start(model, { onCall: (one) => calls.push(one) });
  await call("POST", `${CREATE}?dry=true`, { kind: 9, note: "private" });
  await send("GET", "/none?secret=1", undefined, { authorization: "Bearer u-private" });
  expect(calls).toEqual([
    {
      method: "POST",
      path: "/open-apis/auth/v3/tenant_access_token/internal",
      status: 200,
      code: 0,
    },
    { method: "POST", path: CREATE, status: 400, code: 99992402 },
    { method: "GET", path: "/none", status: 404, code: 99991201 },
  ]);
  expect(JSON.stringify(calls)).not.toMatch(new RegExp(APP.app_secret, "u"));
});

test("it listens on this machine only, and closing ends it", async () => {
  const { url, close } = await serveMock(model, { port: 0 });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  expect((await fetch(url)).status).toBe(404);
  await close();
  await expect(fetch(url)).rejects.toThrow();
});

test("a port in use is an error of the caller", async () => {
  const { url } = await start(model);
  const port = Number(new URL(url).port);
  await expect(serveMock(model, { port })).rejects.toThrow(/EADDRINUSE/u);
});
