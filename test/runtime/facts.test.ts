import { describe, expect, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  ApiError,
  AuthenticationError,
  ClientError,
  isApiError,
  ValidationError,
} from "../../templates/runtime/errors.js";
import type { Hooks } from "../../templates/runtime/hooks.js";
import type { StoredToken } from "../../templates/runtime/options.js";
import { paginate } from "../../templates/runtime/paging.js";
import { storeApp } from "../../templates/runtime/store-app.js";
import { fakeClock, quiet } from "./clock.js";
import { echoes, secrets } from "./faults/echoes.js";
import { leaks, shown } from "./faults/shown.js";
import { appSecret, client, create, get, list } from "./fixtures.js";
import { gate, issuing, ok, platform, serve, tokenPath, tokenReply } from "./server.js";
import type { Answer } from "./server.js";

// What the platform's documentation makes a client promise, sentence by sentence.
const input = { external_interview_id: "1" };
const refusal = (code: number, status = 400): Answer => ({ status, json: { code, msg: "no" } });

test("Five concurrent first calls make one token request", async () => {
  const server = await platform(() => ok());
  const hire = client(server.url);
  await Promise.all(Array.from({ length: 5 }, () => call(hire, create, input)));
  expect([server.tokenCalls().length, server.calls().length]).toEqual([1, 5]);
});

test("two clients with different app, tenant or base URL never share a token", async () => {
  /** A platform that names its tokens after whom they are for. */
  const open = (name: string) =>
    serve(({ url, body }) => {
      if (!url.includes("/auth/v3/")) return ok();
      const { app_id, app_access_token = "", tenant_key = "" } = Object(JSON.parse(body));
      const token = `${name}.${app_id ?? app_access_token}.${tenant_key}`;
      const tokens = { app_access_token: token, tenant_access_token: token };
      return { json: { code: 0, msg: "ok", ...tokens, expire: 7200 } };
    });
  const [feishu, lark] = [await open("feishu"), await open("lark")];
  const tokenStore = new Map<string, StoredToken>(); // even one that they have in common
  const tokens = storeApp("ticket");
  await call(client(feishu.url, { tokenStore, appId: "cli_1" }), create, input);
  await call(client(feishu.url, { tokenStore, appId: "cli_2" }), create, input);
  await call(client(lark.url, { tokenStore, appId: "cli_1" }), create, input);
  const shop = client(feishu.url, { tokenStore, tokens, appId: "cli_3" });
  await call(shop, create, input, { tenantKey: "A" });
  await call(shop, create, input, { tenantKey: "B" });
  const used = [...feishu.seen, ...lark.seen].map(({ headers }) => headers.authorization);
  expect(used.filter((text) => text !== undefined)).toEqual([
    "Bearer feishu.cli_1.",
    "Bearer feishu.cli_2.",
    "Bearer feishu.feishu.cli_3..A",
    "Bearer feishu.feishu.cli_3..B",
    "Bearer lark.cli_1.",
  ]);
});

describe("the life that a token reply says is left", () => {
  test("A reply with `expire` 1799 triggers background refresh", async () => {
    const { opened, open } = gate();
    let asked = 0;
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok();
      asked++;
      if (asked === 1) return tokenReply("t-old", 1799);
      await opened;
      return tokenReply("t-new");
    });
    const hire = client(server.url, {}, fakeClock());
    await call(hire, create, input); // not held up by the refresh
    await vi.waitFor(() => expect(asked).toBe(2));
    open();
    await vi.waitFor(async () => {
      await call(hire, create, input);
      expect(server.seen.at(-1)?.headers.authorization).toBe("Bearer t-new");
    });
    expect(asked).toBe(2);
  });

  test("1800 does not", async () => {
    const server = await issuing([tokenReply("t-old", 1800), tokenReply("t-new")]);
    const hire = client(server.url, {}, fakeClock());
    for (const _ of [1, 2, 3]) await call(hire, create, input);
    await quiet();
    expect([server.asked(), server.used()]).toEqual([1, Array(3).fill("Bearer t-old")]);
  });

  test("179 blocks until a fresh token is there", async () => {
    const { opened, open } = gate();
    let asked = 0;
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok();
      asked++;
      if (asked === 1) return tokenReply("t-old", 179);
      await opened;
      return tokenReply("t-new");
    });
    const sent = call(client(server.url, {}, fakeClock()), create, input);
    await vi.waitFor(() => expect(asked).toBe(2));
    await quiet();
    expect(server.seen.map(({ url }) => url)).toEqual([tokenPath, tokenPath]);
    open();
    await sent;
    expect(server.seen.at(-1)?.headers.authorization).toBe("Bearer t-new");
  });
});

