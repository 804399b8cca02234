import { expect, test } from "vitest";
import { everything } from "../openapi/models.js";
import { APP, appToken, type Client, type Reply, start, tenantToken } from "./server.js";

const model = everything();
const APP_TOKEN = "/open-apis/auth/v3/app_access_token";
const TENANT_TOKEN = "/open-apis/auth/v3/tenant_access_token";
const RESEND = "/open-apis/auth/v3/app_ticket/resend";
const CREATE = "/open-apis/toy/v1/shops/1/toys";

const storeToken = (send: Client["send"], app: object): Promise<Reply> =>
  send("POST", APP_TOKEN, JSON.stringify({ ...APP, app_ticket: "ticket", ...app }));

const tenantOf = (send: Client["send"], app_access_token: unknown, tenant_key: unknown) =>
  send("POST", TENANT_TOKEN, JSON.stringify({ app_access_token, tenant_key }));

test("a ticket gives an app token, that a tenant's, and that opens the API", async () => {
  const { send } = await start(model);
  const app = (await storeToken(send, {})).body;
  expect(app).toEqual({
    code: 0,
    msg: "ok",
    app_access_token: expect.stringMatching(/^a-/u),
    expire: 7200,
  });
  const tenant = (await tenantOf(send, app.app_access_token, "tenant-1")).body;
  expect(tenant).toEqual({
    code: 0,
    msg: "ok",
    tenant_access_token: expect.stringMatching(/^t-/u),
    expire: 7200,
  });
  const headers = { authorization: `Bearer ${tenant.tenant_access_token}` };
  expect((await send("POST", CREATE, '{"kind":1}', headers)).body.code).toBe(0);
});

test.for([
  ["any ticket", undefined, { app_ticket: "x" }, 0],
  ["the ticket that counts", "new", { app_ticket: "new" }, 0],
  ["another ticket", "new", { app_ticket: "old" }, 10012],
  ["no ticket", undefined, { app_ticket: undefined }, 10012],
  ["no ticket where one counts", "new", { app_ticket: undefined }, 10012],
  ["an empty ticket", undefined, { app_ticket: "" }, 10012],
  ["a ticket that is no text", undefined, { app_ticket: 7 }, 10012],
  ["no secret", undefined, { app_secret: undefined }, 99991543],
  ["an empty id", undefined, { app_id: "" }, 99991543],
] as const)("an app token with %s", async ([, appTicket, app, code]) => {
  const { send } = await start(model, { appTicket });
  const { status, body } = await storeToken(send, app);
  expect([status, body.code]).toEqual([code === 0 ? 200 : 400, code]);
  expect(body.app_access_token === undefined).toBe(code !== 0);
});

test("a tenant token needs an app token and a tenant key", async () => {
  const { send } = await start(model);
  const { app_access_token } = (await storeToken(send, {})).body;
  const { tenant_access_token } = (await tenantOf(send, app_access_token, "1")).body;
  for (const token of [undefined, "", "a-unknown", tenant_access_token]) {
    const { status, body } = await tenantOf(send, token, "1");
    expect([status, body.code]).toEqual([401, 99991664]);
  }
  for (const key of [undefined, "", 1]) {
    const { status, body } = await tenantOf(send, app_access_token, key);
    expect([status, body.code]).toEqual([400, 99992402]);
    expect(body.error?.field_violations).toMatchObject([{ field: "tenant_key" }]);
  }
});

test("an app token that is over gives no tenant token", async () => {
  let now = 1_000_000;
  const { send } = await start(model, { now: () => now });
  const { app_access_token } = (await storeToken(send, {})).body;
  now += 7_199_999;
  expect((await tenantOf(send, app_access_token, "1")).body.code).toBe(0);
  now += 1;
  expect((await tenantOf(send, app_access_token, "1")).body.code).toBe(99991664);
});

test("the same tokens are given while 30 minutes are left, and both work after", async () => {
  let now = 1_000_000;
  const { send } = await start(model, { now: () => now });
  const both = async () => {
    const app = (await storeToken(send, {})).body;
    return { app, tenant: (await tenantOf(send, app.app_access_token, "1")).body };
  };
  const first = await both();
  now += 5_400_000;
  expect(await both()).toEqual({
    app: { ...first.app, expire: 1800 },
    tenant: { ...first.tenant, expire: 1800 },
  });
  now += 1;
  const second = await both();
  expect([second.app.expire, second.tenant.expire]).toEqual([7200, 7200]);
  expect(second.app.app_access_token).not.toBe(first.app.app_access_token);
  expect(second.tenant.tenant_access_token).not.toBe(first.tenant.tenant_access_token);
  for (const { tenant } of [first, second]) {
    const headers = { authorization: `Bearer ${tenant.tenant_access_token}` };
    expect((await send("POST", CREATE, '{"kind":1}', headers)).body.code).toBe(0);
  }
});

test("tenants, and the app's own, have tokens and idempotency values of their own", async () => {
  const { send } = await start(model);
  const { app_access_token } = (await storeToken(send, {})).body;
  const create = async (reply: Promise<Reply>): Promise<unknown> => {
    const headers = { authorization: `Bearer ${(await reply).body.tenant_access_token}` };
    return (await send("POST", CREATE, '{"kind":1,"external_id":"a"}', headers)).body.data;
  };
  const tenants = [
    () => tenantOf(send, app_access_token, "1"),
    () => tenantOf(send, app_access_token, "2"),
    () => tenantToken(send),
  ];
  const tokens = await Promise.all(
    tenants.map(async (of) => (await of()).body.tenant_access_token),
  );
  expect(new Set(tokens).size).toBe(3);
  const first = await Promise.all(tenants.map((of) => create(of())));
  expect(new Set(first.map((data) => JSON.stringify(data))).size).toBe(3);
  expect(await Promise.all(tenants.map((of) => create(of())))).toEqual(first);
});

test("an app and a tenant whose names run together are told apart", async () => {
  const { send } = await start(model);
  const token = async (app_id: string, key: string): Promise<unknown> => {
    const app = (await storeToken(send, { app_id })).body.app_access_token;
    return (await tenantOf(send, app, key)).body.tenant_access_token;
  };
  expect(await token("a b", "c")).not.toBe(await token("a", "b c"));
});

test("a ticket can be asked for again", async () => {
  const { send } = await start(model);
  const resend = async (app: object) => (await send("POST", RESEND, JSON.stringify(app))).body;
  expect(await resend(APP)).toEqual({ code: 0, msg: "ok" });
  expect((await resend({ app_id: "cli_1" })).code).toBe(99991543);
});

test.for([APP_TOKEN, TENANT_TOKEN, RESEND])("%s takes POST only, and JSON", async (path) => {
  const { send } = await start(model);
  expect((await send("GET", path)).body.code).toBe(99991301);
  expect((await send("POST", path, "{")).body.code).toBe(9499);
});

test("the own app's endpoints know nothing of tickets", async () => {
  const { send } = await start(model, { appTicket: "new" });
  expect((await appToken(send)).body.code).toBe(0);
});
