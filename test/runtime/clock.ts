import { onTestFinished } from "vitest";
import type { Clock } from "../../templates/runtime/clock.js";

/** Time that passes only when a test says so. */
export interface FakeClock extends Clock {
  /** Every wait that anybody began, in milliseconds. */
  readonly waits: readonly number[];
  /** How many waits are not over. */
  readonly waiting: () => number;
  /** Lets time pass; the waits that end by then do so one by one, each at its own moment. */
  readonly advance: (ms: number) => Promise<void>;
  /** Sets what the clock shows back or forward; nobody's wait gets longer or shorter. */
  readonly turn: (ms: number) => void;
  /** Lets time pass, wait after wait, until the work is done. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
}

interface Wait {
  readonly until: number;
  readonly end: () => void;
}

/**
 * A clock that starts at `start`. Waits are `held` until the test advances the time, or `skipped`:
 * over at once, as if the time had passed. `chance` is what `random` returns.
 */
export function fakeClock(
  waitsAre: "held" | "skipped" = "held",
  { start = 1_700_000_000_000, chance = 0.5 } = {},
): FakeClock {
  const waits: number[] = [];
  const pending = new Set<Wait>();
  let passed = 0;
  let shown = start;

  /** Ends the earliest wait, if it ends by `latest`. */
  function endNext(latest: number): boolean {
    const [next] = [...pending].sort((one, other) => one.until - other.until);
    if (!next || next.until > latest) return false;
    passed = Math.max(passed, next.until);
    next.end();
    return true;
  }

  return {
    now: () => shown + passed,
    random: () => chance,
    sleep(ms, signal) {
      waits.push(ms);
      return new Promise((resolve, reject) => {
        const stop = () => {
          pending.delete(wait);
          reject(signal?.reason);
        };
        const end = () => {
          pending.delete(wait);
          signal?.removeEventListener("abort", stop);
          resolve();
        };
        const wait = { until: passed + ms, end };
        if (signal?.aborted) return stop();
        signal?.addEventListener("abort", stop, { once: true });
        pending.add(wait);
        if (waitsAre === "skipped") while (pending.has(wait)) endNext(wait.until);
      });
    },
    waits,
    waiting: () => pending.size,
    async advance(ms) {
      const target = passed + ms;
      await quiet();
      while (endNext(target)) await quiet();
      passed = Math.max(passed, target);
      await quiet();
    },
    turn: (ms) => void (shown += ms),
    async run(work) {
      let isDone = false;
      const done = () => void (isDone = true);
      work.then(done, done);
      onTestFinished(done); // so that a test that runs out of time does not go on
      while (!isDone) {
        await quiet();
        endNext(Infinity);
      }
      return work;
    },
  };
}

/** Until everything that can go on without waiting has gone on. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The most of these moments, which are in order, within any closed window of so many milliseconds. */
export function busiest(times: readonly number[], per: number): number {
  let first = 0;
  let most = 0;
  for (const [index, time] of times.entries()) {
    while ((times[first] ?? time) < time - per) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