test("Same token returned after a refusal: no replay.", async () => {
  const server = await issuing([tokenReply("t-1")], () => refusal(99991663));
  const refused = call(client(server.url), create, input);
  await expect(refused).rejects.toThrow(AuthenticationError);
  await expect(refused).rejects.toMatchObject({ code: 99991663, tokenRefused: true });
  expect([server.asked(), server.used()]).toEqual([2, ["Bearer t-1"]]);
});

test("Different token: exactly one replay.", async () => {
  const answers = [tokenReply("t-1"), tokenReply("t-2"), tokenReply("t-3")];
  const accepting = await issuing(answers, ({ headers }) =>
    headers.authorization === "Bearer t-2" ? ok({ id: "1" }) : refusal(99991663),
  );
  expect(await call(client(accepting.url), create, input)).toEqual({ id: "1" });
  expect(accepting.used()).toEqual(["Bearer t-1", "Bearer t-2"]);

  const refusing = await issuing(answers, () => refusal(99991663));
  await expect(call(client(refusing.url), create, input)).rejects.toThrow(AuthenticationError);
  expect(refusing.used()).toEqual(["Bearer t-1", "Bearer t-2"]);
});

describe("the rate limits", () => {
  const limited = { ...refusal(99991400), headers: { "x-ogw-ratelimit-reset": "2" } };

  /** A call that waits before its second attempt. */
  async function waiting(signal?: AbortSignal) {
    const server = await platform(() => (server.calls().length === 1 ? limited : ok({ id: "1" })));
    const time = fakeClock("held", { chance: 0 });
    const sent = call(client(server.url, {}, time), create, input, { signal });
    sent.catch(() => {});
    await vi.waitFor(() => expect(time.waiting()).toBe(1));
    return { server, time, sent };
  }

  test("HTTP 400 + 99991400 + reset 2 waits at least 2 s on a fake clock", async () => {
    const { server, time, sent } = await waiting();
    await time.advance(1999);
    expect([time.waiting(), server.calls().length]).toEqual([1, 1]);
    await time.advance(1);
    expect(await sent).toEqual({ id: "1" });
    expect([time.waiting(), server.calls().length]).toEqual([0, 2]);
  });

  test("abort during the wait rejects at once", async () => {
    const controller = new AbortController();
    const { server, time, sent } = await waiting(controller.signal);
    controller.abort("enough");
    await expect(sent).rejects.toBe("enough");
    expect([time.waiting(), server.calls().length]).toEqual([0, 1]);
  });
});

test("HTTP 200 with non-zero code rejects.", async () => {
  const server = await platform(() => refusal(1002002, 200));
  const refused = call(client(server.url), create, input);
  await expect(refused).rejects.toThrow(ApiError);
  await expect(refused).rejects.toMatchObject({ code: 1002002, status: 200 });
});

test("HTTP 500 with 1002053 is a typed business error and is not retried.", async () => {
  const server = await platform(() => refusal(1002053, 500));
  const entry = { code: 1002053, name: "StageConflict", label: "阶段冲突" } as const;
  const operation = { ...create, errors: [...create.errors, entry] };
  const refused = call(client(server.url), operation, { ...input, external_id: "7" });
  await expect(refused).rejects.toSatisfy((error) => isApiError(error, 1002053));
  await expect(refused).rejects.toMatchObject({
    name: "ApiError",
    codeName: "StageConflict",
    label: "阶段冲突",
    status: 500,
    retryable: false,
    mayHaveBeenApplied: false,
  });
  expect(server.calls()).toHaveLength(1);
});

