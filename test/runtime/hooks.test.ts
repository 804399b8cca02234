import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  ApiError,
  AuthenticationError,
  NetworkError,
  RateLimitError,
} from "../../templates/runtime/errors.js";
import type { Hooks, RequestEvent } from "../../templates/runtime/hooks.js";
import type { AppOptions } from "../../templates/runtime/options.js";
import { storeApp } from "../../templates/runtime/store-app.js";
import { fakeClock } from "./clock.js";
import { appSecret, client, create, get, update } from "./fixtures.js";
import { issuing, ok, platform, serve, tokenPath, tokenReply, watchRejections } from "./server.js";
import type { Answer, Seen } from "./server.js";

const input = { external_interview_id: "1" };

/** One thing that was told. */
type Told =
  | { readonly hook: "request"; readonly event: Parameters<NonNullable<Hooks["onRequest"]>>[0] }
  | { readonly hook: "response"; readonly event: Parameters<NonNullable<Hooks["onResponse"]>>[0] }
  | { readonly hook: "retry"; readonly event: Parameters<NonNullable<Hooks["onRetry"]>>[0] }
  | { readonly hook: "unexpected"; readonly event: unknown };

/** Hooks that remember what they are told, in order. */
function recording() {
  const told: Told[] = [];
  const hooks: Hooks = {
    onRequest: (event) => void told.push({ hook: "request", event }),
    onResponse: (event) => void told.push({ hook: "response", event }),
    onRetry: (event) => void told.push({ hook: "retry", event }),
    onUnexpected: (event) => void told.push({ hook: "unexpected", event }),
  };
  /** In short: hook, number of the attempt, and what is particular; the requests for tokens left out. */
  const story = () =>
    told.flatMap((one) => {
      if (one.hook === "unexpected") return [one.hook];
      const request = one.hook === "request" ? one.event : one.event.request;
      if (request.path === tokenPath) return [];
      const line = `${one.hook} ${request.attempt}`;
      if (one.hook === "request") return [line];
      if (one.hook === "retry")
        return [`${line} after ${one.event.delay}: ${one.event.error.name}`];
      const { status, error } = one.event;
      return [`${line} ${status} ${error instanceof Error ? error.name : String(error)}`];
    });
  return { hooks, told, story };
}

const slow: Answer = {
  status: 400,
  headers: { "x-ogw-ratelimit-reset": "2" },
  json: { code: 99991400, msg: "slow" },
};

test("hooks may be methods of an object that counts", async () => {
  class Counter implements Hooks {
    count = 0;
    onRequest() {
      this.count++;
    }
  }
  const hooks = new Counter();
  const server = await platform(() => ok());
  await call(client(server.url, { hooks }), create, input);
  expect(hooks.count).toBe(2);
});

