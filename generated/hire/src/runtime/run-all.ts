import { abortable } from "./abortable.js";
import { tolerant } from "./tolerant.js";

/** What became of one item. */
export type RunAllOutcome<Item, Value> =
  | { readonly ok: true; readonly item: Item; readonly value: Value }
  | { readonly ok: false; readonly item: Item; readonly error: unknown };

/** How far the work has come. */
export interface RunAllProgress<Item, Value> {
  /** Items that are through, the failed ones included. */
  readonly done: number;
  readonly failed: number;
  /** That of the latest item; they may finish in another order than they began. */
  readonly outcome: RunAllOutcome<Item, Value>;
}

/** Choices for `runAll`. */
export interface RunAllOptions<Item, Value> {
  /** How many items are worked on at once; 10 by default. */
  readonly concurrency?: number | undefined;
  /** Called after each item; what it throws is ignored. */
  readonly onProgress?: ((progress: RunAllProgress<Item, Value>) => void) | undefined;
  /** Once aborted, no further item is taken. The items in work are waited for: pass it to the calls, too. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Does the same to many items, several at once, and tells what became of each, in their order. A
 * failure keeps nobody else from trying. Items are taken one by one as there is room, so that a
 * stream of any length will do; after an abort the outcomes are those of the items taken so far.
 * Rejects when the source itself fails, and for a concurrency that cannot work.
 */
export async function runAll<Item, Value>(
  items: Iterable<Item> | AsyncIterable<Item>,
  worker: (item: Item, index: number) => Value | Promise<Value>,
  { concurrency = 10, onProgress, signal }: RunAllOptions<Item, Value> = {},
): Promise<RunAllOutcome<Item, Value>[]> {
  if (!(concurrency >= 1)) throw new TypeError("concurrency: use a number, 1 or more");
  const outcomes: RunAllOutcome<Item, Value>[] = [];
  const atWork = new Set<Promise<void>>();
  let taken = 0;
  let done = 0;
  let failed = 0;

  async function work(item: Item, index: number): Promise<void> {
    let outcome: RunAllOutcome<Item, Value>;
    try {
      outcome = { ok: true, item, value: await worker(item, index) };
    } catch (error) {
      outcome = { ok: false, item, error };
      failed++;
    }
    outcomes[index] = outcome;
    done++;
    const progress = { done, failed, outcome };
    void tolerant(() => onProgress?.(progress));
  }

  async function takeAll(): Promise<void> {
    for await (const item of items) {
      if (signal?.aborted) break; // while the source was making the item
      const job = work(item, taken++).then(() => void atWork.delete(job));
      atWork.add(job);
      if (atWork.size >= concurrency) await Promise.race(atWork);
      if (signal?.aborted) break;
    }
  }

  try {
    // A source may be waiting for an item that never comes: an abort does not wait with it.
    if (!signal?.aborted) await abortable(takeAll(), signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    await Promise.all(atWork);
  }
  return outcomes;
}