describe("Iterator", () => {
  const pageOf = (url: string) => new URL(url, "http://x").searchParams.get("page_token");

  test("error on page 2 reaches the caller", async () => {
    const server = await platform(({ url }) =>
      pageOf(url)
        ? refusal(1002002)
        : ok({ items: [{ id: "1" }], has_more: true, page_token: "b" }),
    );
    const seen: unknown[] = [];
    const walk = async () => {
      for await (const talent of paginate(client(server.url), list)) seen.push(talent);
    };
    await expect(walk()).rejects.toMatchObject({ code: 1002002, pageToken: "b" });
    expect(seen).toEqual([{ id: "1" }]);
  });

  test("empty middle page continues", async () => {
    const pages = new Map<string | null, object>([
      [null, { items: [{ id: "1" }], has_more: true, page_token: "b" }],
      ["b", { items: [], has_more: true, page_token: "c" }],
      ["c", { items: [{ id: "2" }], has_more: false }],
    ]);
    const server = await platform(({ url }) => ok(pages.get(pageOf(url))));
    const seen: unknown[] = [];
    for await (const talent of paginate(client(server.url), list)) seen.push(talent);
    expect(seen).toEqual([{ id: "1" }, { id: "2" }]);
  });

  test("query value 0 or false is sent", async () => {
    const server = await platform(() => ok({}));
    const paged = { ...list, query: ["page", "flag", "page_token"] };
    const values: { page: number; flag: boolean; page_token?: string } = { page: 0, flag: false };
    for await (const _ of paginate(client(server.url), paged, values as object)) break;
    expect(server.calls().map(({ url }) => url)).toEqual([`${list.path}?page=0&flag=false`]);
  });
});

describe("Path values", () => {
  const segments = get.path.split("/").length;

  test.each(["", ".", ".."])('%j: "the first three are refused"', async (offer_id) => {
    const server = await platform(() => ok());
    await expect(call(client(server.url), get, { offer_id })).rejects.toThrow(ValidationError);
    expect(server.seen).toEqual([]);
  });

  test.each(["a/b", "%2e%2e", "x?y", "x#y", "%2F", "\\", "a\\..\\b", "..;", "...", "a%00", "//"])(
    "%j: no value ever changes the path's segment count",
    async (offer_id) => {
      const server = await platform(() => ok());
      await call(client(server.url), get, { offer_id });
      const { pathname, search, hash } = new URL(server.calls()[0]?.url ?? "", server.url);
      expect([pathname.split("/").length, search, hash]).toEqual([segments, "", ""]);
      expect(decodeURIComponent(pathname.split("/").at(-2) ?? "")).toBe(offer_id);
    },
  );
});

