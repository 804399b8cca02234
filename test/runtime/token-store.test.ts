import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { AppOptions, StoredToken, TokenStore } from "../../templates/runtime/options.js";
import { storeApp } from "../../templates/runtime/store-app.js";
import { fakeClock } from "./clock.js";
import { appSecret, client, create } from "./fixtures.js";
import { issuing, ok, serve, tokenReply, watchRejections } from "./server.js";

const input = { external_interview_id: "1" };
const start = 1_700_000_000_000;

/** A store with one token, whatever the key. */
function holding(token: StoredToken) {
  const written: StoredToken[] = [];
  const store: TokenStore = { get: () => token, set: (_, given) => written.push(given) };
  return { store, written };
}

test.each<[string, Partial<TokenStore>]>([
  ["get", { get: () => new Promise(() => {}) }],
  ["set", { set: () => new Promise(() => {}) }],
])("a store that never answers to %s is given up", async (_, broken) => {
  const { timeout } = AbortSignal;
  const limits = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => timeout(ms / 100));
  onTestFinished(() => limits.mockRestore());
  const server = await issuing([tokenReply("t-1")]);
  const tokenStore = { get: () => undefined, set: () => undefined, ...broken };
  await call(client(server.url, { tokenStore }), create, input);
  expect(server.used()).toEqual(["Bearer t-1"]);
  expect(limits.mock.calls).toEqual([[5_000], [5_000]]);
});

describe("two processes with one store", () => {
  const overThere = new Map<string, StoredToken>();
  const asynchronous: TokenStore = {
    get: (key) => turn().then(() => overThere.get(key)),
    set: (key, token) => turn().then(() => overThere.set(key, token)),
  };

  test.each<[string, TokenStore]>([
    ["a Map", new Map<string, StoredToken>()],
    ["an asynchronous one", asynchronous],
  ])("share a token: %s", async (_, tokenStore) => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")]);
    for (let process = 0; process < 3; process++) {
      const hire = client(server.url, { tokenStore });
      await Promise.all([1, 2].map(() => call(hire, create, input)));
    }
    expect(server.asked()).toBe(1);
    expect(server.used()).toEqual(Array.from({ length: 6 }, () => "Bearer t-1"));
  });

  test("go on with what the other has renewed, and make no request", async () => {
    const clock = fakeClock();
    const tokenStore = new Map<string, StoredToken>();
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")]);
    const [one, other] = [0, 1].map(() => client(server.url, { tokenStore }, clock));
    if (!one || !other) throw new Error("two were made");
    await call(one, create, input);
    await call(other, create, input);
    await clock.advance(6000_000);
    await call(one, create, input);
    await vi.waitFor(() => expect([...tokenStore.values()]).toMatchObject([{ token: "t-2" }]));
    await vi.waitFor(async () => {
      await call(other, create, input);
      expect(server.used().at(-1)).toBe("Bearer t-2");
    });
    expect(server.asked()).toBe(2);
  });

  test.each<[string, Partial<AppOptions>]>([
    ["app", { appId: "cli_2" }],
    ["tenant", { tenantKey: "B" }],
  ])("share no token when they differ in the %s", async (_, other) => {
    const tokenStore = new Map<string, StoredToken>();
    const server = await storePlatform();
    const options = { tokens: storeApp("ticket-1"), tokenStore, tenantKey: "A" };
    for (const difference of [{}, other, {}, other])
      await call(client(server.url, { ...options, ...difference }), create, input);
    const used = server.seen.map(({ headers }) => headers.authorization).filter(Boolean);
    expect(new Set(used).size).toBe(2);
    expect([used[2], used[3]]).toEqual([used[0], used[1]]);
  });

  test("share no token when they differ in the base URL", async () => {
    const tokenStore = new Map<string, StoredToken>();
    const servers = [await issuing([tokenReply("t-1")]), await issuing([tokenReply("t-2")])];
    for (const { url } of [...servers, ...servers])
      await call(client(url, { tokenStore }), create, input);
    expect(servers.map(({ used }) => used())).toEqual([
      ["Bearer t-1", "Bearer t-1"],
      ["Bearer t-2", "Bearer t-2"],
    ]);
    expect(servers.map(({ asked }) => asked())).toEqual([1, 1]);
  });
});

/** A platform of store apps whose tokens tell app and tenant. */
function storePlatform() {
  return serve(({ url, body }) => {
    if (!url.includes("/auth/")) return ok();
    const { app_id, app_access_token, tenant_key } = Object(JSON.parse(body)) as Record<
      string,
      string | undefined // token requests carry an object of texts
    >;
    const [name, token] = url.endsWith("/app_access_token")
      ? ["app_access_token", `a-${app_id}`]
      : ["tenant_access_token", `t-${app_access_token}-${tenant_key}`];
    return { json: { code: 0, msg: "ok", [name]: token, expire: 7200 } };
  });
}

