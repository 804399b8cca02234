import { describe, expect, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { Client } from "../../templates/runtime/client.js";
import { createRateLimiter } from "../../templates/runtime/limiter.js";
import type { RateLimiter } from "../../templates/runtime/limiter.js";
import type { RateLimit } from "../../templates/runtime/operation.js";
import type { AppOptions, CallOptions, RateLimitOptions } from "../../templates/runtime/options.js";
import { storeApp } from "../../templates/runtime/store-app.js";
import { busiest, fakeClock } from "./clock.js";
import { client, create, get, list } from "./fixtures.js";
import { gate, issuing, ok, platform, serve, tokenPath, tokenReply } from "./server.js";
import type { Answer, Handler } from "./server.js";

const input = { external_interview_id: "1" };
const refusal = (reset: string): Answer => ({
  status: 400,
  headers: { "x-ogw-ratelimit-reset": reset },
  json: { code: 99991400, msg: "slow" },
});
const tier9 = [{ calls: 50, per: 1_000 }] as const;
const limited = { ...create, limits: tier9 };
const oneASecond = { ...create, limits: [{ calls: 1, per: 1_000 }] };

/** A client on a fake clock, and when its calls, tokens not among them, left. */
function timed(url: string, options: Partial<AppOptions> = {}) {
  const clock = fakeClock();
  const begin = clock.now();
  const left: number[] = [];
  const onRequest = ({ operation }: { readonly operation: string }) =>
    void (operation === create.id && left.push(clock.now() - begin));
  return { hire: client(url, { hooks: { onRequest }, ...options }, clock), clock, left };
}

function times(count: number, at: number): number[] {
  return Array.from({ length: count }, () => at);
}

describe("the documented limits are kept", () => {
  test("by default", async () => {
    const server = await platform(() => ok());
    const { hire, clock, left } = timed(server.url);
    await clock.run(Promise.all(times(120, 0).map(() => call(hire, limited, input))));
    expect(left).toEqual([...times(50, 0), ...times(50, 1_001), ...times(20, 2_002)]);
    expect(server.calls()).toHaveLength(120);
  });

  test("when the first token is slow to come: waiting for it saves up no turns", async () => {
    const reply = gate();
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok();
      await reply.opened;
      return tokenReply("t-1");
    });
    const { hire, clock, left } = timed(server.url);
    const calls = Promise.all(times(120, 0).map(() => call(hire, limited, input)));
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    await clock.advance(10_000);
    expect(left).toEqual([]);
    reply.open();
    await vi.waitFor(() => expect(clock.waiting()).toBe(1));
    expect(left).toEqual(times(50, 10_000));
    await clock.run(calls);
    expect(left.slice(50)).toEqual([...times(50, 11_001), ...times(20, 12_002)]);
  });

  test("when another token is needed and slow to come, in the middle of a queue", async () => {
    const reply = gate();
    let asked = 0;
    const server = await serve(async ({ url, headers }) => {
      if (url !== tokenPath)
        return headers.authorization === "Bearer t-1" ? { json: { code: 99991663 } } : ok();
      if (++asked === 1) return tokenReply("t-1");
      await reply.opened;
      return tokenReply("t-2");
    });
    const { hire, clock, left } = timed(server.url);
    const operation = { ...create, limits: [{ calls: 2, per: 1_000 }] };
    const calls = Promise.all(times(8, 0).map(() => call(hire, operation, input)));
    await vi.waitFor(() => expect(asked).toBe(2));
    for (let second = 0; second < 5; second++) await clock.advance(1_001);
    reply.open();
    await clock.run(calls);
    expect(left.length).toBeGreaterThanOrEqual(10);
    expect(busiest(left, 1_000)).toBe(2);
  });

  test("and no turn is lost when a token is renewed in the background meanwhile", async () => {
    const server = await issuing([tokenReply("t-1", 1_802), tokenReply("t-2")]);
    const { hire, clock, left } = timed(server.url);
    const calls = Promise.all(times(20, 0).map(() => call(hire, oneASecond, input)));
    await vi.waitFor(() => expect(clock.waiting()).toBe(1));
    for (let second = 0; second < 5; second++) await clock.advance(1_001);
    await vi.waitFor(async () => {
      await call(hire, get, { offer_id: "1" });
      expect(server.used().at(-1)).toBe("Bearer t-2");
    });
    await clock.run(calls);
    expect(server.asked()).toBe(2);
    expect(left).toEqual(times(20, 0).map((_, index) => index * 1_001));
  });

  test("by retries, too: each takes a turn", async () => {
    const busy: Answer = { status: 400, json: { code: 99991400, msg: "slow" } };
    const answers = [busy, busy];
    const server = await platform(() => answers.pop() ?? ok());
    const { hire, clock, left } = timed(server.url);
    await clock.run(call(hire, oneASecond, input));
    // Backoff alone would be 250 and 500 ms.
    expect(left).toEqual([0, 1_001, 2_002]);
  });

  test("by the replay with another token, too", async () => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], ({ headers }) =>
      headers.authorization === "Bearer t-1" ? { json: { code: 99991663 } } : ok(),
    );
    const { hire, clock, left } = timed(server.url);
    await clock.run(call(hire, oneASecond, input));
    expect(left).toEqual([0, 1_001]);
  });

  test("not by an operation without any", async () => {
    const server = await platform(() => ok());
    const { hire, clock, left } = timed(server.url);
    await Promise.all(times(120, 0).map(() => call(hire, create, input)));
    expect([left.length, clock.waits]).toEqual([120, []]);
  });

  test("a refusal's reset holds the other calls, too", async () => {
    const server = await platform(() =>
      server.calls().length === 1
        ? {
            status: 429,
            headers: { "x-ogw-ratelimit-reset": "2" },
            json: { code: 99991400, msg: "slow" },
          }
        : ok(),
    );
    const { hire, clock, left } = timed(server.url);
    const first = call(hire, limited, input);
    await vi.waitFor(() => expect(clock.waiting()).toBe(1));
    const others = [call(hire, limited, input), call(hire, limited, input)];
    await clock.run(Promise.all([first, ...others]));
    expect(left).toEqual([0, 2_000, 2_000, 2_250]);
  });
});

