import type { NameCell } from "./name-cell.js";

/**
 * How deep each row of a table is. Undefined where the table does not show it: marks all alike
 * (`∟ name`) say that a row is within another one, not within which.
 */
export function depthsOf(cells: readonly NameCell[]): (number | undefined)[] {
  const marked = cells.filter(({ marks }) => marks > 0);
  if (marked.length === 0) return byBlanks(cells);
  const isIndented = marked.some(({ indent }) => indent > 0);
  if (!isIndented) {
    const isCounted = marked.some(({ marks }) => marks > 1);
    return cells.map(({ marks }) => (marks === 0 ? 0 : isCounted ? marks : undefined));
  }
  // Where some marks have no blanks before them, those are one level deep already.
  const base = marked.some(({ indent }) => indent === 0) ? 1 : 0;
  const isEven = marked.every(({ indent }) => indent % 2 === 0);
  if (isEven) return cells.map(({ marks, indent }) => (marks === 0 ? 0 : indent / 2 + base));
  return byRank(cells.map(({ marks, indent }) => (marks === 0 ? 0 : indent + base)));
}

/** Like Python: deeper than the row before is one level more; less deep is back at an open level. */
function byRank(widths: readonly number[]): number[] {
  const open: number[] = [];
  return widths.map((width) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= width) open.pop();
    open.push(width);
    return open.length - 1;
  });
}

/**
 * Marks lost, blanks kept. They are taken where names are code spans, as programs write them, and
 * step down two by two: in tables written by hand stray blanks abound.
 */
function byBlanks(cells: readonly NameCell[]): (number | undefined)[] {
  const least = Math.min(...cells.slice(0, 1000).map(({ indent }) => indent));
  const depths = cells.map(({ indent }) => (indent - least) / 2);
  const isPlausible = depths.every(
    (depth, i) =>
      Number.isInteger(depth) && depth >= 0 && depth <= (i === 0 ? 0 : (depths[i - 1] ?? 0) + 1),
  );
  const isByProgram = cells.every(({ isCode }) => isCode);
  const isNested = depths.some((depth) => depth > 0);
  return isByProgram && isPlausible && isNested ? depths : cells.map(() => undefined);
}
