import { afterEach, describe, expect, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  ApiError,
  ClientError,
  ResponseError,
  TimeoutError,
  ValidationError,
} from "../../templates/runtime/errors.js";
import { paginate } from "../../templates/runtime/paging.js";
import { leaks, shown } from "./faults/shown.js";
import { appSecret, client, create, get, list, update } from "./fixtures.js";
import { gate, issuing, ok, platform, serve, tokenReply } from "./server.js";
import type { Answer } from "./server.js";

// What the vendor's own SDK does wrong, and this one never.
const input = { external_interview_id: "1" };

test("never: 50 first calls make 50 token requests", async () => {
  const server = await platform(() => ok());
  const hire = client(server.url);
  await Promise.all(Array.from({ length: 50 }, () => call(hire, create, input)));
  expect([server.tokenCalls().length, server.calls().length]).toEqual([1, 50]);
});

test("never: a second client with another secret gets the first one's token", async () => {
  const server = await serve(({ url, body }) => {
    if (!url.includes("/auth/v3/")) return ok();
    const { app_secret } = Object(JSON.parse(body));
    return app_secret === appSecret ? tokenReply("t-first") : { json: { code: 10015, msg: "no" } };
  });
  await call(client(server.url), create, input);
  const second = client(server.url, { appSecret: "another-secret" });
  await expect(call(second, create, input)).rejects.toMatchObject({ code: 10015 });
  expect(server.seen.filter(({ headers }) => headers.authorization)).toHaveLength(1);
});

test("never: no refresh on 99991663", async () => {
  const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], ({ headers }) =>
    headers.authorization === "Bearer t-2"
      ? ok({ id: "1" })
      : { status: 400, json: { code: 99991663, msg: "Invalid access token" } },
  );
  const hire = client(server.url);
  expect(await call(hire, create, input)).toEqual({ id: "1" });
  await call(hire, create, input);
  expect(server.used()).toEqual(["Bearer t-1", "Bearer t-2", "Bearer t-2"]);
});

describe("never: a reply that is no success resolves", () => {
  test.each<[string, Answer, typeof ClientError]>([
    ["200 with code ≠ 0", { json: { code: 1002002, msg: "no", data: { id: "1" } } }, ApiError],
    ["200 with a negative code", { json: { code: -1, msg: "no" } }, ApiError],
    ["broken JSON", { text: '{"code":0,"data":{"id":"1"}' }, ResponseError],
    ["HTML", { text: "<!doctype html><title>Welcome</title>" }, ResponseError],
    ["nothing", { text: "" }, ResponseError],
    ["JSON without a code", { json: { data: { id: "1" } } }, ResponseError],
    ["a code in quotes", { json: { code: "0", data: { id: "1" } } }, ResponseError],
    ["a code of null", { json: { code: null, data: { id: "1" } } }, ResponseError],
  ])("%s", async (_, answer, type) => {
    const server = await platform(() => answer);
    const hire = client(server.url);
    await expect(call(hire, create, input)).rejects.toThrow(type);
    await expect(call(hire, create, input).withResponse()).rejects.toThrow(type);
    const token = await serve(() => answer);
    await expect(call(client(token.url), create, input)).rejects.toThrow(ClientError);
  });
});