describe("they can be chosen", () => {
  const own = { calls: 2, per: 500 };
  const byId = (limits: readonly RateLimit[] | undefined): RateLimitOptions => ({
    limits: { [create.id]: limits, [list.id]: [{ calls: 1, per: 99_999 }] },
  });

  test.each<[string, AppOptions["rateLimit"], CallOptions["rateLimit"], number[]]>([
    ["as documented", undefined, undefined, [0, 1_001, 2_002, 3_003]],
    ["off for the client", false, undefined, [0, 0, 0, 0]],
    ["off for the call", undefined, false, [0, 0, 0, 0]],
    ["one's own for the operation", byId([own]), undefined, [0, 0, 501, 501]],
    ["one's own, and off for the call", byId([own]), false, [0, 0, 0, 0]],
    ["none for the operation", byId([]), undefined, [0, 0, 0, 0]],
    ["those of another operation", byId(undefined), undefined, [0, 1_001, 2_002, 3_003]],
  ])("%s", async (_, ofClient, ofCall, want) => {
    const server = await platform(() => ok());
    const { hire, clock, left } = timed(server.url, { rateLimit: ofClient });
    const options = { rateLimit: ofCall };
    const calls = times(4, 0).map(() => call(hire, oneASecond, input, options));
    await clock.run(Promise.all(calls));
    expect(left).toEqual(want);
  });
});

describe("several clients", () => {
  test.each<[string, Partial<AppOptions>, CallOptions, number]>([
    ["of one app wait for each other", {}, {}, 1],
    ["of two apps do not", { appId: "cli_2" }, {}, 0],
    ["of two tenants do not", {}, { tenantKey: "B" }, 0],
  ])("with one limiter: those %s", async (_, options, choice, waits) => {
    const server = await serve(({ url }) => {
      const name = url.endsWith("/app_access_token") ? "app_access_token" : "tenant_access_token";
      return { json: { code: 0, msg: "ok", [name]: "t-1", expire: 7200 } };
    });
    const clock = fakeClock();
    const rateLimit = { limiter: createRateLimiter(clock) };
    const common = { rateLimit, tokens: storeApp("ticket"), tenantKey: "A" };
    const one = client(server.url, common, clock);
    const other = client(server.url, { ...common, ...options }, clock);
    const calls = [call(one, oneASecond, input), call(other, oneASecond, input, choice)];
    await clock.run(Promise.all(calls));
    expect(clock.waits).toHaveLength(waits);
  });

  test("have limiters of their own, unless told", async () => {
    const server = await platform(() => ok());
    const clock = fakeClock();
    const clients = [client(server.url, {}, clock), client(server.url, {}, clock)];
    await Promise.all(clients.map((hire) => call(hire, oneASecond, input)));
    expect(clock.waits).toEqual([]);
  });
});

describe("a refusal holds all calls back as long as it says", () => {
  test.each([
    ["of an operation without a documented limit", create, "30", {}, 30_000],
    ["of a call that does not wait for it", limited, "30", { maxWait: 0 }, 30_000],
    ["but for a minute at most", limited, "86400", {}, 60_000],
  ])("%s", async (_, operation, reset, options, held) => {
    const server = await platform(() => (server.calls().length > 1 ? ok() : refusal(reset)));
    const { hire, clock, left } = timed(server.url, { retries: 0, ...options });
    await expect(call(hire, operation, input)).rejects.toMatchObject({ code: 99991400 });
    await clock.run(call(hire, operation, input));
    expect(left).toEqual([0, held]);
  });
});