describe("what is told, in order:", () => {
  test("a success, and the request for its token before it", async () => {
    const server = await platform(() => ({ ...ok(), headers: { "x-tt-logid": "log-1" } }));
    const { hooks, told } = recording();
    await call(client(server.url, { hooks }), get, { offer_id: "7" });
    const forToken = {
      operation: "tenant_access_token.internal",
      method: "POST",
      baseUrl: server.url,
      path: tokenPath,
      attempt: 1,
    };
    const request = {
      operation: "offer.get",
      method: "GET",
      baseUrl: server.url,
      path: "/open-apis/hire/v1/offers/:offer_id/detail",
      attempt: 1,
    };
    const duration = expect.any(Number) as number; // a matcher has no type of its own
    const end = { duration, status: 200, error: undefined };
    expect(told).toEqual([
      { hook: "request", event: forToken },
      { hook: "response", event: { ...end, request: forToken, logId: undefined } },
      { hook: "request", event: request },
      { hook: "response", event: { ...end, request, logId: "log-1" } },
    ]);
  });

  test.each<[string, (() => Answer)[], string[]]>([
    [
      "a retry",
      [() => slow],
      [
        "request 1",
        "response 1 400 RateLimitError",
        "retry 2 after 2250: RateLimitError",
        "request 2",
        "response 2 200 undefined",
      ],
    ],
    [
      "retries in vain",
      [() => slow, () => ({ status: 503, text: "" }), () => slow],
      [
        "request 1",
        "response 1 400 RateLimitError",
        "retry 2 after 2250: RateLimitError",
        "request 2",
        "response 2 503 ResponseError",
        "retry 3 after 500: ResponseError",
        "request 3",
        "response 3 400 RateLimitError",
      ],
    ],
    [
      "a replay with another token",
      [() => ({ status: 400, json: { code: 99991663, msg: "bad" } })],
      [
        "request 1",
        "response 1 400 AuthenticationError",
        "retry 2 after 0: AuthenticationError",
        "request 2",
        "response 2 200 undefined",
      ],
    ],
    [
      "a refusal",
      [() => ({ status: 500, json: { code: 1002053, msg: "no" } })],
      ["request 1", "response 1 500 ApiError"],
    ],
  ])("%s", async (_, answers, want) => {
    const tokens = [tokenReply("t-1"), tokenReply("t-2")];
    const server = await issuing(tokens, () => answers[server.used().length - 1]?.() ?? ok());
    const { hooks, story } = recording();
    const hire = client(server.url, { hooks }, fakeClock("skipped"));
    await call(hire, { ...get, output: () => undefined }, { offer_id: "7" }).catch(() => {});
    expect(story()).toEqual(want);
  });

  test("a connection that breaks", async () => {
    const server = await platform((_, response) => void response.destroy() as undefined);
    const { hooks, told, story } = recording();
    const failing = call(client(server.url, { hooks }), create, input);
    await expect(failing).rejects.toThrow(NetworkError);
    expect(story()).toEqual(["request 1", "response 1 undefined NetworkError"]);
    const last = told.at(-1);
    expect(last?.hook === "response" && last.event.error).toBe(
      await failing.catch((e: unknown) => e),
    );
  });

  test("an abort, with the signal's reason", async () => {
    const controller = new AbortController();
    const reason = { any: "value" };
    const server = await platform(() => void controller.abort(reason) as undefined);
    const { hooks, told, story } = recording();
    const { signal } = controller;
    await call(client(server.url, { hooks }), get, { offer_id: "7" }, { signal }).catch(() => {});
    expect(story()).toEqual(["request 1", "response 1 undefined [object Object]"]);
    const last = told.at(-1);
    expect(last?.hook === "response" && last.event.error).toBe(reason);
  });

  test("an abort between two attempts: nothing more", async () => {
    const controller = new AbortController();
    const reason = { any: "value" };
    const server = await platform(() => slow);
    const { hooks, story } = recording();
    const clock = fakeClock();
    const onResponse: Hooks["onResponse"] = (event) => {
      hooks.onResponse?.(event);
      if (event.error) setImmediate(() => controller.abort(reason));
    };
    const hire = client(server.url, { hooks: { ...hooks, onResponse } }, clock);
    const { signal } = controller;
    const ended = call(hire, get, { offer_id: "7" }, { signal });
    await expect(ended).rejects.toBe(reason);
    expect(story()).toEqual(["request 1", "response 1 400 RateLimitError"]);
    expect([clock.waits, clock.waiting()]).toEqual([[2250], 0]);
  });

  test("a reply that differs, after its end", async () => {
    const server = await platform(() => ok({ id: 5 }));
    const { hooks, story } = recording();
    await call(client(server.url, { hooks }), create, input);
    expect(story()).toEqual(["request 1", "response 1 200 undefined", "unexpected"]);
  });

  test("nothing, when nothing is sent", async () => {
    const server = await platform(() => ok());
    const { hooks, told } = recording();
    const wrong = { external_interview_id: 5 as unknown as string }; // wrong on purpose
    await call(client(server.url, { hooks }), create, wrong).catch(() => {});
    await call(client(server.url, { hooks }), create, input, { token: "" }).catch(() => {});
    expect(told).toEqual([]);
  });

  test("both requests of a store app for its tokens", async () => {
    const server = await serve(({ url }) => {
      const name = url.endsWith("/app_access_token") ? "app_access_token" : "tenant_access_token";
      return { json: { code: 0, msg: "ok", [name]: "t-1", expire: 7200 } };
    });
    const { hooks, told } = recording();
    const tokens = storeApp("ticket");
    await call(client(server.url, { hooks, tokens, tenantKey: "A" }), create, input);
    const begun = told.flatMap(({ hook, event }) => (hook === "request" ? event.operation : []));
    expect(begun).toEqual(["app_access_token", "tenant_access_token", create.id]);
  });
});

