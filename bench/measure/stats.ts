/** The middle of several figures, and how far they spread. */
export interface Stats {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function stats(figures: readonly number[]): Stats {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
}

/**
 * How many times the second figures the first are, round by round: what slows a whole machine down
 * for a while slows both sides of a round, and cancels out.
 */
export const ratio = (figures: readonly number[], base: readonly number[]): Stats =>
  stats(figures.map((figure, round) => figure / (base[round] ?? Number.NaN)));