describe("a limiter of one's own", () => {
  type Turn = Parameters<RateLimiter["acquire"]>;

  /** Lets everybody through, and remembers what it was asked. */
  function recording() {
    const turns: Turn[] = [];
    const pauses: Parameters<NonNullable<RateLimiter["pause"]>>[] = [];
    const limiter: RateLimiter = {
      acquire: (...turn) => void turns.push(turn),
      pause: (...pause) => void pauses.push(pause),
    };
    return { limiter, turns, pauses };
  }

  test("is asked with a key for what the platform counts by, and the limits in force", async () => {
    const { limiter, turns } = recording();
    const reply: Handler = ({ url }) => {
      const name = url.endsWith("/app_access_token") ? "app_access_token" : "tenant_access_token";
      return { json: { code: 0, msg: "ok", [name]: "t-1", expire: 7200 } };
    };
    const [server, elsewhere] = [await serve(reply), await serve(reply)];
    const limits = { [get.id]: [{ calls: 7, per: 70 }] };
    const common = { rateLimit: { limiter, limits }, tokens: storeApp("ticket"), tenantKey: "A" };
    const hire = client(server.url, common);
    const different: (() => Promise<unknown>)[] = [
      () => call(hire, limited, input),
      () => call(hire, limited, input, { tenantKey: "B" }),
      () => call(hire, { ...get, limits: tier9 }, { offer_id: "1" }),
      () => call(client(server.url, { ...common, appId: "cli_2" }), limited, input),
      () => call(client(elsewhere.url, common), limited, input),
    ];
    for (const one of [...different, ...different]) await one();
    const keys = turns.map(([key]) => key);
    expect(new Set(keys).size).toBe(5);
    expect(keys.slice(5)).toEqual(keys.slice(0, 5));
    expect(turns.map(([, bounds]) => bounds).slice(0, 3)).toEqual([tier9, tier9, limits[get.id]]);
    expect(keys[0]).toContain(limited.id);
  });

  test("is given the signal, and asked for operations only, not for tokens", async () => {
    const { limiter, turns } = recording();
    const server = await platform(() => ok());
    const { signal } = new AbortController();
    const hire = client(server.url, { rateLimit: { limiter } });
    await call(hire, limited, input, { signal });
    expect(turns).toEqual([[expect.any(String), tier9, signal]]);
    expect(turns[0]?.[2]).toBe(signal);
  });

  test("is asked again for a retry, and told what the platform said", async () => {
    const { limiter, turns, pauses } = recording();
    const server = await platform(() =>
      server.calls().length < 3
        ? {
            status: 400,
            headers: { "x-ogw-ratelimit-reset": "2" },
            json: { code: 99991400, msg: "slow" },
          }
        : ok(),
    );
    const clock = fakeClock("skipped");
    await call(client(server.url, { rateLimit: { limiter } }, clock), limited, input);
    const key = turns[0]?.[0];
    expect(turns.map(([asked]) => asked)).toEqual([key, key, key]);
    expect(pauses).toEqual([
      [key, 2_000],
      [key, 2_000],
    ]);
  });

  test("is asked, and told, also for operations without a documented limit", async () => {
    const { limiter, turns, pauses } = recording();
    const server = await platform(() => refusal("2"));
    const hire = client(server.url, { rateLimit: { limiter }, retries: 0 });
    await expect(call(hire, create, input)).rejects.toMatchObject({ code: 99991400 });
    await expect(call(hire, create, input, { rateLimit: false })).rejects.toThrow();
    expect(turns).toEqual([[expect.any(String), [], undefined]]);
    expect(pauses).toMatchObject([{ 1: 2_000 }, { 1: 2_000 }]);
  });

  /** The rejection of a call whose limiter does this. */
  async function failWith(acquire: RateLimiter["acquire"], signal?: AbortSignal) {
    const server = await platform(() => ok());
    const hire: Client = client(server.url, { rateLimit: { limiter: { acquire } } });
    const failing = call(hire, limited, input, { signal });
    const error = await failing.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(server.calls()).toEqual([]);
    return error;
  }

  test("need not know of the signal: the call ends all the same", async () => {
    const controller = new AbortController();
    const reason = new Error("left");
    const error = await failWith(() => {
      setImmediate(() => controller.abort(reason));
      return new Promise(() => {});
    }, controller.signal);
    expect(error).toBe(reason);
  });

  test("that fails ends the call with its reason", async () => {
    const fault = new Error("redis");
    const thrown = () => {
      throw fault;
    };
    expect(await failWith(thrown)).toBe(fault);
    expect(await failWith(() => Promise.reject(fault))).toBe(fault);
  });
});

test("a call in the queue that is aborted is not sent, and keeps nobody waiting", async () => {
  const server = await platform(() => ok());
  const { hire, clock, left } = timed(server.url);
  const controller = new AbortController();
  const { signal } = controller;
  const first = call(hire, oneASecond, input);
  const leaving = call(hire, oneASecond, input, { signal });
  const last = call(hire, oneASecond, input);
  await vi.waitFor(() => expect(clock.waiting()).toBe(1));
  controller.abort();
  await expect(leaving).rejects.toBe(signal.reason);
  await clock.run(Promise.all([first, last]));
  expect([left, server.calls().length]).toEqual([[0, 1_001], 2]);
});
