import { describe, expect, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  AuthenticationError,
  NetworkError,
  ResponseError,
  TimeoutError,
} from "../../templates/runtime/errors.js";
import type { Hooks, ResponseEvent } from "../../templates/runtime/hooks.js";
import { fakeClock } from "./clock.js";
import { appSecret, client, create, get } from "./fixtures.js";
import { gate, issuing, ok, serve, tokenPath, tokenReply } from "./server.js";
import type { Answer } from "./server.js";

const input = { external_interview_id: "1" };
const tokenOperation = "tenant_access_token.internal";
const minute = 60_000;

/** Counts the requests for a token as they begin. */
function countTokenRequests() {
  let begun = 0;
  const hooks: Hooks = {
    onRequest: ({ operation }) => void (operation === tokenOperation && begun++),
  };
  return { hooks, begun: () => begun };
}

test("the request is the documented one", async () => {
  const server = await issuing([tokenReply("t-1")]);
  await call(client(server.url), create, input);
  const [seen] = server.seen;
  expect(seen).toMatchObject({ method: "POST", url: tokenPath });
  expect(seen?.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(seen?.headers).not.toHaveProperty("authorization");
  expect(JSON.parse(seen?.body ?? "")).toEqual({ app_id: "cli_1", app_secret: appSecret });
});

describe("one request serves everybody", () => {
  test.each([5, 50])("%i concurrent first calls, and a later one", async (count) => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")]);
    const hire = client(server.url);
    await Promise.all(Array.from({ length: count }, () => call(hire, create, input)));
    await call(hire, create, input);
    expect(server.asked()).toBe(1);
    expect(server.used()).toEqual(Array.from({ length: count + 1 }, () => "Bearer t-1"));
  });

  test("a call that begins while the reply is being taken in", async () => {
    const server = await issuing([tokenReply("t-1")]);
    // Each round begins the second call one microtask later than the round before.
    for (let moment = 0; moment < 30; moment++) {
      const counted = countTokenRequests();
      const second = deferred();
      const onResponse = async ({ request }: ResponseEvent) => {
        if (request.operation !== tokenOperation) return;
        for (let passed = 0; passed < moment; passed++) await undefined;
        second.resolve(call(hire, create, input));
      };
      const hooks: Hooks = { ...counted.hooks, onResponse: (event) => void onResponse(event) };
      const hire = client(server.url, { hooks });
      await call(hire, create, input);
      await second.promise;
      expect([moment, counted.begun()]).toEqual([moment, 1]);
    }
  });
});

function deferred() {
  let resolve: (value: unknown) => void = () => {};
  const promise = new Promise<unknown>((done) => (resolve = done));
  return { promise, resolve: (value: unknown) => resolve(value) };
}

describe("two clients share no token that differ in", () => {
  /** A platform that names its tokens after whoever asks. */
  const naming = () =>
    serve(({ url, body }) => {
      if (url !== tokenPath) return ok();
      const asking: unknown = JSON.parse(body);
      const { app_id, app_secret } = Object(asking) as Record<string, string>; // our own request
      return tokenReply(`${app_id}/${app_secret}`);
    });

  test.each([
    ["the app", { appId: "cli_2" }, `cli_2/${appSecret}`],
    ["the secret", { appSecret: "another-secret" }, "cli_1/another-secret"],
  ])("%s", async (_, other, theirs) => {
    const server = await naming();
    const clients = [client(server.url), client(server.url, other)];
    for (const hire of [...clients, ...clients]) await call(hire, create, input);
    const used = server.seen.map(({ headers }) => headers.authorization).filter(Boolean);
    const ours = `Bearer cli_1/${appSecret}`;
    expect(used).toEqual([ours, `Bearer ${theirs}`, ours, `Bearer ${theirs}`]);
  });

  test("the base URL", async () => {
    const one = await issuing([tokenReply("t-one")]);
    const other = await issuing([tokenReply("t-other")]);
    const clients = [client(one.url), client(other.url)];
    for (const hire of [...clients, ...clients]) await call(hire, create, input);
    expect([one.asked(), other.asked()]).toEqual([1, 1]);
    expect(one.used()).toEqual(["Bearer t-one", "Bearer t-one"]);
    expect(other.used()).toEqual(["Bearer t-other", "Bearer t-other"]);
  });

  test("nothing but themselves", async () => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")]);
    await call(client(server.url), create, input);
    await call(client(server.url), create, input);
    expect(server.used()).toEqual(["Bearer t-1", "Bearer t-2"]);
  });
});

