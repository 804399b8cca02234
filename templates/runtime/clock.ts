import { abortable } from "./abortable.js";

/** Time and chance, as a client uses them; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Waits so many milliseconds, or until the signal ends it with its reason. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

/** Milliseconds that `setTimeout` can count; it fires at once for more. */
export const longestTimer = 0x7fffffff;

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep(ms, signal) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.min(ms, longestTimer));
    });
    return abortable(over, signal).finally(() => clearTimeout(timer));
  },
};
