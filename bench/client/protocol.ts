import type { Output } from "./seed.js";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly type: string;
  readonly body: string;
}

/** How a library deals with a call, and with one that the platform refuses. */
export interface Conduct {
  readonly output: Output;
  readonly seen: Seen;
  /** Whether it rejects by itself; else its caller must look at the code. */
  readonly rejectsRefusals: boolean;
}

/** Calls to make, so many at once. */
export interface Load {
  readonly calls: number;
  readonly atOnce: number;
}

/** What a call took on average. */
export interface Cost {
  /** Microseconds of CPU, in all threads of the process. */
  readonly cpu: number;
  /** Microseconds from the first call to the last reply, by the number of calls. */
  readonly wall: number;
  /** Kilobytes allocated on the heap of JavaScript; NaN when some of it was collected meanwhile. */
  readonly heap: number;
}
