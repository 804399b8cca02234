import { getEventListeners } from "node:events";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createRateLimiter } from "../../templates/runtime/limiter.js";
import type { RateLimiter } from "../../templates/runtime/limiter.js";
import type { RateLimit } from "../../templates/runtime/operation.js";
import { busiest, fakeClock, quiet } from "./clock.js";
import { watchRejections } from "./server.js";

const tier4 = [
  { calls: 50, per: 1_000 },
  { calls: 1_000, per: 60_000 },
] as const;
const one = [{ calls: 1, per: 1_000 }] as const;

/** A limiter on a fake clock, and when who left, counted from the beginning. */
function limited() {
  const clock = fakeClock();
  const limiter = createRateLimiter(clock);
  const begin = clock.now();
  const left: [name: string, at: number][] = [];
  /** Takes a turn, and writes down when it came. */
  async function leave(
    name: string,
    {
      key = "key",
      limits = one as readonly RateLimit[],
      signal = undefined as AbortSignal | undefined,
    } = {},
  ): Promise<void> {
    await limiter.acquire(key, limits, signal);
    left.push([name, clock.now() - begin]);
  }
  return { clock, limiter, left, leave };
}

describe("a long queue", () => {
  /** When the last of so many calls leaves at the earliest: a window is closed, so its end counts. */
  const earliest = (count: number) => {
    const index = count - 1;
    return Math.floor(index / 1000) * 60_001 + Math.floor((index % 1000) / 50) * 1_001;
  };

  test.each([1_000, 1_001, 2_100])(
    "of %i calls keeps every limit, and wastes none",
    async (count) => {
      const { clock, left, leave } = limited();
      const names = Array.from({ length: count }, (_, number) => String(number));
      await clock.run(Promise.all(names.map((name) => leave(name, { limits: tier4 }))));
      const times = left.map(([, at]) => at);
      for (const { calls, per } of tier4) expect([per, busiest(times, per)]).toEqual([per, calls]);
      expect(left.map(([name]) => name)).toEqual(names);
      expect(times.at(-1)).toBe(earliest(count));
      expect(times).toEqual(names.map((_, index) => earliest(index + 1)));
    },
  );

  test("keeps its limits against calls that come at any time", async () => {
    const { clock, left, leave } = limited();
    const limits = [
      { calls: 3, per: 100 },
      { calls: 7, per: 450 },
    ];
    const turns: Promise<void>[] = [];
    for (let number = 0; number < 300; number++) {
      turns.push(leave(String(number), { limits }));
      await clock.advance((number * 37) % 90);
    }
    await clock.run(Promise.all(turns));
    const times = left.map(([, at]) => at);
    expect(times).toHaveLength(300);
    for (const { calls, per } of limits) expect(busiest(times, per)).toBe(calls);
    expect(left.map(([name]) => Number(name))).toEqual(times.map((_, index) => index));
  });

  test("has one timer", async () => {
    const { clock, leave } = limited();
    const all = Array.from({ length: 100 }, (_, number) => leave(String(number)));
    await quiet();
    expect(clock.waiting()).toBe(1);
    await clock.run(Promise.all(all));
    expect([clock.waits.length, clock.waiting()]).toEqual([99, 0]);
  });
});

describe("a call", () => {
  test("leaves at once, without a promise, when nobody waits", () => {
    const { limiter } = limited();
    expect(limiter.acquire("key", one, undefined)).toBeUndefined();
    expect(limiter.acquire("other key", one, undefined)).toBeUndefined();
  });

  test("that comes while others wait does not overtake them", async () => {
    const { clock, left, leave } = limited();
    const turns = [leave("1"), leave("2"), leave("3")];
    await clock.advance(1_001);
    turns.push(leave("4"));
    await clock.run(Promise.all(turns));
    expect(left).toEqual([
      ["1", 0],
      ["2", 1_001],
      ["3", 2_002],
      ["4", 3_003],
    ]);
  });

  test.each([
    ["", [], ["1", "2", "3"]],
    [", and another key is used", ["other"], ["1", "other", "2", "3"]],
  ])("does not overtake when the clock is put forward%s", async (_, others, order) => {
    const { clock, left, leave } = limited();
    const turns = [leave("1"), leave("2")];
    await quiet();
    clock.turn(5_000);
    turns.push(...others.map((key) => leave(key, { key })), leave("3"));
    await clock.run(Promise.all(turns));
    expect(left.map(([name]) => name)).toEqual(order);
  });

  test("finds its limits in force to the window's very end, though another key is used", async () => {
    const { clock, left, leave } = limited();
    await leave("1");
    await clock.advance(1_000);
    await leave("other", { key: "other" });
    await clock.run(leave("2"));
    expect(left.at(-1)).toEqual(["2", 1_001]);
  });
});

