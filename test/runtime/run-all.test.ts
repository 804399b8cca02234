import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { runAll } from "../../templates/runtime/run-all.js";
import type { RunAllOutcome, RunAllProgress } from "../../templates/runtime/run-all.js";
import { quiet } from "./clock.js";
import { gate, watchRejections } from "./server.js";

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

/** A worker whose jobs end when the test says so, and how many are at it. */
function controlled() {
  const gates = new Map<number, ReturnType<typeof gate>>();
  const begun: number[] = [];
  let atWork = 0;
  let most = 0;
  async function worker(item: number): Promise<string> {
    const one = gate();
    gates.set(item, one);
    begun.push(item);
    most = Math.max(most, ++atWork);
    await one.opened;
    atWork--;
    return `done ${item}`;
  }
  const finish = async (item: number) => {
    gates.get(item)?.open();
    await quiet();
  };
  return { worker, finish, begun, most: () => most, atWork: () => atWork };
}

/** The numbers from 0 on, one by one as they are asked for. */
function* endless() {
  for (let number = 0; ; number++) yield number;
}

async function* slowly(count: number) {
  for (const number of numbers(count)) {
    await quiet();
    yield number;
  }
}

describe("the outcomes", () => {
  test("are in the order of the items, whichever is done first", async () => {
    const { worker, finish } = controlled();
    const all = runAll([0, 1, 2], worker);
    await quiet();
    for (const item of [2, 0, 1]) await finish(item);
    const outcomes = await all;
    expectTypeOf(outcomes).toEqualTypeOf<RunAllOutcome<number, string>[]>();
    expect(outcomes).toEqual([
      { ok: true, item: 0, value: "done 0" },
      { ok: true, item: 1, value: "done 1" },
      { ok: true, item: 2, value: "done 2" },
    ]);
  });

  test("tell of each failure its item and its error, and the others are done", async () => {
    const rejections = watchRejections();
    const items = numbers(4).map((id) => ({ id }));
    const errors = [new Error("thrown"), new Error("rejected")];
    const worker = (item: { id: number }, index: number): number | Promise<number> => {
      expect(items[index]).toBe(item);
      if (item.id === 1) throw errors[0];
      if (item.id === 2) return Promise.reject(errors[1] ?? item);
      return item.id * 10;
    };
    const outcomes = await runAll(items, worker, { concurrency: 2 });
    expect(outcomes).toEqual([
      { ok: true, item: items[0], value: 0 },
      { ok: false, item: items[1], error: errors[0] },
      { ok: false, item: items[2], error: errors[1] },
      { ok: true, item: items[3], value: 30 },
    ]);
    for (const [index, outcome] of outcomes.entries()) expect(outcome.item).toBe(items[index]);
    expect(outcomes[1]).toHaveProperty("error", errors[0]);
    expect(await rejections()).toEqual([]);
  });

  test.each<[string, () => Iterable<number> | AsyncIterable<number>]>([
    ["a list", () => [0, 1, 2]],
    ["a set", () => new Set([0, 1, 2])],
    [
      "a generator",
      function* () {
        yield* [0, 1, 2];
      },
    ],
    ["an asynchronous generator", () => slowly(3)],
  ])("are those of %s", async (_, source) => {
    const outcomes = await runAll(source(), (item) => -item);
    expect(outcomes.map((outcome) => outcome.ok && outcome.value)).toEqual([-0, -1, -2]);
  });

  test("of nothing are none", async () => {
    expect(await runAll([], () => 1)).toEqual([]);
    expect(await runAll(slowly(0), () => 1)).toEqual([]);
  });

  test("of failures alone are no rejection", async () => {
    const outcomes = await runAll(numbers(50), () => Promise.reject(new Error("no")));
    expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(50);
  });
});

