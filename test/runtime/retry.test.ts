import { describe, expect, onTestFinished, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { CallOptions } from "../../templates/runtime/call.js";
import { systemClock } from "../../templates/runtime/clock.js";
import {
  ApiError,
  AuthenticationError,
  ClientError,
  NetworkError,
  RateLimitError,
} from "../../templates/runtime/errors.js";
import type { AppOptions } from "../../templates/runtime/options.js";
import { nextDelay } from "../../templates/runtime/retry.js";
import type { Settings } from "../../templates/runtime/settings.js";
import { fakeClock } from "./clock.js";
import { watchTimers } from "./faults/watch.js";
import { client, create, get } from "./fixtures.js";
import { ok, platform } from "./server.js";
import type { Answer } from "./server.js";

const input = { external_interview_id: "1" };
const keyed = { ...input, external_id: "7" };

const limited = (reset?: string, status = 400): Answer => ({
  status,
  json: { code: 99991400, msg: "slow down" },
  ...(reset === undefined ? {} : { headers: { "x-ogw-ratelimit-reset": reset } }),
});
const refusal = (code: number, status = 400): Answer => ({ status, json: { code, msg: "no" } });

/** An answer that never comes: the connection is reset once the request was read. */
const lost = "lost";

/** A platform with these answers, the last one for ever, and a client whose time is in our hands. */
async function scene(
  answers: readonly (Answer | typeof lost)[],
  options: Partial<AppOptions> = {},
  chance = 0,
) {
  const time = fakeClock("skipped", { chance });
  let count = 0;
  const server = await platform((_, response) => {
    const answer = answers[Math.min(count++, answers.length - 1)];
    if (answer !== lost) return answer;
    response.socket?.resetAndDestroy();
    return undefined;
  });
  return { server, time, hire: client(server.url, options, time) };
}

describe("the next delay", () => {
  const settings: Settings = {
    timeout: 1,
    retries: 2,
    maxWait: 60_000,
    retryOn: [],
    tenantKey: undefined,
    input: "off",
    output: "off",
  };
  const again = new NetworkError("x.y", "", { retryable: true });
  const final = new NetworkError("x.y", "");
  const facts = { code: 99991400, msg: "", status: 400 };
  const asked = (retryAfter: number | undefined, retryable = true) =>
    new RateLimitError("x.y", "", { ...facts, retryable, retryAfter });
  const refused = (code: number) => new ApiError("x.y", "", { ...facts, code });

  test.each<[string, ClientError, number, number, Partial<Settings>, number, number | undefined]>([
    ["jitter goes down to nothing", again, 1, 0, {}, 0, 0],
    ["jitter is in proportion", again, 1, 0, {}, 0.5, 250],
    ["the first bound is half a second", again, 1, 0, {}, 1, 500],
    ["it doubles", again, 2, 0, {}, 1, 1000],
    ["and doubles", again, 3, 0, { retries: 9 }, 1, 2000],
    ["and doubles again", again, 4, 0, { retries: 9 }, 1, 4000],
    ["up to eight seconds", again, 5, 0, { retries: 9 }, 1, 8000],
    ["and no further", again, 6, 0, { retries: 9 }, 1, 8000],
    ["however long it goes on", again, 5000, 0, { retries: Infinity }, 1, 8000],
    ["the last attempt has been", again, 3, 0, {}, 0, undefined],
    ["no retries", again, 1, 0, { retries: 0 }, 0, undefined],
    ["what must not be repeated is not", final, 1, 0, {}, 0, undefined],
    ["what the platform asks for is waited in full", asked(2000), 1, 0, {}, 0, 2000],
    ["and jitter comes on top", asked(2000), 1, 0, {}, 1, 2500],
    ["nothing asked for is backoff", asked(undefined), 1, 0, {}, 1, 500],
    ["0 asked for is backoff, too", asked(0), 1, 0, {}, 1, 500],
    ["a quota is not waited for", asked(2000, false), 1, 0, {}, 0, undefined],
    ["the longest wait may be reached", asked(60_000), 1, 0, {}, 0, 60_000],
    ["but not passed", asked(60_001), 1, 0, {}, 0, undefined],
    ["not by jitter either", asked(60_000), 1, 0, {}, 0.01, undefined],
    ["what was waited before counts", asked(2000), 2, 58_001, {}, 0, undefined],
    ["up to the sum", asked(2000), 2, 58_000, {}, 0, 2000],
    ["for ever is too long", asked(Infinity), 1, 0, {}, 0, undefined],
    ["no wait at all", again, 1, 0, { maxWait: 0 }, 0.01, undefined],
    ["a code of the caller's choice", refused(1002619), 1, 0, { retryOn: [1002619] }, 1, 500],
    ["and no other", refused(1002631), 1, 0, { retryOn: [1002619] }, 1, undefined],
    ["with no more attempts", refused(7), 3, 0, { retryOn: [7] }, 1, undefined],
  ])("%s", (_, failure, attempts, waited, choice, chance, want) => {
    expect(nextDelay(failure, attempts, waited, { ...settings, ...choice }, chance)).toBe(want);
  });
});

describe("what the platform asks for", () => {
  test("is waited at least, in full, before the next attempt", async () => {
    const { hire, server, time } = await scene([limited("2"), limited("3"), ok({ id: "1" })]);
    expect(await call(hire, create, input)).toEqual({ id: "1" });
    expect([server.calls().length, time.waits]).toEqual([3, [2000, 3000]]);
  });

  test.each<[string | undefined, number, number | undefined]>([
    [undefined, 500, undefined],
    ["0", 500, 0],
    ["-1", 500, undefined],
    ["NaN", 500, undefined],
    ["soon", 500, undefined],
    ["2 s", 500, undefined],
    ["1.5", 2000, 1500],
    ["2", 2500, 2000],
  ])("reset %j: %i ms", async (reset, wait, retryAfter) => {
    const { hire, time } = await scene([limited(reset)], { retries: 1 }, 1);
    const failing = call(hire, create, input);
    await expect(failing).rejects.toThrow(RateLimitError);
    await expect(failing).rejects.toMatchObject({ code: 99991400, retryable: true, retryAfter });
    expect(time.waits).toEqual([wait]);
  });

  test.each(["61", "86400", "1e300", "Infinity"])(
    "reset %s is too long: the call fails at once, and says so",
    async (reset) => {
      const { hire, server, time } = await scene([limited(reset)]);
      await expect(call(hire, create, input)).rejects.toMatchObject({
        name: "RateLimitError",
        retryable: true,
        retryAfter: Number(reset) * 1000,
      });
      expect([server.calls().length, time.waits]).toEqual([1, []]);
    },
  );

  test("is waited, however long, if the call's own maxWait says so", async () => {
    const { hire, server, time } = await scene([limited("61"), ok()]);
    await call(hire, create, input, { maxWait: 61_000 });
    expect([server.calls().length, time.waits]).toEqual([2, [61_000]]);
  });

  test("that is too long does not hold up the calls after it for ever", async () => {
    const limits = [{ calls: 50, per: 1000 }];
    const { hire, time } = await scene([limited("1e300"), ok({ id: "1" })]);
    await expect(call(hire, { ...create, limits }, input)).rejects.toThrow(RateLimitError);
    expect(await call(hire, { ...create, limits }, input)).toEqual({ id: "1" });
    expect(Math.max(0, ...time.waits)).toBeLessThanOrEqual(60_000);
  });

  test("is nothing to a monthly quota", async () => {
    const quota: Answer = { ...limited("2"), json: { code: 99991403, msg: "quota" } };
    const { hire, server, time } = await scene([quota]);
    await expect(call(hire, get, { offer_id: "1" })).rejects.toMatchObject({
      name: "RateLimitError",
      code: 99991403,
      retryable: false,
      retryAfter: 2000,
    });
    expect([server.calls().length, time.waits]).toEqual([1, []]);
  });
});

describe("caps", () => {
  test.each([
    [undefined, 3],
    [0, 1],
    [1, 2],
    [5, 6],
  ])("%s retries make %i attempts", async (retries, attempts) => {
    const { hire, server } = await scene([lost], { retries });
    await expect(call(hire, get, { offer_id: "1" })).rejects.toThrow(NetworkError);
    expect(server.calls()).toHaveLength(attempts);
  });

  test("the call's own choice wins", async () => {
    const { hire, server } = await scene([lost], { retries: 5 });
    await expect(call(hire, get, { offer_id: "1" }, { retries: 0 })).rejects.toThrow(NetworkError);
    expect(server.calls()).toHaveLength(1);
  });

  test("maxWait is for all waits together", async () => {
    const { hire, server, time } = await scene([limited("2")], { retries: 10, maxWait: 5000 });
    await expect(call(hire, create, input)).rejects.toMatchObject({ retryAfter: 2000 });
    expect([server.calls().length, time.waits]).toEqual([3, [2000, 2000]]);
  });

  test("a token that is replaced takes none of the attempts", async () => {
    let tokens = 0;
    const time = fakeClock("skipped", { chance: 1 });
    const server = await platform((_, response) => {
      if (server.calls().length === 1) return refusal(99991663);
      response.socket?.resetAndDestroy();
      return undefined;
    });
    const hire = client(server.url, { fetch: withTokens(() => `t-fresh-${++tokens}`) }, time);
    await expect(call(hire, get, { offer_id: "1" })).rejects.toThrow(NetworkError);
    expect([server.calls().length, tokens, time.waits]).toEqual([4, 2, [500, 1000]]);
  });
});

describe("ending a wait", () => {
  test("the signal ends it at once, with its reason, and clears the timer", async () => {
    const timers = watchTimers([30_000]);
    const controller = new AbortController();
    const reason = new Error("changed my mind");
    const { server } = await scene([limited("30")]);
    const hire = client(
      server.url,
      {
        // By the time that the macrotask comes, the call is in its wait.
        hooks: { onResponse: ({ error }) => void (error && setImmediate(abort)) },
        timeout: 77_777,
      },
      { ...systemClock, random: () => 0 },
    );
    function abort() {
      expect([timers.made(), timers.left()]).toEqual([1, 1]);
      controller.abort(reason);
    }
    const waiting = call(hire, create, input, { signal: controller.signal });
    await expect(waiting).rejects.toBe(reason);
    expect([timers.made(), timers.left(), server.calls().length]).toEqual([1, 0, 1]);
  });

  test("a signal that a hook aborts before the next attempt keeps it from being made", async () => {
    const controller = new AbortController();
    const hooks = { onRetry: () => controller.abort("enough") };
    const { hire, server } = await scene([limited("1"), ok()], { hooks });
    const ended = call(hire, create, input, { signal: controller.signal });
    await expect(ended).rejects.toBe("enough");
    expect(server.calls()).toHaveLength(1);
  });

  test("the system's sleep leaves neither timer nor listener", async () => {
    const timers = watchTimers([12_345, 1]);
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await systemClock.sleep(1, signal);
    const over = AbortSignal.abort("over");
    await expect(systemClock.sleep(12_345, over)).rejects.toBe("over");
    expect([timers.made(), timers.left()]).toEqual([2, 0]);
    expect([added.mock.calls.length, removed.mock.calls.length]).toEqual([1, 1]);
  });

  test("what setTimeout cannot count is a long wait, and no short one", async () => {
    const timers = watchTimers([0x7fffffff]);
    const controller = new AbortController();
    onTestFinished(() => controller.abort());
    const waiting = systemClock.sleep(1e300, controller.signal);
    expect(timers.left()).toBe(1);
    controller.abort("over");
    await expect(waiting).rejects.toBe("over");
    expect(timers.left()).toBe(0);
  });
});

describe("codes of the caller's choice", () => {
  const conflict = refusal(1002619);

  test.each<[string, Partial<AppOptions>, CallOptions, number]>([
    ["off by default", {}, {}, 1],
    ["on for the client", { retryOn: [1002631, 1002619] }, {}, 3],
    ["on for the call", {}, { retryOn: [1002619] }, 3],
    ["off for the call", { retryOn: [1002619] }, { retryOn: [] }, 1],
    ["for other codes", { retryOn: [1002631] }, {}, 1],
  ])("%s", async (_, options, more, attempts) => {
    const { hire, server } = await scene([conflict], options);
    const failing = call(hire, create, input, more);
    await expect(failing).rejects.toMatchObject({ code: 1002619, mayHaveBeenApplied: false });
    expect(server.calls()).toHaveLength(attempts);
  });

  test("such a conflict may pass", async () => {
    const { hire, time } = await scene([conflict, ok({ id: "1" })], { retryOn: [1002619] }, 1);
    expect(await call(hire, create, input)).toEqual({ id: "1" });
    expect(time.waits).toEqual([500]);
  });

  test("a write that may have been applied is not repeated for any choice", async () => {
    const { hire, server } = await scene([refusal(1002001, 500)], { retryOn: [1002001] });
    const failing = call(hire, create, input);
    await expect(failing).rejects.toMatchObject({ code: 1002001, mayHaveBeenApplied: true });
    expect(server.calls()).toHaveLength(1);
  });
});

describe("a write", () => {
  const once = { ...create, idempotency: { field: "external_id", window: 1000 } };

  test.each<[string, typeof input & { external_id?: unknown }, CallOptions, number]>([
    ["with its key", keyed, {}, 3],
    ["without", input, {}, 1],
    ["with an undefined key", { ...input, external_id: undefined }, {}, 1],
    ["with an empty key", { ...input, external_id: "" }, {}, 1],
    ["with a key of null", { ...input, external_id: null }, {}, 1],
    ["with its key in extraBody", input, { extraBody: { external_id: "7" } }, 3],
    ["with an empty key in extraBody", input, { extraBody: { external_id: "" } }, 1],
    ["with its key emptied by extraBody", keyed, { extraBody: { external_id: "" } }, 1],
    ["with another field in extraBody", input, { extraBody: { external_ids: "7" } }, 1],
  ])("%s is repeated only if that cannot apply it twice", async (_, fields, more, attempts) => {
    const { hire, server } = await scene([lost]);
    const options = { ...more, validate: "off" } as const;
    // Some of the keys are of a wrong type on purpose.
    const failing = call(hire, create, fields as typeof keyed, options);
    await expect(failing).rejects.toMatchObject({
      name: "NetworkError",
      mayHaveBeenApplied: true,
      retryable: attempts > 1,
    });
    expect(server.calls()).toHaveLength(attempts);
  });

  test("of an operation without a key is never repeated", async () => {
    const { hire, server } = await scene([lost]);
    const { idempotency: _, ...plain } = create;
    await expect(call(hire, plain, keyed)).rejects.toMatchObject({ mayHaveBeenApplied: true });
    expect(server.calls()).toHaveLength(1);
  });

  test("is repeated with the very same body", async () => {
    const { hire, server } = await scene([lost, refusal(1002001, 500), ok({ id: "1" })]);
    expect(await call(hire, create, keyed)).toEqual({ id: "1" });
    const bodies = server.calls().map(({ body }) => body);
    expect(bodies).toEqual([JSON.stringify(keyed), bodies[0], bodies[0]]);
  });

  test.each<[string, number, number]>([
    ["is still open", 999, 2],
    ["is over", 1000, 1],
  ])("whose window %s when it fails", async (_, later, attempts) => {
    const time = fakeClock("skipped", { chance: 0 });
    const server = await platform(() => {
      if (server.calls().length === 1) time.turn(later);
      return server.calls().length === 1 ? refusal(1002001, 500) : ok({ id: "1" });
    });
    const outcome = call(client(server.url, {}, time), once, keyed);
    if (attempts === 2) expect(await outcome).toEqual({ id: "1" });
    else {
      const facts = { code: 1002001, retryable: false, mayHaveBeenApplied: true };
      await expect(outcome).rejects.toMatchObject(facts);
    }
    expect(server.calls()).toHaveLength(attempts);
  });

  test("whose window closes during the wait is not sent again", async () => {
    // A wait of 500 ms, of which the window leaves 400.
    const time = fakeClock("skipped", { chance: 1 });
    const server = await platform(() => {
      if (server.calls().length === 1) time.turn(600);
      return refusal(1002001, 500);
    });
    const failing = call(client(server.url, {}, time), once, keyed);
    await expect(failing).rejects.toMatchObject({ code: 1002001, mayHaveBeenApplied: true });
    expect(server.calls()).toHaveLength(1);
  });

  test("that was lost is not sent again after its window, whatever is answered in between", async () => {
    // Lost while the window is open; then refused, to be repeated in 2 s, when it is over.
    const { hire, server } = await scene([lost, limited("2"), ok({ id: "twice" })]);
    const failing = call(hire, once, keyed);
    await expect(failing).rejects.toMatchObject({ code: 99991400, mayHaveBeenApplied: true });
    expect(server.calls()).toHaveLength(2);
  });
});

describe("mayHaveBeenApplied", () => {
  test("means that nothing is retryable once the window is over, even what else would be", async () => {
    const once = { ...create, idempotency: { field: "external_id", window: 1000 } };
    const time = fakeClock("skipped", { chance: 0 });
    const server = await platform((_, response) => {
      if (server.calls().length === 2) {
        time.turn(1000);
        return limited();
      }
      response.socket?.resetAndDestroy();
      return undefined;
    });
    const failing = call(client(server.url, {}, time), once, keyed);
    await expect(failing).rejects.toMatchObject({ code: 99991400, mayHaveBeenApplied: true });
    await expect(failing).rejects.toMatchObject({ retryable: false });
    expect(server.calls()).toHaveLength(2);
  });

  test.each<[string, Answer, object]>([
    ["refused with a business code", refusal(1002053, 500), { name: "ApiError", code: 1002053 }],
    ["refused for its parameters", refusal(1002002), { name: "ApiError", code: 1002002 }],
    ["refused for its token", refusal(99991663), { name: "AuthenticationError", code: 99991663 }],
    ["refused by the limits", limited("100"), { name: "RateLimitError", retryable: true }],
  ])("is true for an attempt that was lost, even if the next is %s", async (_, answer, facts) => {
    const { hire, server } = await scene([lost, answer]);
    const failing = call(hire, create, keyed);
    await expect(failing).rejects.toMatchObject({ ...facts, mayHaveBeenApplied: true });
    expect(server.calls().length).toBeGreaterThan(1);
  });

  test("is true when no token can be had for the attempt after the lost one", async () => {
    let asked = 0;
    const { server, time } = await scene([lost]);
    const hire = client(
      server.url,
      { fetch: withTokens(() => (asked++ === 0 ? "t-first-one" : undefined)) },
      { ...time, sleep: async () => time.turn(7_200_000) },
    );
    const failing = call(hire, create, keyed);
    await expect(failing).rejects.toMatchObject({
      name: "NetworkError",
      operation: create.id,
      mayHaveBeenApplied: true,
    });
    expect([server.calls().length, asked > 1]).toEqual([1, true]);
  });

  test("is false for reads, and for a write that was refused from the start", async () => {
    const { hire } = await scene([lost]);
    await expect(call(hire, get, { offer_id: "1" })).rejects.toMatchObject({
      mayHaveBeenApplied: false,
    });
    const refused = await scene([refusal(99991663)]);
    const failing = call(refused.hire, create, input);
    await expect(failing).rejects.toThrow(AuthenticationError);
    await expect(failing).rejects.toMatchObject({ mayHaveBeenApplied: false });
  });
});

/** A fetch that answers for the token endpoint itself; without a token that endpoint is down. */
function withTokens(next: () => string | undefined) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    if (!url.includes("/auth/v3/")) return fetch(url, init);
    const tenant_access_token = next();
    if (tenant_access_token === undefined) throw new TypeError("fetch failed");
    return Response.json({ code: 0, tenant_access_token, expire: 7200 });
  };
}
