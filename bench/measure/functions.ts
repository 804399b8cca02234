import { measure } from "mitata";

/** Something to call many times over; what it returns is kept from being optimised away. */
export interface Side {
  readonly name: string;
  readonly run: () => unknown;
}

/** Nanoseconds a call by the side's name, one figure a round. */
export type Rounds = ReadonlyMap<string, readonly number[]>;

export interface Times {
  readonly rounds: number;
  readonly ms: number;
  /** Rounds before those that count. */
  readonly warmup?: number;
  /** Calls of a fast function between two looks at the clock; fewer when slower sides should not take long. */
  readonly batch?: number;
}

/** Calls the sides in turns, for some milliseconds each, so that a slow moment hits them all. */
export async function timeFunctions(
  sides: readonly Side[],
  { rounds, ms, warmup = 1, batch = 4096 }: Times,
): Promise<Rounds> {
  const figures = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  const options = { min_cpu_time: ms * 1e6, min_samples: 2, batch_samples: batch };
  for (let round = 0; round < warmup + rounds; round++)
    for (const { name, run } of sides) {
      const { p50 } = await measure(run, options);
      if (round >= warmup) figures.get(name)?.push(p50);
    }
  return figures;
}