describe("concurrency", () => {
  test.each([
    [undefined, 10],
    [1, 1],
    [7, 7],
    [1000, 30],
    [Infinity, 30],
  ])("%s: at most so many are at work, and as many as that", async (concurrency, most) => {
    const { worker, finish, begun, ...counts } = controlled();
    const all = runAll(numbers(30), worker, { concurrency });
    await quiet();
    for (const item of numbers(30)) {
      expect(counts.atWork()).toBe(Math.min(most, 30 - item));
      await finish(item);
    }
    expect(await all).toHaveLength(30);
    expect([counts.most(), begun]).toEqual([most, numbers(30)]);
  });

  test.each([0, -1, NaN, 0.5, "many" as unknown as number])("cannot be %s", async (concurrency) => {
    const worker = vi.fn();
    const source = { [Symbol.iterator]: vi.fn(endless) };
    const refused = runAll(source, worker, { concurrency });
    await expect(refused).rejects.toThrow(TypeError);
    await expect(refused).rejects.toThrow(/^concurrency: /);
    expect([worker.mock.calls, source[Symbol.iterator].mock.calls]).toEqual([[], []]);
  });

  test("takes an item only when there is room for it", async () => {
    const { worker, finish } = controlled();
    let taken = 0;
    const source = (function* () {
      for (const number of numbers(20)) {
        taken++;
        yield number;
      }
    })();
    const all = runAll(source, worker, { concurrency: 3 });
    await quiet();
    for (const item of numbers(20)) {
      expect(taken).toBeLessThanOrEqual(item + 3);
      await finish(item);
    }
    expect(await all).toHaveLength(20);
  });
});

describe("abort", () => {
  /** A source that tells whether it was closed. */
  function closable(isAsync: boolean) {
    const state = { closed: 0, taken: 0 };
    function* plain() {
      try {
        for (const number of endless()) {
          state.taken++;
          yield number;
        }
      } finally {
        state.closed++;
      }
    }
    async function* delayed() {
      for (const number of plain()) {
        await quiet();
        yield number;
      }
    }
    return { state, source: isAsync ? delayed() : plain() };
  }

  test.each([
    ["a generator", false],
    ["an asynchronous generator", true],
  ])("takes no more of %s, waits for those at work, and closes it", async (_, isAsync) => {
    const { worker, finish, begun } = controlled();
    const { state, source } = closable(isAsync);
    const controller = new AbortController();
    let isDone = false;
    const all = runAll(source, worker, { concurrency: 3, signal: controller.signal });
    void all.then(() => (isDone = true));
    await vi.waitFor(() => expect(begun).toEqual([0, 1, 2]));
    controller.abort();
    await quiet();
    expect([isDone, state.closed]).toEqual([false, 0]);
    for (const item of [1, 0]) await finish(item);
    expect(isDone).toBe(false);
    await finish(2);
    expect(await all).toEqual([0, 1, 2].map((item) => ({ ok: true, item, value: `done ${item}` })));
    expect(begun).toEqual([0, 1, 2]);
    expect(state).toEqual({ closed: 1, taken: 3 });
  });

  test("while the source is making its next item leaves that one undone", async () => {
    const next = gate();
    const source = (async function* () {
      yield 0;
      await next.opened;
      yield 1;
    })();
    const controller = new AbortController();
    const worker = vi.fn((item: number) => item);
    const all = runAll(source, worker, { signal: controller.signal });
    await quiet();
    controller.abort();
    next.open();
    expect(await all).toEqual([{ ok: true, item: 0, value: 0 }]);
    expect(worker.mock.calls).toEqual([[0, 0]]);
  });

  test("by a worker takes no more, whatever the concurrency", async () => {
    const controller = new AbortController();
    const worker = (item: number) => {
      if (item === 4) controller.abort();
      return item;
    };
    const outcomes = await runAll(endless(), worker, { concurrency: 9, signal: controller.signal });
    expect(outcomes.map(({ item }) => item)).toEqual([0, 1, 2, 3, 4]);
  });

  test("before the beginning touches neither source nor worker", async () => {
    const worker = vi.fn();
    const source = { [Symbol.iterator]: vi.fn(endless) };
    expect(await runAll(source, worker, { signal: AbortSignal.abort() })).toEqual([]);
    expect([worker.mock.calls, source[Symbol.iterator].mock.calls]).toEqual([[], []]);
  });

  test("of jobs that heed the signal gives failures with their items", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const worker = () =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const all = runAll(endless(), worker, { concurrency: 2, signal });
    await quiet();
    controller.abort("enough");
    expect(await all).toEqual([
      { ok: false, item: 0, error: "enough" },
      { ok: false, item: 1, error: "enough" },
    ]);
  });
});