describe("keys do not wait for each other:", () => {
  test.each([
    ["tenant", "url app A op", "url app B op"],
    ["operation", "url app A op", "url app A other"],
    ["app", "url app A op", "url other A op"],
    ["names of properties", "__proto__", "constructor"],
  ])("%s", async (_, key, other) => {
    const { clock, left, leave } = limited();
    const turns = [leave("1", { key }), leave("2", { key }), leave("3", { key: other })];
    await clock.run(Promise.all(turns));
    expect(left).toEqual([
      ["1", 0],
      ["3", 0],
      ["2", 1_001],
    ]);
  });
});

describe("abort", () => {
  /** Five calls for a lane of one a second; those of `leaving` give up after half a second. */
  async function giveUp(leaving: readonly string[]) {
    const { clock, left, leave } = limited();
    const controller = new AbortController();
    const { signal } = controller;
    const names = ["1", "2", "3", "4", "5"];
    const turns = names.map((name) =>
      leave(name, leaving.includes(name) ? { signal } : {}).catch((error: unknown) => error),
    );
    await clock.advance(500);
    const reason = { any: "value" };
    controller.abort(reason);
    await quiet();
    const waiting = clock.waiting();
    const reasons = await clock.run(Promise.all(turns));
    const listeners = getEventListeners(signal, "abort").length;
    return { left, waiting, listeners, reason, leavers: reasons.filter(Boolean) };
  }

  test.each([
    ["the first in the line", ["2"], ["1", "3", "4", "5"]],
    ["one in the middle", ["3"], ["1", "2", "4", "5"]],
    ["the last", ["5"], ["1", "2", "3", "4"]],
    ["two in a row", ["3", "4"], ["1", "2", "5"]],
    ["all who wait", ["2", "3", "4", "5"], ["1"]],
  ])("of %s neither stops nor speeds up the others", async (_, leaving, staying) => {
    const { left, waiting, listeners, reason, leavers } = await giveUp(leaving);
    expect(leavers).toEqual(leaving.map(() => reason));
    for (const leaver of leavers) expect(leaver).toBe(reason);
    expect(left).toEqual(staying.map((name, index) => [name, index * 1_001]));
    expect([waiting, listeners]).toEqual([staying.length > 1 ? 1 : 0, 0]);
  });

  test("rejects at once, before any time has passed", async () => {
    const { clock, limiter } = limited();
    const controller = new AbortController();
    const turns = ["1", "2", "3"].map(() => limiter.acquire("key", one, controller.signal));
    await quiet();
    controller.abort();
    await expect(turns[1]).rejects.toBe(controller.signal.reason);
    await expect(turns[2]).rejects.toBe(controller.signal.reason);
    expect(clock.waits).toHaveLength(1);
  });

  test("of a signal that is aborted already takes nobody's turn", async () => {
    const { clock, left, leave } = limited();
    const signal = AbortSignal.abort("gone");
    const turns = [leave("1"), leave("2", { signal }).catch((error: unknown) => error), leave("3")];
    expect((await clock.run(Promise.all(turns)))[1]).toBe("gone");
    expect(left).toEqual([
      ["1", 0],
      ["3", 1_001],
    ]);
  });

  test("of everybody leaves no timer, no listener and nothing unhandled, in real time", async () => {
    const rejections = watchRejections();
    const set = vi.spyOn(globalThis, "setTimeout");
    const cleared = vi.spyOn(globalThis, "clearTimeout");
    onTestFinished(() => void vi.restoreAllMocks());
    const limiter = createRateLimiter();
    const controllers = Array.from({ length: 20 }, () => new AbortController());
    const hour = [{ calls: 1, per: 3_600_000 }];
    const turns = controllers.map(({ signal }) => limiter.acquire("key", hour, signal));
    await quiet();
    const timers = set.mock.results.map(({ value }) => value as unknown);
    expect(timers).toHaveLength(1);
    for (const controller of controllers) controller.abort();
    const outcomes = await Promise.allSettled(turns);
    await quiet();
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(19);
    const ended = cleared.mock.calls.map(([timer]) => timer);
    for (const { value } of set.mock.results) expect(ended).toContain(value);
    for (const { signal } of controllers) expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(await rejections()).toEqual([]);
  });

  test("never comes: no listener stays after the turn", async () => {
    const { clock, leave } = limited();
    const { signal } = new AbortController();
    await clock.run(Promise.all(["1", "2", "3"].map((name) => leave(name, { signal }))));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("pause", () => {
  const pause = (limiter: RateLimiter, ms: number) => limiter.pause?.("key", ms);

  test("holds all of its key, those in the line too, and no other", async () => {
    const { clock, limiter, left, leave } = limited();
    const turns = [leave("1"), leave("2")];
    await clock.advance(500);
    pause(limiter, 5_000);
    turns.push(leave("3"), leave("4", { key: "other" }));
    await clock.run(Promise.all(turns));
    expect(left).toEqual([
      ["1", 0],
      ["4", 500],
      ["2", 5_500],
      ["3", 6_501],
    ]);
  });

  test("holds a key that nobody has used", async () => {
    const { clock, limiter, left, leave } = limited();
    pause(limiter, 2_000);
    await clock.run(leave("1"));
    expect(left).toEqual([["1", 2_000]]);
  });

  test("is not cut short by a shorter one", async () => {
    const { clock, limiter, left, leave } = limited();
    pause(limiter, 30_000);
    pause(limiter, 1_000);
    await clock.run(leave("1"));
    expect(left).toEqual([["1", 30_000]]);
  });

  test("does not make the limits forget who has left", async () => {
    const { clock, limiter, left, leave } = limited();
    const limits = [{ calls: 2, per: 60_000 }];
    await leave("1", { limits });
    await leave("2", { limits });
    pause(limiter, 1_000);
    await clock.advance(2_000);
    await leave("other", { key: "other" });
    await clock.run(leave("3", { limits }));
    expect(left.at(-1)).toEqual(["3", 60_001]);
  });

  test("is over when the clock is set back", async () => {
    const { clock, limiter, left, leave } = limited();
    pause(limiter, 2_000);
    clock.turn(-3_600_000);
    await leave("1");
    expect(left).toHaveLength(1);
    expect(clock.waits).toEqual([]);
  });
});

describe("a clock that is set back by an hour", () => {
  test("does not stall those who come", async () => {
    const { clock, left, leave } = limited();
    await leave("1");
    clock.turn(-3_600_000);
    await clock.run(Promise.all([leave("2"), leave("3")]));
    expect(left.map(([name]) => name)).toEqual(["1", "2", "3"]);
    expect(Math.max(...clock.waits)).toBeLessThanOrEqual(1_001);
  });

  test("does not stall those who wait", async () => {
    const { clock, left, leave } = limited();
    const turns = Promise.all(["1", "2", "3", "4"].map((name) => leave(name)));
    await clock.advance(500);
    clock.turn(-3_600_000);
    await clock.run(turns);
    expect(left.map(([name]) => name)).toEqual(["1", "2", "3", "4"]);
    expect(Math.max(...clock.waits)).toBeLessThanOrEqual(1_001);
  });
});

describe("memory", () => {
  /** The limiter's own map, found by the first key that is put into it. */
  function findMap(prefix: string) {
    let found: Map<unknown, unknown> | undefined;
    const set = Map.prototype.set;
    vi.spyOn(Map.prototype, "set").mockImplementation(function (
      this: Map<unknown, unknown>,
      key,
      value,
    ) {
      if (typeof key === "string" && key.startsWith(prefix)) found = this;
      return set.call(this, key, value);
    });
    onTestFinished(() => void vi.restoreAllMocks());
    return () => found?.size;
  }

  test("10,000 keys that were used once are forgotten after their windows", async () => {
    const size = findMap("tenant-");
    const { clock, limiter, leave } = limited();
    for (let number = 0; number < 10_000; number++)
      await limiter.acquire(`tenant-${number}`, one, undefined);
    expect(size()).toBe(10_000);
    await clock.advance(1_001);
    await leave("next", { key: "tenant-next" });
    expect(size()).toBe(1);
  });

  test("paused keys are forgotten, too, and keys in use are not", async () => {
    const size = findMap("tenant-");
    const { clock, limiter, left, leave } = limited();
    for (let number = 0; number < 100; number++) limiter.pause?.(`tenant-${number}`, 1_000);
    const turns = ["1", "2", "3"].map((name) => leave(name, { key: "tenant-busy" }));
    await clock.advance(1_500);
    await leave("4", { key: "tenant-other" });
    expect(size()).toBe(2);
    await clock.run(Promise.all(turns));
    expect(left.map(([name]) => name)).toEqual(["1", "2", "4", "3"]);
  });
});