describe("an event", () => {
  test("has the one object that stands for its attempt", async () => {
    const server = await platform(() => (server.calls().length < 3 ? slow : ok()));
    const { hooks, told } = recording();
    await call(client(server.url, { hooks }, fakeClock("skipped")), create, input);
    const attempts = new Map<RequestEvent, string[]>();
    for (const { hook, event } of told) {
      if (hook === "unexpected") continue;
      const request = hook === "request" ? event : event.request;
      attempts.set(request, [...(attempts.get(request) ?? []), hook]);
    }
    expect([...attempts.values()]).toEqual([
      ["request", "response"], // the token's
      ["request", "response"],
      ["retry", "request", "response"],
      ["retry", "request", "response"],
    ]);
  });

  test("has the time from sending to the reply's end", async () => {
    const clock = fakeClock();
    const server = await platform(async () => {
      await clock.advance(1_234);
      return ok();
    });
    const { hooks, told } = recording();
    await call(client(server.url, { hooks }, clock), create, input);
    const durations = told.flatMap(({ hook, event }) =>
      hook === "response" ? event.duration : [],
    );
    expect(durations).toEqual([0, 1_234]);
  });

  test("has the error that the caller gets, and that of the attempt before", async () => {
    const server = await platform(() =>
      server.calls().length === 1 ? slow : { json: { code: 7, msg: "no" } },
    );
    const { hooks, told } = recording();
    const failing = call(client(server.url, { hooks }, fakeClock("skipped")), create, input);
    const error: unknown = await failing.catch((reason: unknown) => reason);
    const errors = told.flatMap(({ hook, event }) =>
      hook === "response" || hook === "retry" ? (event.error ?? []) : [],
    );
    expect(errors[0]).toBeInstanceOf(RateLimitError);
    expect(errors[1]).toBe(errors[0]);
    expect(errors[2]).toBeInstanceOf(ApiError);
    expect(errors[2]).toBe(error);
  });
});

describe("nothing secret or personal is told", () => {
  const path = "path-ada-lovelace";
  const query = "query-ada-lovelace";
  const body = "body-ada@example.com";
  const header = "header-ada-lovelace";
  const reply = "reply-ada@example.com";
  const ticket = "ticket-0001-secret";
  const token = "t-token-0001-secret";
  const secrets = [appSecret, token, ticket, path, query, body, header, reply];
  const given = { offer_id: path, query_id: query, name: body };
  const good = { json: { code: 0, msg: "ok", data: { email: reply, id: 5 } } };

  /** The secrets that came with a request: all that its answer can repeat. */
  const echo = ({ url, headers, body: sent }: Seen) =>
    `you sent ${headers.authorization} ${url.includes("/auth/") ? sent : ""}`;
  const refusal =
    (code: number) =>
    (seen: Seen): Answer => ({
      status: 400,
      json: {
        code,
        msg: echo(seen),
        error: { log_id: echo(seen), field_violations: [{ field: "email", value: body }] },
      },
    });
  const page =
    (status: number) =>
    (seen: Seen): Answer => ({ status, text: `<html>${echo(seen)}` });
  const redirect = { status: 302, headers: { location: `https://x/${query}` }, text: body };
  const breaks = () => undefined;

  test.each<[string, (seen: Seen) => Answer | undefined]>([
    ["a reply that differs", () => good],
    ["a refusal that echoes", refusal(1002002)],
    ["a refused token", refusal(99991663)],
    ["a refused app token", refusal(99991664)],
    ["retries", refusal(99991400)],
    ["a page that echoes", page(200)],
    ["a page that echoes, and retries", page(503)],
    ["a page that echoes the address", ({ url }) => ({ status: 502, text: `Cannot get ${url}` })],
    ["data cut short", () => ({ text: `{"code":0,"data":{"email":"${reply}"` })],
    ["a log id that echoes", (seen) => ({ ...good, headers: { "x-tt-logid": echo(seen) } })],
    ["a redirect", () => redirect],
    ["a connection that breaks", breaks],
  ])("by %s, for a call or for a token", async (_, answer) => {
    const { hooks, told } = recording();
    for (const fails of ["calls", "app_access_token", "tenant_access_token", "internal"]) {
      const server = await serve((seen, response) => {
        const { url } = seen;
        const name = url.includes("/app_access_token") ? "app_access_token" : "tenant_access_token";
        const isToken = url.includes("/auth/");
        if (isToken ? url.endsWith(fails) : fails === "calls") {
          const chosen = answer(seen);
          if (!chosen) response.destroy();
          return chosen;
        }
        return isToken ? { json: { code: 0, msg: "ok", [name]: token, expire: 7200 } } : good;
      });
      for (const options of [{}, { tokens: storeApp(ticket), tenantKey: "A" }]) {
        const hire = client(server.url, { hooks, ...options }, fakeClock("skipped"));
        const more = { headers: { "x-name": header } };
        await call(hire, update, given, more).catch(() => {});
        await call(hire, get, { offer_id: path, text: query }).catch(() => {});
      }
    }
    expect(told.length).toBeGreaterThan(30);
    const everything = { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null };
    const shown = JSON.stringify(told) + inspect(told, everything);
    expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
  });
});

