import { describe, expect, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { connect } from "../../templates/runtime/client.js";
import { AuthenticationError, ClientError } from "../../templates/runtime/errors.js";
import type { AppOptions } from "../../templates/runtime/options.js";
import { resendAppTicket, storeApp } from "../../templates/runtime/store-app.js";
import { appSecret, client, create, get, service } from "./fixtures.js";
import { ok, serve } from "./server.js";
import type { Answer, Handler } from "./server.js";

const input = { external_interview_id: "1" };
const auth = "/open-apis/auth/v3/";

/** What a test may have the platform do in its own way. */
interface Platform {
  /** Names the app tokens, first to last; the last one for ever. */
  readonly appTokens?: readonly string[];
  /** Whether this app token is refused when a tenant's token is asked for with it. */
  readonly refuses?: (appToken: unknown) => boolean;
  readonly calls?: Handler;
  readonly ticketReply?: Answer;
}

/** A platform that knows one store app; the token of tenant A is called `t-A-1`, then `t-A-2`. */
async function storePlatform({
  appTokens = ["a-1"],
  refuses = () => false,
  calls = () => ok(),
  ticketReply,
}: Platform = {}) {
  const given = new Map<string, number>();
  const next = (name: string) => {
    given.set(name, (given.get(name) ?? 0) + 1);
    return given.get(name) ?? 0;
  };
  const server = await serve((seen, response) => {
    if (!seen.url.startsWith(auth)) return calls(seen, response);
    const body = bodyOf(seen);
    if (seen.url === `${auth}app_access_token`) {
      const app_access_token = appTokens[next("app") - 1] ?? appTokens.at(-1);
      return ticketReply ?? { json: { code: 0, msg: "ok", app_access_token, expire: 7200 } };
    }
    if (seen.url !== `${auth}tenant_access_token`) return { json: { code: 0, msg: "ok" } };
    const { app_access_token, tenant_key } = body;
    if (refuses(app_access_token)) return { status: 400, json: { code: 99991664, msg: "bad" } };
    const tenant_access_token = `t-${String(tenant_key)}-${next(String(tenant_key))}`;
    return { json: { code: 0, msg: "ok", tenant_access_token, expire: 7200 } };
  });
  /** Every request: a token endpoint by its name and body, a call by its token. */
  const story = () =>
    server.seen.map((one) => {
      const { url, headers } = one;
      return url.startsWith(auth) ? [url.slice(auth.length), bodyOf(one)] : headers.authorization;
    });
  const asked = (name: string) => server.seen.filter(({ url }) => url === auth + name).length;
  return { ...server, story, asked };
}

function bodyOf({ body }: { readonly body: string }): Readonly<Record<string, unknown>> {
  return Object(JSON.parse(body)) as Record<string, unknown>; // token requests carry a JSON object
}

function storeClient(url: string, options: Partial<AppOptions> = {}) {
  return client(url, { tokens: storeApp("ticket-1"), retries: 0, ...options });
}

const app = (ticket = "ticket-1") => [
  "app_access_token",
  { app_id: "cli_1", app_secret: appSecret, app_ticket: ticket },
];
const tenant = (tenant_key: string, app_access_token = "a-1") => [
  "tenant_access_token",
  { app_access_token, tenant_key },
];

describe("a call gets its token by two requests", () => {
  test.each([
    ["text", "ticket-1"],
    ["a function", () => "ticket-1"],
    ["an asynchronous function", () => Promise.resolve("ticket-1")],
  ])("with the ticket as %s", async (_, ticket) => {
    const server = await storePlatform();
    const hire = storeClient(server.url, { tokens: storeApp(ticket), tenantKey: "A" });
    await call(hire, create, input);
    await call(hire, create, input);
    expect(server.story()).toEqual([app(), tenant("A"), "Bearer t-A-1", "Bearer t-A-1"]);
    for (const { method, headers } of server.seen.slice(0, 2)) {
      expect([method, headers["content-type"]]).toEqual([
        "POST",
        "application/json; charset=utf-8",
      ]);
      expect(headers).not.toHaveProperty("authorization");
    }
  });

  test("however many calls of two tenants begin at once", async () => {
    const server = await storePlatform();
    const hire = storeClient(server.url);
    const keys = Array.from({ length: 20 }, (_, number) => (number % 2 ? "A" : "B"));
    await Promise.all(keys.map((tenantKey) => call(hire, create, input, { tenantKey })));
    expect([server.asked("app_access_token"), server.asked("tenant_access_token")]).toEqual([1, 2]);
  });

  test("the newest ticket is looked up for every app token, and only for these", async () => {
    let lookedUp = 0;
    const server = await storePlatform({
      appTokens: ["a-1", "a-2"],
      refuses: (appToken) => appToken === "a-1" && lookedUp > 0 && server.asked(tenantToken) > 1,
    });
    const tenantToken = "tenant_access_token";
    const tokens = storeApp(() => `ticket-${++lookedUp}`);
    const hire = storeClient(server.url, { tokens });
    await call(hire, create, input, { tenantKey: "A" });
    await call(hire, create, input, { tenantKey: "B" });
    expect(server.story()).toEqual([
      app("ticket-1"),
      tenant("A"),
      "Bearer t-A-1",
      tenant("B"),
      app("ticket-2"),
      tenant("B", "a-2"),
      "Bearer t-B-1",
    ]);
  });

  test("a ticket that cannot be looked up is the caller's own error, unchanged", async () => {
    const fault = new Error("database");
    const server = await storePlatform();
    for (const ticket of [
      () => Promise.reject(fault),
      () => {
        throw fault;
      },
    ]) {
      const hire = storeClient(server.url, { tokens: storeApp(ticket), tenantKey: "A" });
      await expect(call(hire, create, input)).rejects.toBe(fault);
    }
    expect(server.seen).toEqual([]);
  });
});

describe("tenants", () => {
  test("share the app's token, and nothing else", async () => {
    const used: [string | undefined, unknown][] = [];
    const server = await storePlatform({
      calls: ({ headers }) => {
        used.push([headers.authorization, headers["x-tenant"]]);
        return ok();
      },
    });
    const hire = storeClient(server.url);
    const keys = ["A", "B", "B", "A", "C", "A"];
    for (const tenantKey of keys)
      await call(hire, create, input, { tenantKey, headers: { "x-tenant": tenantKey } });
    await Promise.all(
      keys.map((tenantKey) =>
        call(hire, create, input, { tenantKey, headers: { "x-tenant": tenantKey } }),
      ),
    );
    expect(used).toHaveLength(12);
    for (const [token, key] of used) expect(token).toBe(`Bearer t-${String(key)}-1`);
    expect([server.asked("app_access_token"), server.asked("tenant_access_token")]).toEqual([1, 3]);
  });

  test("of two clients have tokens of their own", async () => {
    const server = await storePlatform();
    for (const tenantKey of ["A", "B"])
      await call(storeClient(server.url, { tenantKey }), create, input);
    expect(server.story()).toEqual([
      app(),
      tenant("A"),
      "Bearer t-A-1",
      app(),
      tenant("B"),
      "Bearer t-B-1",
    ]);
  });

  test("the call's wins over the client's", async () => {
    const server = await storePlatform();
    const hire = storeClient(server.url, { tenantKey: "A" });
    await call(hire, create, input, { tenantKey: "B" });
    await call(hire, create, input, { tenantKey: undefined });
    const used = server.story().filter((one) => typeof one === "string");
    expect(used).toEqual(["Bearer t-B-1", "Bearer t-A-1"]);
  });

  test("are needed by a store app, and by no other", async () => {
    const server = await storePlatform();
    const own = client(server.url, { tenantKey: "A" });
    const wrong = [
      call(storeClient(server.url), create, input),
      call(storeClient(server.url, { tenantKey: "" }), create, input),
      call(storeClient(server.url, { tenantKey: "A" }), create, input, { tenantKey: "" }),
      call(own, create, input),
      call(client(server.url), create, input, { tenantKey: "A" }),
    ];
    for (const one of wrong) {
      await expect(one).rejects.toThrow(TypeError);
      await expect(one).rejects.toThrow(/^tenantKey: /);
    }
    expect(server.seen).toEqual([]);
  });
});

describe("refusals", () => {
  test("an app token that is refused is replaced, once", async () => {
    const server = await storePlatform({
      appTokens: ["a-1", "a-2"],
      refuses: (appToken) => appToken === "a-1",
    });
    const hire = storeClient(server.url, { tenantKey: "A" });
    await call(hire, create, input);
    await call(hire, create, input, { tenantKey: "B" });
    expect(server.story()).toEqual([
      app(),
      tenant("A"),
      app(),
      tenant("A", "a-2"),
      "Bearer t-A-1",
      tenant("B", "a-2"),
      "Bearer t-B-1",
    ]);
  });

  test.each([
    ["by another that is refused, too", ["a-1", "a-2", "a-3"], ["a-1", "a-2"]],
    ["by none, when it comes back", ["a-1"], ["a-1"]],
  ])("an app token that is refused is replaced %s", async (_, appTokens, tried) => {
    const server = await storePlatform({ appTokens, refuses: () => true });
    const refused = call(storeClient(server.url, { tenantKey: "A" }), create, input);
    await expect(refused).rejects.toThrow(AuthenticationError);
    await expect(refused).rejects.toMatchObject({
      operation: "tenant_access_token",
      code: 99991664,
      tokenRefused: true,
    });
    const used = server.seen.map(bodyOf).flatMap(({ app_access_token: token }) => token ?? []);
    expect([used, server.asked("app_access_token")]).toEqual([tried, 2]);
  });

  test("a tenant token that is refused is replaced with the app token there is", async () => {
    const server = await storePlatform({
      calls: ({ headers }) =>
        headers.authorization === "Bearer t-A-1" ? { json: { code: 99991663 } } : ok(),
    });
    await call(storeClient(server.url, { tenantKey: "A" }), create, input);
    expect(server.story()).toEqual([
      app(),
      tenant("A"),
      "Bearer t-A-1",
      tenant("A"),
      "Bearer t-A-2",
    ]);
  });

  test("a wrong ticket is an AuthenticationError, which shows neither ticket nor secret", async () => {
    const msg = `app_ticket ticket-1 of ${appSecret} invalid`;
    const server = await storePlatform({
      ticketReply: { status: 400, json: { code: 10012, msg } },
    });
    const refused = call(storeClient(server.url, { tenantKey: "A" }), create, input);
    await expect(refused).rejects.toThrow(AuthenticationError);
    await expect(refused).rejects.toMatchObject({
      operation: "app_access_token",
      code: 10012,
      tokenRefused: false,
      msg: "app_ticket *** of *** invalid",
    });
    expect(server.story()).toEqual([app()]);
  });
});

test("an operation that takes an app token is sent the app's", async () => {
  const server = await storePlatform();
  const operation = { ...get, tokens: ["app"] } as const;
  await call(storeClient(server.url), operation, { offer_id: "1" });
  expect(server.story()).toEqual([app(), "Bearer a-1"]);
});

describe("resendAppTicket", () => {
  test("sends what is documented, and gives nothing back", async () => {
    const server = await storePlatform();
    expect(await resendAppTicket(storeClient(server.url))).toBeUndefined();
    expect(server.story()).toEqual([
      ["app_ticket/resend", { app_id: "cli_1", app_secret: appSecret }],
    ]);
    expect(server.seen[0]?.method).toBe("POST");
  });

  test("needs an app's secret", async () => {
    const server = await storePlatform();
    const refused = resendAppTicket(connect({ token: "t-1", baseUrl: server.url }, service));
    await expect(refused).rejects.toThrow(TypeError);
    expect(server.seen).toEqual([]);
  });

  test("rejects when the platform refuses", async () => {
    const server = await serve(() => ({ status: 400, json: { code: 10015, msg: appSecret } }));
    const refused = resendAppTicket(storeClient(server.url));
    await expect(refused).rejects.toThrow(ClientError);
    await expect(refused).rejects.toMatchObject({ operation: "app_ticket.resend", code: 10015 });
    await expect(refused).rejects.not.toThrow(appSecret);
  });
});