describe("the life that is left", () => {
  test.each([
    ["1800 s: no other is fetched", 5400, 1, "t-1"],
    ["1799 s: another is fetched, the call does not wait", 5401, 2, "t-1"],
    ["180 s: another is fetched, the call does not wait", 7020, 2, "t-1"],
    ["179 s: the call waits for another", 7021, 2, "t-2"],
    ["none: the call waits for another", 7200, 2, "t-2"],
  ])("%s", async (_, later, requests, token) => {
    const clock = fakeClock();
    const counted = countTokenRequests();
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")]);
    const hire = client(server.url, { hooks: counted.hooks }, clock);
    await call(hire, create, input);
    await clock.advance(later * 1000);
    await call(hire, create, input);
    expect(counted.begun()).toBe(requests);
    expect(server.used().at(-1)).toBe(`Bearer ${token}`);
  });

  test.each([
    [1800, 1],
    [1799, 2],
  ])("a first token of %i s makes %i requests, for any number of calls", async (expire, want) => {
    const clock = fakeClock();
    const counted = countTokenRequests();
    const server = await issuing([tokenReply("t-1", expire)]);
    const hire = client(server.url, { hooks: counted.hooks }, clock);
    await Promise.all([1, 2, 3, 4, 5].map(() => call(hire, create, input)));
    await vi.waitFor(() => expect(server.asked()).toBe(want));
    for (let later = 0; later < 5; later++) await call(hire, create, input);
    expect(counted.begun()).toBe(want);
    expect(new Set(server.used())).toEqual(new Set(["Bearer t-1"]));
  });

  test("a first token of 179 s is asked for again before anything is sent, once", async () => {
    const server = await issuing([tokenReply("t-1", 179), tokenReply("t-2")]);
    await call(client(server.url), create, input);
    expect([server.used(), server.asked()]).toEqual([["Bearer t-2"], 2]);
    const hopeless = await issuing([tokenReply("t-1", 179)]);
    const refused = call(client(hopeless.url), create, input);
    await expect(refused).rejects.toThrow(ResponseError);
    await expect(refused).rejects.toThrow("failed: no token with 3 minutes left (HTTP 200)");
    expect([hopeless.used(), hopeless.asked()]).toEqual([[], 2]);
  });

  test("is never less than 3 minutes in what is sent, however often asking fails", async () => {
    const clock = fakeClock();
    const ends = new Map<string, number>();
    const lives: number[] = [];
    let asked = 0;
    const server = await serve(({ url, headers }) => {
      if (url !== tokenPath) {
        lives.push((ends.get(headers.authorization ?? "") ?? 0) - clock.now());
        return ok();
      }
      asked++;
      if (asked % 7 !== 1) return { json: { code: 10015, msg: "not now" } };
      ends.set(`Bearer t-${asked}`, clock.now() + 7_200_000);
      return tokenReply(`t-${asked}`);
    });
    const hire = client(server.url, {}, clock);
    let failed = 0;
    for (let round = 0; round < 400; round++) {
      await call(hire, create, input).catch(() => failed++);
      await clock.advance(89_000);
    }
    expect(lives.length + failed).toBe(400);
    expect(ends.size).toBeGreaterThan(4);
    expect(Math.min(...lives)).toBeGreaterThanOrEqual(180_000);
  });
});