describe("a source that fails", () => {
  test.each([
    ["a generator", false],
    ["an asynchronous generator", true],
  ])("(%s) rejects with its reason, once those at work are through", async (_, isAsync) => {
    const rejections = watchRejections();
    const fault = { any: "value" };
    function* plain() {
      yield* [0, 1];
      throw fault;
    }
    async function* delayed() {
      await quiet();
      yield* plain();
    }
    const { worker, finish, begun } = controlled();
    const all = runAll(isAsync ? delayed() : plain(), worker);
    let isDone = false;
    const done = all.catch((error: unknown) => {
      isDone = true;
      return error;
    });
    await vi.waitFor(() => expect(begun).toEqual([0, 1]));
    await quiet();
    expect(isDone).toBe(false);
    for (const item of [1, 0]) await finish(item);
    expect(await done).toBe(fault);
    expect(await rejections()).toEqual([]);
  });

  test("because it is none rejects", async () => {
    await expect(runAll(5 as unknown as number[], () => 1)).rejects.toThrow(TypeError);
  });
});

describe("onProgress", () => {
  test("counts, and tells each outcome as it comes", async () => {
    const { worker, finish } = controlled();
    const progress: RunAllProgress<number, string>[] = [];
    const failing = async (item: number) => {
      const value = await worker(item);
      if (item === 0) throw new Error("no");
      return value;
    };
    const onProgress = (one: RunAllProgress<number, string>) => void progress.push(one);
    const all = runAll([0, 1, 2], failing, { onProgress });
    await quiet();
    for (const item of [2, 0, 1]) await finish(item);
    const outcomes = await all;
    expect(progress).toEqual([
      { done: 1, failed: 0, outcome: outcomes[2] },
      { done: 2, failed: 1, outcome: outcomes[0] },
      { done: 3, failed: 1, outcome: outcomes[1] },
    ]);
    for (const [index, at] of [2, 0, 1].entries())
      expect(progress[index]?.outcome).toBe(outcomes[at]);
  });

  test.each<[string, () => void]>([
    [
      "throws",
      () => {
        throw new Error("progress");
      },
    ],
    ["rejects", () => Promise.reject(new Error("progress"))],
    ["never ends", () => new Promise(() => {})],
  ])("that %s stops nothing", async (_, onProgress) => {
    const rejections = watchRejections();
    const outcomes = await runAll([0, 1], (item) => item, { onProgress });
    expect(outcomes).toEqual([
      { ok: true, item: 0, value: 0 },
      { ok: true, item: 1, value: 1 },
    ]);
    expect(await rejections()).toEqual([]);
  });
});

test("an abort does not wait for a source that gives no further item", async () => {
  const controller = new AbortController();
  const { worker, finish } = controlled();
  async function* source() {
    yield 0;
    await new Promise(() => {});
  }
  const outcomes = runAll(source(), worker, { signal: controller.signal });
  await quiet();
  controller.abort();
  await finish(0);
  expect(await outcomes).toEqual([{ ok: true, item: 0, value: "done 0" }]);
});

describe("many items", () => {
  /** How often a promise is waited for in the course of so many items. */
  async function effort(count: number): Promise<number> {
    const { then } = Promise.prototype;
    let waited = 0;
    Promise.prototype.then = function (this: Promise<unknown>, ...callbacks) {
      waited++;
      return then.apply(this, callbacks);
    } as typeof then; // the same arguments go through, so the types are what they were
    try {
      const outcomes = await runAll(numbers(count), (item) => Promise.resolve(item));
      expect(outcomes).toHaveLength(count);
      return waited;
    } finally {
      Promise.prototype.then = then;
    }
  }

  test("cost in proportion to their number", async () => {
    const [small, large] = [await effort(500), await effort(5_000)];
    expect(small).toBeGreaterThan(500);
    expect(large / small).toBeLessThan(11);
  });

  test("100,000 are never taken far ahead of the work", async () => {
    let taken = 0;
    let done = 0;
    let ahead = 0;
    const source = (function* () {
      for (; taken < 100_000; taken++) {
        ahead = Math.max(ahead, taken - done);
        yield taken;
      }
    })();
    const outcomes = await runAll(source, (item) => item, { onProgress: () => void done++ });
    expect(outcomes).toHaveLength(100_000);
    expect(outcomes.every(({ item }, index) => item === index)).toBe(true);
    expect([done, ahead <= 10]).toEqual([100_000, true]);
  });
});