describe("never: no end", () => {
  afterEach(() => void vi.useRealTimers());

  test("no default timeout", async () => {
    const { opened: arrived, open: arrive } = gate();
    const server = await platform(() => void arrive() as undefined);
    const hire = client(server.url, { retries: 0 });
    await call(client((await platform(() => ok())).url), create, input); // loads what fetch is made of
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const settled = vi.fn();
    const late = call(hire, create, input);
    late.then(settled, settled);
    await arrived;
    vi.advanceTimersByTime(29_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(settled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await expect(late).rejects.toThrow(TimeoutError);
    await expect(late).rejects.toThrow("no complete reply within 30000 ms");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("AbortSignal ignored", async () => {
    const { opened: arrived, open: arrive } = gate();
    let closed: Promise<unknown> = Promise.resolve();
    const server = await platform((_, response) => {
      closed = new Promise((resolve) => response.on("close", resolve));
      arrive();
      return undefined;
    });
    const controller = new AbortController();
    const reason = new Error("the user left");
    const sent = call(client(server.url), create, input, { signal: controller.signal });
    await arrived;
    controller.abort(reason);
    await expect(sent).rejects.toBe(reason);
    await closed; // the request itself has ended, too
    expect(server.calls()).toHaveLength(1);
  });
});

describe("never: `..` and `/` in an id leave the resource", () => {
  test.each(["..", ".", "", "../../../contact/v3/users", "1/../../jobs", "%2e%2e/x", "1?x=1#y"])(
    "%j",
    async (offer_id) => {
      const server = await platform(() => ok());
      const outcome = await call(client(server.url), update, { offer_id }).catch(
        (error: unknown) => error,
      );
      if (server.calls().length === 0) return expect(outcome).toBeInstanceOf(ValidationError);
      const { pathname } = new URL(server.calls()[0]?.url ?? "", server.url);
      expect(pathname).toBe(`/open-apis/hire/v1/offers/${encodeURIComponent(offer_id)}`);
    },
  );
});

describe("never: a 307 sends the body to another host", () => {
  test.each([301, 302, 303, 307, 308])("%i", async (status) => {
    const other = await serve(() => ok());
    const away: Answer = { status, headers: { location: `${other.url}/x` }, text: "" };
    const server = await platform(() => away);
    const token = await serve(() => away);
    for (const { url } of [server, token]) {
      const refused = call(client(url), create, { ...input, external_id: "7" });
      await expect(refused).rejects.toThrow(ResponseError);
      await expect(refused).rejects.toMatchObject({ status, retryable: false });
    }
    expect([server.calls().length, token.seen.length, other.seen]).toEqual([1, 1, []]);
  });
});

test("never: app_secret and bearer token in logs and errors", async () => {
  const prints = (["log", "info", "warn", "error", "debug", "trace"] as const).map((name) =>
    vi.spyOn(console, name),
  );
  const told: string[] = [];
  const log = (event: unknown) => void told.push(shown(event));
  const hooks = { onRequest: log, onResponse: log, onRetry: log, onUnexpected: log };
  const token = "t-token-0001";
  const echoing = (words: string): Answer[] => [
    { status: 400, json: { code: 1, msg: `bad Bearer ${words}` } },
    { status: 502, text: `<p>${words}</p>` },
    { status: 400, json: { code: 99991663, msg: words } },
  ];
  const servers = [
    ...(await Promise.all(echoing(token).map((answer) => platform(() => answer)))),
    ...(await Promise.all(echoing(appSecret).map((answer) => serve(() => answer)))),
  ];
  for (const { url } of servers) {
    const hire = client(url, { hooks, retries: 0 });
    told.push(shown(await call(hire, create, input).catch((error: unknown) => error)));
    told.push(shown(hire));
  }
  expect(told.length).toBeGreaterThan(3 * servers.length);
  expect(leaks(told.join("\n"), [token, appSecret])).toEqual([]);
  for (const print of prints) expect(print).not.toHaveBeenCalled();
});

test("never: the iterator ends silently on an error", async () => {
  for (const answer of [
    { json: { code: 1, msg: "no" } },
    { status: 500, text: "<html>" },
    { text: '{"code":0,"data":{"items":[' },
    ok({ items: "none" }),
    ok({ items: [], has_more: true }),
  ] satisfies Answer[]) {
    const server = await platform(({ url }) =>
      url.includes("page_token=b")
        ? answer
        : ok({ items: [{ id: "1" }], has_more: true, page_token: "b" }),
    );
    const seen: unknown[] = [];
    const walk = async () => {
      for await (const talent of paginate(client(server.url), list)) seen.push(talent);
    };
    await expect(walk()).rejects.toThrow(ClientError);
    expect(seen).toEqual([{ id: "1" }]);
  }
});

test("never: `0` and `false` in a query are dropped", async () => {
  const server = await platform(() => ok());
  await call(client(server.url), get, { offer_id: "1", page: 0, flag: false, text: "" });
  expect(server.calls()[0]?.url).toMatch(/\/detail\?page=0&flag=false&text=$/);
});
