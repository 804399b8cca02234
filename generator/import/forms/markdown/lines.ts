/** A line as it is read, and the place in the source that it stands for. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Line ends of every kind; their characters belong to no line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const end = /\r\n|\n|\r/gu;
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (const {
    index,
    0: { length },
  } of text.matchAll(end)) {
    if (index < start) continue;
    lines.push({ text: text.slice(start, index), start, end: index });
    start = index + length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}

/** The place of a line's text without the blanks around it. */
export function placeOf(
  lines: readonly Line[],
  from: number,
  to = from,
): { start: number; end: number } {
  const first = lines[Math.min(from, lines.length - 1)];
  const last = lines[Math.min(to, lines.length - 1)];
  return { start: first?.start ?? 0, end: Math.max(first?.start ?? 0, last?.end ?? 0) };
}
