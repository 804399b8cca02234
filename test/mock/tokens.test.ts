import { expect, test } from "vitest";
import { everything } from "../openapi/models.js";
import { appToken, start, tenantToken } from "./server.js";

const model = everything();
const COUNT = "/open-apis/toy/v1/toys/count";
const SEARCH = "/open-apis/toy/v1/toys/search";
const GET = "/open-apis/toy/v1/toys/7";

test("a tenant token stands beside the code and opens the API", async () => {
  const { send } = await start(model);
  const { status, body } = await tenantToken(send);
  expect({ status, body }).toEqual({
    status: 200,
    body: { code: 0, msg: "ok", tenant_access_token: expect.stringMatching(/^t-/u), expire: 7200 },
  });
  const authorization = `Bearer ${body.tenant_access_token}`;
  expect((await send("POST", SEARCH, "{}", { authorization })).body.code).toBe(0);
});

test("an app token comes with a tenant token", async () => {
  const { send } = await start(model);
  const { body } = await appToken(send);
  expect(body).toEqual({
    code: 0,
    msg: "ok",
    app_access_token: expect.stringMatching(/^a-/u),
    tenant_access_token: (await tenantToken(send)).body.tenant_access_token,
    // Less when a second has gone by since.
    expire: expect.toSatisfy((left: number) => left > 3600 && left <= 7200),
  });
  const authorization = `Bearer ${body.app_access_token}`;
  expect((await send("GET", COUNT, undefined, { authorization })).body).toMatchObject({
    code: 0,
    data: { total: 3 },
  });
});

test("the same token is given while 30 minutes are left, and both work after", async () => {
  let now = 1_000_000;
  const { send } = await start(model, { now: () => now });
  const first = (await tenantToken(send)).body;
  now += 5_400_000;
  const second = (await tenantToken(send)).body;
  expect(second).toEqual({ ...first, expire: 1800 });
  now += 1;
  const third = (await tenantToken(send)).body;
  expect(third.expire).toBe(7200);
  expect(third.tenant_access_token).not.toBe(first.tenant_access_token);
  const search = async (token = ""): Promise<number> =>
    (await send("POST", SEARCH, "{}", { authorization: `Bearer ${token}` })).body.code;
  expect(await search(first.tenant_access_token)).toBe(0);
  expect(await search(third.tenant_access_token)).toBe(0);
  now += 1_800_000;
  expect(await search(first.tenant_access_token)).toBe(99991663);
  expect(await search(third.tenant_access_token)).toBe(0);
});

test("two apps never share a token, two servers count alike", async () => {
  const [one, two] = [await start(model), await start(model)];
  const a = (await tenantToken(one.send)).body;
  const b = (await tenantToken(one.send, { app_id: "cli_2", app_secret: "secret" })).body;
  expect(a.tenant_access_token).not.toBe(b.tenant_access_token);
  expect((await tenantToken(two.send)).body).toEqual(a);
});

test.for([
  ["no secret", { app_id: "cli_1" }],
  ["an empty id", { app_id: "", app_secret: "s" }],
  ["an empty secret", { app_id: "cli_1", app_secret: "" }],
  ["an id that is no text", { app_id: 1, app_secret: "s" }],
  ["a list", []],
] as const)("credentials with %s are refused", async ([, app]) => {
  const { send } = await start(model);
  const { status, body } = await tenantToken(send, app);
  expect({ status, code: body.code }).toEqual({ status: 400, code: 99991543 });
  expect((await appToken(send, app)).body.code).toBe(99991543);
});

test("credentials in broken JSON are refused", async () => {
  const { send } = await start(model);
  const path = "/open-apis/auth/v3/tenant_access_token/internal";
  expect((await send("POST", path, "{app_id:")).body.code).toBe(9499);
});

test("the token endpoints take POST only", async () => {
  const { send } = await start(model);
  const { status, body } = await send("GET", "/open-apis/auth/v3/app_access_token/internal");
  expect([status, body.code]).toEqual([405, 99991301]);
});

test.for([
  ["no header", SEARCH, "POST", undefined, 99991661],
  ["another scheme", SEARCH, "POST", "Basic eA==", 99991671],
  ["a bearer without a token", SEARCH, "POST", "Bearer", 99991671],
  ["an unknown tenant token", SEARCH, "POST", "Bearer t-unknown", 99991663],
  ["an unknown app token", COUNT, "GET", "Bearer a-unknown", 99991664],
  ["a tenant token where a user's is needed", GET, "GET", "Bearer t-unknown", 99991668],
  ["a user token where a tenant's is needed", SEARCH, "POST", "Bearer u-anyone", 99991663],
  ["a user token", GET, "GET", "Bearer u-anyone", 0],
] as const)("%s", async ([, path, method, authorization, code]) => {
  const { send } = await start(model);
  const headers = authorization === undefined ? {} : { authorization };
  const reply = await send(method, path, undefined, headers);
  expect(reply.body.code).toBe(code);
  expect(reply.status).toBe(code === 0 ? 200 : 401);
});

test("an app token is no tenant token", async () => {
  const { send } = await start(model);
  const { app_access_token } = (await appToken(send)).body;
  const headers = { authorization: `Bearer ${app_access_token}` };
  expect((await send("POST", SEARCH, "{}", headers)).body.code).toBe(99991663);
});