describe("a hook cannot break or change a call", () => {
  const fail = (): never => {
    throw new Error("hook");
  };
  // A hook is typed to return nothing; JavaScript, and async functions, do not care.
  const reject = () => Promise.reject(new Error("hook")) as unknown as undefined;
  const all = (hook: () => undefined): Hooks => ({
    onRequest: hook,
    onResponse: hook,
    onRetry: hook,
    onUnexpected: hook,
  });
  const change = (event: object): undefined => {
    const request = "request" in event ? event.request : event;
    const evil = {
      method: "DELETE",
      path: "/evil",
      baseUrl: "http://127.0.0.1:1",
      operation: "x.y",
    };
    Object.assign(Object(request), evil, { attempt: 99, url: "/evil", headers: {}, token: "evil" });
    Object.assign(event, { delay: 0, status: 200, duration: -1, error: undefined });
    return undefined;
  };

  test.each<[string, Hooks]>([
    ["that throws", all(fail)],
    ["that rejects", all(reject)],
    [
      "that changes what it is given",
      { onRequest: change, onResponse: change, onRetry: change, onUnexpected: change },
    ],
  ])("%s", async (_, hooks) => {
    const rejections = watchRejections();
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], ({ headers }) => {
      if (headers.authorization === "Bearer t-1") return { json: { code: 99991663, msg: "bad" } };
      return server.used().length === 2 ? slow : ok({ id: 5 });
    });
    const clock = fakeClock("skipped");
    const options: Partial<AppOptions> = { hooks };
    expect(await call(client(server.url, options, clock), create, input)).toEqual({ id: 5 });
    expect(server.used()).toEqual(["Bearer t-1", "Bearer t-2", "Bearer t-2"]);
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${tokenPath}`,
      `POST ${create.path}`,
      `POST ${tokenPath}`,
      `POST ${create.path}`,
      `POST ${create.path}`,
    ]);
    expect(clock.waits).toEqual([2250]);
    const refused = await issuing([tokenReply("t-1")], () => ({ json: { code: 7, msg: "no" } }));
    await expect(call(client(refused.url, options), create, input)).rejects.toMatchObject({
      name: "ApiError",
      operation: create.id,
      code: 7,
    });
    expect(await rejections()).toEqual([]);
  });

  test("by taking its time: nobody waits for it", async () => {
    const server = await platform(() => ok({ id: 5 }));
    const never = () => new Promise(() => {}) as unknown as undefined; // see `reject`
    const data = await call(client(server.url, { hooks: all(never) }), create, input);
    expect(data).toEqual({ id: 5 });
  });
});

test("a failure of the request for a token is told as one of its own", async () => {
  const server = await issuing([{ status: 400, json: { code: 10015, msg: "no" } }]);
  const { hooks, told } = recording();
  await call(client(server.url, { hooks }), create, input).catch(() => {});
  expect(told).toHaveLength(2);
  const [, end] = told;
  expect(end?.hook === "response" && end.event).toMatchObject({
    request: { operation: "tenant_access_token.internal", attempt: 1 },
    status: 400,
  });
  expect(end?.hook === "response" && end.event.error).toBeInstanceOf(AuthenticationError);
});
