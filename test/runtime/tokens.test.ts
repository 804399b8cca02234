import { expect, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  AuthenticationError,
  ResponseError,
  TimeoutError,
} from "../../templates/runtime/errors.js";
import { appSecret, client, create } from "./fixtures.js";
import { ok, serve, tokenPath } from "./server.js";
import type { Answer } from "./server.js";

const input = { external_interview_id: "1" };

/** A platform whose token replies are given, the last one for ever. */
async function tokens(...answers: readonly Answer[]) {
  let asked = 0;
  const server = await serve(({ url }) =>
    url === tokenPath ? (answers[asked++] ?? answers.at(-1)) : ok(),
  );
  const used = () =>
    server.seen.filter(({ url }) => url !== tokenPath).map(({ headers }) => headers.authorization);
  return { ...server, used, asked: () => asked };
}

const token = (name: string, expire: unknown = 7200): Answer => ({
  json: { code: 0, msg: "ok", tenant_access_token: name, expire },
});

test("the request is the documented one", async () => {
  const server = await tokens(token("t-1"));
  await call(client(server.url), create, input);
  const [seen] = server.seen;
  expect(seen).toMatchObject({ method: "POST", url: tokenPath });
  expect(seen?.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(seen?.headers).not.toHaveProperty("authorization");
  expect(JSON.parse(seen?.body ?? "")).toEqual({ app_id: "cli_1", app_secret: appSecret });
});

test("five concurrent first calls, and all later ones, make one request", async () => {
  const server = await tokens(token("t-1"), token("t-2"));
  const hire = client(server.url);
  await Promise.all([1, 2, 3, 4, 5].map(() => call(hire, create, input)));
  await call(hire, create, input);
  expect(server.asked()).toBe(1);
  expect(new Set(server.used())).toEqual(new Set(["Bearer t-1"]));
});

test("two clients never share a token", async () => {
  const server = await tokens(token("t-1"), token("t-2"));
  await call(client(server.url), create, input);
  await call(client(server.url), create, input);
  expect(server.used()).toEqual(["Bearer t-1", "Bearer t-2"]);
});

test.each([
  [7200, 7019, ["Bearer t-1", "Bearer t-1"]],
  [7200, 7020, ["Bearer t-1", "Bearer t-2"]],
  [1799, 1618, ["Bearer t-1", "Bearer t-1"]],
  [1799, 1619, ["Bearer t-1", "Bearer t-2"]],
])("a token for %i s, %i s later", async (expire, later, want) => {
  let now = 1_000_000;
  const server = await tokens(token("t-1", expire), token("t-2"));
  const hire = client(server.url, {}, () => now);
  await call(hire, create, input);
  now += later * 1000;
  await call(hire, create, input);
  expect(server.used()).toEqual(want);
});

test("a token that comes with less than 3 minutes is asked for again, once", async () => {
  const server = await tokens(token("t-1", 179), token("t-2"));
  const hire = client(server.url);
  await call(hire, create, input);
  expect([server.used(), server.asked()]).toEqual([["Bearer t-2"], 2]);
  const hopeless = await tokens(token("t-1", 179));
  const refused = call(client(hopeless.url), create, input);
  await expect(refused).rejects.toThrow(
    "tenant_access_token.internal failed: no token with 3 minutes of life left (HTTP 200)",
  );
  expect([hopeless.used(), hopeless.asked()]).toEqual([[], 2]);
});

test.each([
  ["no token", { json: { code: 0 } }],
  ["a token that cannot be sent", token("t-1\nx: y")],
  ["no expiry", token("t-1", null)],
  ["an expiry in words", token("t-1", "soon")],
  ["the token under data", { json: { code: 0, data: { tenant_access_token: "t-1" } } }],
])("a reply with %s is a ResponseError", async (_, answer) => {
  const server = await tokens(answer);
  await expect(call(client(server.url), create, input)).rejects.toThrow(ResponseError);
  expect(server.used()).toEqual([]);
});

test("a failure climbs the same ladder and is not kept", async () => {
  const failure = {
    status: 400,
    headers: { "x-tt-logid": "log-9" },
    json: { code: 10015, msg: `app secret ${appSecret} invalid` },
  };
  const server = await tokens(failure, token("t-1"));
  const hire = client(server.url);
  const outcomes = await Promise.allSettled([1, 2].map(() => call(hire, create, input)));
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ reason: { code: 10015, status: 400, logId: "log-9" } });
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(AuthenticationError);
  }
  expect(server.asked()).toBe(1);
  await call(hire, create, input);
  expect(server.used()).toEqual(["Bearer t-1"]);
});

test("the request for a token has the client's timeout", async () => {
  const server = await serve(() => undefined);
  const late = call(client(server.url, { timeout: 20 }), create, input);
  await expect(late).rejects.toThrow(TimeoutError);
});
