import { fenceAt } from "./fence.js";
import type { Line } from "./lines.js";
import { cellsOf, isDelimiter } from "./row.js";

/** A table that every parser reads as one, and the first line after it. */
export interface Repaired {
  readonly table: readonly Line[];
  readonly next: number;
}

export function repairTable(lines: readonly Line[], start: number): Repaired {
  const header = lines[start] ?? EMPTY;
  const delimiter = lines[start + 1] ?? EMPTY;
  const named = cellsOf(header.text).length;
  // `Facts |` over `---|---`: the last header is empty.
  const isOpen = /^\s*[^|\s].*\|\s*$/u.test(header.text);
  const width = isOpen && cellsOf(delimiter.text).length === named + 1 ? named + 1 : named;
  const rows: Growing[] = [];
  const table = () => [
    { ...header, text: enclose(header.text) + " |".repeat(width - named) },
    { ...delimiter, text: delimiterOf(width) },
    ...rows.map(({ lines }) => joined(lines)),
  ];

  let i = skipBlanks(lines, start + 2, width);
  while (i < lines.length) {
    const line = lines[i] ?? EMPTY;
    const last = rows.at(-1);
    if (last !== undefined && continues(last, line.text, width)) {
      const end = fenceAt(lines, i)?.next ?? i + 1;
      for (const more of lines.slice(i, end)) {
        last.lines.push(more);
        last.cells += cellsOf(more.text).length - 1;
      }
      i = end;
    } else if (isRow(line.text)) {
      const { row, heading } = splitHeading(line);
      rows.push({ lines: [row], cells: cellsOf(row.text).length });
      if (heading !== undefined) {
        return { table: [...table(), BLANK(heading), heading], next: i + 1 };
      }
      i += 1;
    } else break;
    i = skipBlanks(lines, i, width);
  }
  return { table: table(), next: i };
}

/** A row that may go on in the next line. */
interface Growing {
  readonly lines: Line[];
  cells: number;
}

const EMPTY: Line = { text: "", start: 0, end: 0 };
const BLANK = ({ start }: Line): Line => ({ text: "", start, end: start });

/** Headings and fences end a table; text without any border is no row, but may begin one. */
function isRow(text: string): boolean {
  if (/^\s*(?:#{1,6}\s|```|~~~)/u.test(text)) return false;
  return text.includes("|") || breaks(text);
}

/** Two blanks at a line's end break the line within a cell in one of the vendor's forms. */
const breaks = (text: string): boolean => text.endsWith("  ") && text.trim() !== "";

/**
 * Whether a line goes on with the row before it: the row ends in a line break, or was one cell's
 * first part, and the line is not itself a whole row.
 */
function continues({ lines, cells }: Growing, line: string, width: number): boolean {
  if (line.trim() === "" || /^\s*#{1,6}\s/u.test(line)) return false;
  const last = lines.at(-1)?.text ?? "";
  if (!breaks(last) || last.trimEnd().endsWith("|")) return false;
  return cells < width || cellsOf(line).length < Math.max(2, width);
}

function joined(lines: readonly Line[]): Line {
  const [first = EMPTY] = lines;
  const text = lines.map(({ text }) => text.trim()).join("<br>");
  return { text: enclose(text), start: first.start, end: lines.at(-1)?.end ?? first.end };
}

/** Empty lines between rows end a table for parsers, not for the vendor. */
function skipBlanks(lines: readonly Line[], from: number, width: number): number {
  let i = from;
  while (i < lines.length && lines[i]?.text.trim() === "") i += 1;
  const text = lines[i]?.text ?? "";
  const goesOn =
    i > from && text.includes("|") && cellsOf(text).length === width && !/^\s*[#>`-]/u.test(text);
  return goesOn && !isDelimiter(lines[i + 1]?.text ?? "") ? i : from;
}

/** `| … | ### Path parameters`: the next heading on the line of the last row. */
function splitHeading(line: Line): { row: Line; heading?: Line } {
  const found = /\|\s*(#{1,6}\s+[^|#]{1,60})$/u.exec(line.text);
  if (found === null) return { row: line };
  const at = line.text.length - (found[1]?.length ?? 0);
  return {
    row: { ...line, text: line.text.slice(0, at) },
    heading: { text: line.text.slice(at), start: line.start + at, end: line.end },
  };
}

/** With both borders, no row looks like a list, a quote or code. */
function enclose(row: string): string {
  const text = row.trim();
  return `${text.startsWith("|") ? "" : "| "}${text}${/(?<!\\)\|$/u.test(text) ? "" : " |"}`;
}

/** Vendors write more or fewer dashes than columns, and parsers then see no table. */
const delimiterOf = (width: number): string => `|${" --- |".repeat(width)}`;
