import type { Location, SourceFile } from "../source.js";

export interface Position {
  readonly line: number;
  readonly column: number;
  /** The whole line. */
  readonly text: string;
}

/** Lines and columns start at 1. */
export function position({ file, start }: Location): Position {
  const starts = lineStarts(file);
  const line = lineOf(file, start);
  const from = starts[line - 1] ?? 0;
  const next = starts[line];
  return {
    line,
    column: start - from + 1,
    text: file.text.slice(from, next === undefined ? undefined : next - 1),
  };
}

export function lineOf(file: SourceFile, offset: number): number {
  const starts = lineStarts(file);
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Counted once for each file: thousands of mistakes in one must not cost thousands of readings. */
const counted = new WeakMap<SourceFile, readonly number[]>();

function lineStarts(file: SourceFile): readonly number[] {
  const known = counted.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = file.text.indexOf("\n"); at >= 0; at = file.text.indexOf("\n", at + 1)) {
    starts.push(at + 1);
  }
  counted.set(file, starts);
  return starts;
}
