import { abortable } from "./abortable.js";
import { systemClock } from "./clock.js";
import type { Clock } from "./clock.js";
import type { RateLimit } from "./operation.js";

/**
 * Keeps calls within their limits. Each client has one of its own, in memory; processes that share
 * an app can share one that counts elsewhere.
 */
export interface RateLimiter {
  /**
   * Returns, or resolves, when a call may leave; rejects with the signal's reason. `key` stands for
   * what the platform counts by: base URL, app, tenant and operation. All of the limits hold; where
   * none is known, only a pause does.
   */
  acquire(
    key: string,
    limits: readonly RateLimit[],
    signal: AbortSignal | undefined,
  ): void | Promise<void>;
  /** The platform has refused such a call: none may leave for so many milliseconds. */
  pause?(key: string, ms: number): void | Promise<void>;
}

/** The calls of one key. */
interface Lane {
  /** When the latest ones left, as many as the limits need. */
  readonly left: number[];
  /** Settles once every call in the line has left or given up; undefined when there is no line. */
  line?: Promise<void> | undefined;
  pausedAt: number;
  pausedFor: number;
  /** From this moment on nothing in here matters any more. */
  stale: number;
}

/**
 * The limiter that a client has unless it is given one: first in, first out. Give one to several
 * clients of the same app. Only the first in a line has a timer.
 */
export function createRateLimiter({ now, sleep }: Clock = systemClock): RateLimiter {
  const lanes = new Map<string, Lane>();

  function laneOf(key: string): Lane {
    const lane = lanes.get(key) ?? { left: [], pausedAt: 0, pausedFor: 0, stale: 0 };
    lanes.delete(key);
    // The lane used last stands last, so the stale ones come first.
    for (const [other, { line, stale }] of lanes) {
      if (line || stale > now()) break;
      lanes.delete(other);
    }
    lanes.set(key, lane);
    return lane;
  }

  /** Lets a call leave if it may; else says how many milliseconds it has to wait. */
  function depart(lane: Lane, limits: readonly RateLimit[]): number {
    const { left, pausedAt, pausedFor } = lane;
    const time = now();
    while ((left.at(-1) ?? 0) > time) left.pop(); // the clock was set back
    let free = pausedAt > time ? 0 : pausedAt + pausedFor;
    let most = 0;
    for (const { calls, per } of limits) {
      const period = per + 1; // since times are whole milliseconds
      free = Math.max(free, (left.at(-calls) ?? -Infinity) + period);
      most = Math.max(most, calls);
      lane.stale = Math.max(lane.stale, time + period);
    }
    if (free > time) return free - time;
    left.push(time);
    left.splice(0, left.length - most);
    return 0;
  }

  return {
    acquire(key, limits, signal) {
      const lane = laneOf(key);
      const before = lane.line;
      if (!before && !depart(lane, limits)) return;
      const turn = (async () => {
        await abortable(before, signal);
        for (let ms; (ms = depart(lane, limits));) await sleep(ms, signal);
      })();
      // Who gives up lets the next one through, but not past those before.
      const line = turn
        .catch(() => before)
        .then(() => {
          if (lane.line === line) lane.line = undefined;
        });
      lane.line = line;
      return turn;
    },
    pause(key, ms) {
      const lane = laneOf(key);
      const time = now();
      if (lane.pausedAt <= time && lane.pausedAt + lane.pausedFor > time + ms) return; // a longer one
      lane.pausedAt = time;
      lane.pausedFor = ms;
      lane.stale = Math.max(lane.stale, time + ms);
    },
  };
}