describe("Nothing secret or personal in `JSON.stringify(error)`, a deep inspect, `cause`, or any log line.", () => {
  const hidden = [...Object.values(secrets), appSecret];

  /** Hooks that keep what a logger would be given. */
  function logger() {
    const lines: string[] = [];
    const log = (event: unknown) => void lines.push(shown(event));
    const hooks: Hooks = { onRequest: log, onResponse: log, onRetry: log, onUnexpected: log };
    return { lines, hooks };
  }

  test.each(echoes)("a server that repeats $name", async ({ answer, act }) => {
    const { lines, hooks } = logger();
    const server = await platform(({ url }, response) => {
      act?.(response);
      return typeof answer === "function" ? answer(url) : answer;
    });
    const hire = client(server.url, { hooks }, fakeClock("skipped"));
    const options = {
      headers: { "x-gateway-key": secrets.header },
      extraQuery: { email: secrets.query },
    };
    const errors = await Promise.all([
      call(hire, get, { offer_id: secrets.path }, options).catch((error: unknown) => error),
      call(
        hire,
        create,
        { external_interview_id: "1" },
        { ...options, extraBody: { name: secrets.body } },
      ).catch((error: unknown) => error),
    ]);
    expect(server.calls()[0]?.url).toContain(encodeURIComponent(secrets.query));
    expect(lines.length).toBeGreaterThan(3);
    for (const error of errors) expect(error).toBeInstanceOf(ClientError);
    const told = [...errors.map(shown), ...lines].join("\n");
    expect(leaks(told, [...hidden, encodeURIComponent(secrets.query)])).toEqual([]);
  });

  test.each<[string, (secret: string) => Answer]>([
    ["in msg", (secret) => ({ status: 400, json: { code: 10012, msg: `bad ${secret}` } })],
    ["in a page", (secret) => ({ status: 500, text: `<p>${secret}</p>` })],
    ["as log id", (secret) => ({ ...refusal(10015), headers: { "x-tt-logid": secret } })],
    [
      "in the error object",
      (secret) => ({ status: 400, json: { code: 10012, msg: "", error: { log_id: secret } } }),
    ],
    ["as a token of too short a life", (secret) => tokenReply(secret, 1)],
  ])("a token endpoint that repeats secret and ticket %s", async (_, answer) => {
    const ticket = "g-app-ticket-1234567890";
    const { lines, hooks } = logger();
    for (const [secret, tokens] of [
      [appSecret, undefined],
      [appSecret, storeApp(ticket)],
      [ticket, storeApp(() => ticket)],
    ] as const) {
      const server = await serve(() => {
        const { json, ...rest } = answer(secret);
        const fields = Object(json);
        // A store app is given its token under another name.
        return json === undefined
          ? rest
          : { ...rest, json: { app_access_token: fields.tenant_access_token, ...fields } };
      });
      const hire = client(server.url, { hooks, tokens }, fakeClock("skipped"));
      const options = tokens ? { tenantKey: "tenant-key-1" } : {};
      const error = await call(hire, create, input, options).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ClientError);
      const told = [shown(error), ...lines].join("\n");
      expect(leaks(told, [appSecret, ticket])).toEqual([]);
    }
  });

  test("a token endpoint that repeats the request in JSON, where a secret looks different", async () => {
    const odd = 'app"secret\\of-quotes';
    const { lines, hooks } = logger();
    const server = await serve(({ body }) => {
      const error = { troubleshooter: `https://a.example/${body}`, log_id: body };
      return { status: 400, json: { code: 10015, msg: body, error } };
    });
    const hire = client(server.url, { hooks, appSecret: odd });
    const error: unknown = await call(hire, create, input).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 10015, msg: expect.stringContaining("***") });
    expect([shown(error), ...lines].join("\n")).not.toMatch(/secret.{1,9}of-quotes/);
  });

  test("wrong input, and a call that is given up", async () => {
    const { lines, hooks } = logger();
    const server = await platform(() => undefined);
    const hire = client(server.url, { hooks, timeout: 50, retries: 0 });
    const wrong = { external_interview_id: secrets.path, conclusion: secrets.body };
    const errors = [
      // The conclusion is wrong on purpose.
      await call(hire, create, wrong as unknown as typeof input).catch((error: unknown) => error),
      await call(hire, get, { offer_id: "1", text: { [secrets.query]: secrets.body } }).catch(
        (error: unknown) => error,
      ),
      await call(hire, get, { offer_id: secrets.path, text: secrets.query }).catch(
        (error: unknown) => error,
      ),
    ];
    expect(errors.map((error) => error instanceof Error && error.name)).toEqual([
      "ValidationError",
      "ValidationError",
      "TimeoutError",
    ]);
    const told = [...errors.map(shown), ...lines].join("\n");
    expect(leaks(told, hidden)).toEqual([]);
  });
});
