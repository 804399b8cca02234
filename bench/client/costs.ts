import type { Cost, Load } from "./protocol.js";
import { SIDES } from "./sides.js";
import { startWorker, type Worker } from "./worker.js";

/** How much is done for the figures. */
export interface Effort {
  readonly rounds: number;
  /** Rounds before those that count, five times as long: until the engine has optimised what is hot. */
  readonly warmups: number;
  readonly calls: { readonly many: number; readonly one: number };
}

/** What a side's calls took, one cost a round. */
export interface Costs {
  /** Fifty at once. */
  readonly many: readonly Cost[];
  /** One after the other. */
  readonly one: readonly Cost[];
}

/** By the side's name: `time` has CPU and wall time, `heap` what was allocated. */
export type Measured = Readonly<Record<"time" | "heap", ReadonlyMap<string, Costs>>>;

/** Nothing is collected from a young generation that has room for all of it. */
const HOARDING = ["--expose-gc", "--min-semi-space-size=256", "--max-semi-space-size=256"];
const HEAP_ROUNDS = 3;

export async function measureCosts(
  baseUrl: string,
  effort: Effort,
  progress: (text: string) => void,
): Promise<Measured> {
  progress("CPU and time");
  const time = await inTurns(baseUrl, SIDES, [], effort, progress);
  progress("heap");
  const heap = new Map<string, Costs>();
  const rounds = Math.min(effort.rounds, HEAP_ROUNDS);
  // One process after the other: each has a large heap.
  for (const name of SIDES)
    for (const [, costs] of await inTurns(baseUrl, [name], HOARDING, { ...effort, rounds }))
      heap.set(name, costs);
  return { time, heap };
}

/** Starts a process a side and has them work in turns, so that a slow moment hits them all. */
async function inTurns(
  baseUrl: string,
  names: readonly string[],
  flags: readonly string[],
  { rounds, warmups, calls }: Effort,
  progress?: (text: string) => void,
): Promise<ReadonlyMap<string, Costs>> {
  const workers = new Map<string, Worker>();
  const costs = new Map<string, { many: Cost[]; one: Cost[] }>();
  try {
    for (const name of names) {
      workers.set(name, await startWorker("client", [baseUrl, name], flags));
      costs.set(name, { many: [], one: [] });
    }
    for (let round = -warmups; round < rounds; round++) {
      progress?.(round < 0 ? "warming up" : `round ${round + 1} of ${rounds}`);
      const times = round < 0 ? 5 : 1;
      for (const [name, worker] of workers) {
        const cost = (load: Load) => worker.ask(load) as Promise<Cost>;
        const many = await cost({ calls: calls.many * times, atOnce: 50 });
        const one = await cost({ calls: calls.one * times, atOnce: 1 });
        if (round < 0) continue;
        costs.get(name)?.many.push(many);
        costs.get(name)?.one.push(one);
      }
    }
    return costs;
  } finally {
    await Promise.all([...workers.values()].map(({ stop }) => stop()));
  }
}