describe("renewal in the background", () => {
  test("keeps no call waiting, is one request, and its token is used once it is there", async () => {
    const clock = fakeClock();
    const reply = gate();
    let asked = 0;
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok();
      if (++asked === 1) return tokenReply("t-1");
      await reply.opened;
      return tokenReply("t-2");
    });
    const used = () => server.seen.map(({ headers }) => headers.authorization).filter(Boolean);
    const hire = client(server.url, {}, clock);
    await call(hire, create, input);
    await clock.advance(6000_000);
    await Promise.all([1, 2, 3, 4, 5].map(() => call(hire, create, input)));
    await vi.waitFor(() => expect(asked).toBe(2));
    await clock.advance(2 * minute);
    await call(hire, create, input);
    expect(used()).toEqual(Array.from({ length: 7 }, () => "Bearer t-1"));
    reply.open();
    await vi.waitFor(async () => {
      await call(hire, create, input);
      expect(used().at(-1)).toBe("Bearer t-2");
    });
    expect(asked).toBe(2);
  });

  test("that is still under way when the old token ends is waited for, not begun again", async () => {
    const clock = fakeClock();
    const reply = gate();
    let asked = 0;
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok();
      if (++asked === 1) return tokenReply("t-1");
      await reply.opened;
      return tokenReply("t-2");
    });
    const counted = countTokenRequests();
    const hire = client(server.url, { hooks: counted.hooks }, clock);
    await call(hire, create, input);
    await clock.advance(6000_000);
    await call(hire, create, input);
    await vi.waitFor(() => expect(asked).toBe(2));
    await clock.advance(1200_000);
    const waiting = [1, 2, 3].map(() => call(hire, create, input));
    await clock.advance(minute);
    expect(server.seen).toHaveLength(4);
    reply.open();
    await Promise.all(waiting);
    const used = server.seen.map(({ headers }) => headers.authorization).filter(Boolean);
    expect(used.slice(2)).toEqual(["Bearer t-2", "Bearer t-2", "Bearer t-2"]);
    expect([counted.begun(), asked]).toEqual([2, 2]);
  });

  test.each<[string, Answer]>([
    ["is refused", { status: 400, json: { code: 10015, msg: "no" } }],
    ["has no usable reply", { status: 502, text: "<html>" }],
    ["gives a token of no use", tokenReply("t-2", 100)],
  ])("that %s fails no call, and is not tried again for a minute", async (_, failure) => {
    const clock = fakeClock();
    const ended: unknown[] = [];
    const counted = countTokenRequests();
    const onResponse = ({ request, error }: ResponseEvent) =>
      void (request.operation === tokenOperation && ended.push(error));
    const hooks = { ...counted.hooks, onResponse };
    const server = await issuing([tokenReply("t-1"), failure]);
    const hire = client(server.url, { hooks, retries: 0 }, clock);
    await call(hire, create, input);
    await clock.advance(6000_000);
    await call(hire, create, input);
    await vi.waitFor(() => expect(ended.length).toBe(counted.begun()));
    const failed = counted.begun();
    expect(failed).toBeGreaterThan(1);
    await clock.advance(minute - 1);
    await call(hire, create, input);
    expect(counted.begun()).toBe(failed);
    await clock.advance(1);
    await call(hire, create, input);
    expect(counted.begun()).toBeGreaterThan(failed);
    expect(new Set(server.used())).toEqual(new Set(["Bearer t-1"]));
    await vi.waitFor(() => expect(ended.length).toBe(counted.begun()));
    await clock.advance(1200_000 - minute);
    await expect(call(hire, create, input)).rejects.toThrow(/access_token/);
  });
});

test.each([
  ["no token", { json: { code: 0 } }],
  ["a token that cannot be sent", tokenReply("t-1\nx: y")],
  ["no expiry", tokenReply("t-1", null)],
  ["an expiry in words", tokenReply("t-1", "soon")],
  ["the token under data", { json: { code: 0, data: { tenant_access_token: "t-1" } } }],
])("a reply with %s is a ResponseError", async (_, answer) => {
  const server = await issuing([answer]);
  await expect(call(client(server.url), create, input)).rejects.toThrow(ResponseError);
  expect(server.used()).toEqual([]);
});