describe("what is stored", () => {
  test("is the token and its end, and no more", async () => {
    const tokenStore = new Map<string, StoredToken>();
    const server = await issuing([tokenReply("t-1", 7000)]);
    await call(client(server.url, { tokenStore }, fakeClock("held", { start })), create, input);
    expect([...tokenStore.values()]).toEqual([{ token: "t-1", expiresAt: start + 7000_000 }]);
  });

  test("has keys without a secret", async () => {
    const tokenStore = new Map<string, StoredToken>();
    const server = await storePlatform();
    const tokens = storeApp("ticket-secret");
    await call(client(server.url, { tokens, tokenStore, tenantKey: "A" }), create, input);
    await call(client((await issuing([tokenReply("t-1")])).url, { tokenStore }), create, input);
    const keys = [...tokenStore.keys()].join("\n");
    expect(tokenStore.size).toBe(3);
    const values = [...tokenStore.values()].map(({ token }) => token);
    for (const secret of [appSecret, "ticket-secret", ...values])
      expect(keys).not.toContain(secret);
  });

  test("is never a token that was given, for a call or a client", async () => {
    const tokenStore = new Map<string, StoredToken>();
    const server = await issuing([tokenReply("t-1")]);
    await call(client(server.url, { tokenStore }), create, input, { token: "u-mine" });
    expect(tokenStore.size).toBe(0);
  });
});

describe("a store that is no good does not keep a call from its token", () => {
  const fail = () => {
    throw new Error("store");
  };
  const nothing = () => undefined;
  const bad: [string, TokenStore][] = [
    ["get throws", { get: fail, set: nothing }],
    ["get rejects", { get: () => Promise.reject(new Error("store")), set: nothing }],
    ["set throws", { get: nothing, set: fail }],
    ["set rejects", { get: nothing, set: () => Promise.reject(new Error("store")) }],
  ];
  const rubbish: unknown[] = [
    null,
    5,
    "t-9",
    [],
    {},
    { token: "t-9" },
    { token: "t-9", expiresAt: NaN },
    { token: "t-9", expiresAt: "soon" },
    { token: "", expiresAt: start + 7200_000 },
    { token: "t 9", expiresAt: start + 7200_000 },
    { token: 9, expiresAt: start + 7200_000 },
    { expiresAt: start + 7200_000 },
  ];
  for (const value of rubbish) {
    const get = () => value as StoredToken; // wrong on purpose
    bad.push([`get gives ${JSON.stringify(value)}`, { get, set: nothing }]);
  }

  test.each(bad)("%s", async (_, tokenStore) => {
    const rejections = watchRejections();
    const server = await issuing([tokenReply("t-1")]);
    const clock = fakeClock("held", { start });
    const hire = client(server.url, { tokenStore }, clock);
    await call(hire, create, input);
    await call(hire, create, input);
    expect([server.used(), server.asked()]).toEqual([["Bearer t-1", "Bearer t-1"], 1]);
    expect(await rejections()).toEqual([]);
  });
});

describe("a stored token", () => {
  test.each([
    ["is used with half an hour left", 1800, [], "t-9"],
    ["is not used with less", 1799, ["t-1"], "t-1"],
    ["is not used after its end", -1, ["t-1"], "t-1"],
  ])("%s", async (_, left, stored, used) => {
    const { store, written } = holding({ token: "t-9", expiresAt: start + left * 1000 });
    const server = await issuing([tokenReply("t-1")]);
    const clock = fakeClock("held", { start });
    await call(client(server.url, { tokenStore: store }, clock), create, input);
    expect(server.used()).toEqual([`Bearer ${used}`]);
    expect(written.map(({ token }) => token)).toEqual(stored);
  });

  test("that is refused is replaced in the store", async () => {
    const tokenStore = new Map<string, StoredToken>();
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], ({ headers }) =>
      headers.authorization === "Bearer t-1" && server.used().length > 1
        ? { status: 400, json: { code: 99991663, msg: "bad" } }
        : ok(),
    );
    for (let process = 0; process < 3; process++)
      await call(client(server.url, { tokenStore }), create, input);
    expect(server.used()).toEqual(["Bearer t-1", "Bearer t-1", "Bearer t-2", "Bearer t-2"]);
    expect([...tokenStore.values()]).toMatchObject([{ token: "t-2" }]);
    expect(server.asked()).toBe(2);
  });

  test("takes the place of a refused one without a request, if it is another", async () => {
    const tokenStore = new Map<string, StoredToken>();
    const server = await issuing([tokenReply("t-1")], ({ headers }) =>
      headers.authorization === "Bearer t-1" ? { json: { code: 99991663, msg: "bad" } } : ok(),
    );
    const hire = client(server.url, { tokenStore });
    await call(hire, create, input).catch(() => {});
    const asked = server.asked();
    const [key = ""] = tokenStore.keys();
    tokenStore.set(key, { token: "t-9", expiresAt: Date.now() + 7200_000 });
    await call(hire, create, input);
    expect(server.used().slice(-2)).toEqual(["Bearer t-1", "Bearer t-9"]);
    expect(server.asked()).toBe(asked);
  });
});
