import { sectionOf } from "../../words/headings.js";
import { fenceAt, type Fence } from "./fence.js";
import type { Line } from "./lines.js";
import { isDelimiter } from "./row.js";
import { repairTable } from "./table-repair.js";

/**
 * Mends what no Markdown parser reads as the vendor's site does. Lines are changed, joined and
 * added, but each still knows its place in the source.
 */
export function repair(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    if (line === undefined) break;
    const fence = fenceAt(lines, i);
    if (fence !== undefined) {
      out.push(...fenced(lines, fence));
      i = fence.next;
    } else if (startsTable(lines, i)) {
      const { table, next } = repairTable(lines, i);
      // Without the blank lines, text before and after would become part of the table.
      out.push(blank(line), ...table, blank(line));
      i = next;
    } else {
      out.push(unglueMarks(boundNesting(uncomment(line))));
      i += 1;
    }
  }
  return out;
}

const startsTable = (lines: readonly Line[], i: number): boolean =>
  (lines[i]?.text.includes("|") ?? false) &&
  !isDelimiter(lines[i]?.text ?? "") &&
  isDelimiter(lines[i + 1]?.text ?? "");

const blank = ({ start }: Line): Line => ({ text: "", start, end: start });

/** A fence that is never closed would swallow all sections below it. */
function fenced(lines: readonly Line[], { start, next, mark, isClosed }: Fence): Line[] {
  const inside = lines.slice(start, next);
  const last = inside.at(-1);
  return isClosed || last === undefined ? inside : [...inside, { ...blank(last), text: mark }];
}

/** `###请求体` is a heading on the vendor's site. */
function unglueMarks(line: Line): Line {
  const glued = /^ {0,3}(#{1,6})([^#\s].*)$/u.exec(line.text);
  if (glued === null || sectionOf(glued[2] ?? "") === undefined) return line;
  return { ...line, text: `${glued[1]} ${glued[2]}` };
}

/** Parsers look for the end of every comment anew; what is in one says nothing that we read. */
const uncomment = (line: Line): Line =>
  line.text.includes("<!--") ? { ...line, text: line.text.replace(/<!--/gu, "") } : line;

/** Parsers descend into every quote and list; lines may open thousands. */
function boundNesting(line: Line): Line {
  const indent = /^\s*/u.exec(line.text)?.[0].length ?? 0;
  const marks = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))){9,}/u.exec(line.text)?.[0];
  if (marks !== undefined) return { ...line, text: line.text.slice(marks.length).trim() };
  return indent > 24 ? { ...line, text: line.text.trimStart() } : line;
}