test("a failure climbs the same ladder and is not kept", async () => {
  const failure = {
    status: 400,
    headers: { "x-tt-logid": "log-9" },
    json: { code: 10015, msg: `app secret ${appSecret} invalid` },
  };
  const server = await issuing([failure, tokenReply("t-1")]);
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

describe("a request for a token that fails", () => {
  const busy: Answer = { status: 503, text: "busy" };
  const limited: Answer = {
    status: 400,
    headers: { "x-ogw-ratelimit-reset": "2" },
    json: { code: 99991400, msg: "slow" },
  };

  test.each<[string, Answer[], number[]]>([
    ["503", [busy], [250]],
    [
      "502, then 504",
      [
        { ...busy, status: 502 },
        { ...busy, status: 504 },
      ],
      [250, 500],
    ],
    ["the rate limit's code", [limited], [2250]],
  ])("with %s is sent again", async (_, failures, waits) => {
    const clock = fakeClock("skipped");
    const server = await issuing([...failures, tokenReply("t-1")]);
    await call(client(server.url, {}, clock), create, input);
    expect(clock.waits).toEqual(waits);
    expect([server.asked(), server.used()]).toEqual([failures.length + 1, ["Bearer t-1"]]);
  });

  test.each<[string, number, number, Answer]>([
    ["503", 2, 3, busy],
    ["503", 0, 1, busy],
    ["500 and no code", 2, 1, { status: 500, text: "oops" }],
    ["a refusal of the app", 2, 1, { status: 400, json: { code: 10015, msg: "no" } }],
  ])("with %s, with %i retries, is sent %i times", async (_, retries, sent, failure) => {
    const clock = fakeClock("skipped");
    const server = await issuing([failure]);
    const failing = call(client(server.url, { retries }, clock), create, input);
    await expect(failing).rejects.toMatchObject({ operation: tokenOperation });
    expect([server.asked(), server.used()]).toEqual([sent, []]);
  });

  test("because nobody listens is sent again until somebody does", async () => {
    const gone = await issuing([]);
    await gone.close();
    const clock = fakeClock("skipped");
    const failing = call(client(gone.url, {}, clock), create, input);
    await expect(failing).rejects.toThrow(NetworkError);
    await expect(failing).rejects.toMatchObject({ retryable: true, mayHaveBeenApplied: false });
    expect(clock.waits).toEqual([250, 500]);
    const back = fakeClock("held");
    const succeeding = call(client(gone.url, {}, back), get, { offer_id: "1" });
    await vi.waitFor(() => expect(back.waiting()).toBe(1));
    const server = await serve(
      ({ url }) => (url === tokenPath ? tokenReply("t-1") : ok({ id: "7" })),
      Number(new URL(gone.url).port),
    );
    await back.advance(250);
    expect(await succeeding).toEqual({ id: "7" });
    expect(server.seen).toHaveLength(2);
  });

  test("has the client's timeout", async () => {
    const server = await serve(() => undefined);
    const late = call(client(server.url, { timeout: 20, retries: 0 }), create, input);
    await expect(late).rejects.toThrow(TimeoutError);
    await expect(late).rejects.toMatchObject({ operation: tokenOperation });
  });
});

describe("an aborted caller", () => {
  test.each([
    ["one of three", [true, false, false]],
    ["all of three", [true, true, true]],
  ])("leaves the request to the others: %s", async (_, leaves) => {
    const reply = gate();
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok();
      await reply.opened;
      return tokenReply("t-1");
    });
    const hire = client(server.url);
    const controller = new AbortController();
    const calls = leaves.map((isLeaving) =>
      call(hire, create, input, { signal: isLeaving ? controller.signal : undefined }),
    );
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    const reason = new Error("left");
    controller.abort(reason);
    const outcomes = Promise.allSettled(calls);
    for (const [index, isLeaving] of leaves.entries())
      if (isLeaving) await expect(calls[index]).rejects.toBe(reason);
    reply.open();
    const want = leaves.map((isLeaving) => (isLeaving ? "rejected" : "fulfilled"));
    expect((await outcomes).map(({ status }) => status)).toEqual(want);
    await call(hire, create, input);
    const staying = leaves.filter((isLeaving) => !isLeaving).length;
    expect(server.seen).toHaveLength(1 + staying + 1);
  });
});
