import type { Section } from "../../words/headings.js";
import type { Line } from "../markdown/lines.js";
import { linesOf } from "../markdown/lines.js";
import { cellsOf, isDelimiter } from "../markdown/row.js";
import { bareSection } from "./heading.js";
import { sampleEnd } from "./sample-end.js";
import { isHeader, tableLines } from "./table-lines.js";

/**
 * The Markdown that a flat text was made from, as far as it can be told: headings get their marks,
 * tables their borders, and examples their fences. Each line keeps its place in the source.
 */
export function restored(text: string): Line[] {
  const out: Line[] = [];
  let table: Line[] = [];
  let section: Section | undefined;
  let hasTitle = false;
  let tables = 0;

  // Too many for the arguments of one call to push.
  const addAll = (lines: readonly Line[]): void => {
    for (const line of lines) out.push(line);
  };
  const endTable = (): void => {
    if (table.length === 0) return;
    addAll([...tableLines(table, section), blankAt(table.at(-1))]);
    tables += 1;
    table = [];
  };
  const add = (line: Line, mark: string): void => {
    endTable();
    out.push({ ...line, text: mark + line.text.trim() }, blankAt(line));
  };

  const lines = linesOf(text);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    const words = line?.text.trim() ?? "";
    if (line === undefined || words === "") continue;
    const opened = bareSection(words);
    if (opened !== undefined) {
      add(line, "## ");
      [section, tables, hasTitle] = [opened, 0, true];
    } else if (isSampleStart(words, section, lines[i + 1]?.text)) {
      endTable();
      const start = text.indexOf(words, line.start);
      const from = /^[[{]/u.test(words) ? start : start + words.length;
      const end = sampleEnd(text, Math.max(from, bracketFrom(text, from)));
      addAll(fenced(text, from, end));
      // What is glued to the example is a line of its own.
      while (i + 1 < lines.length && (lines[i + 1]?.start ?? 0) < end) i += 1;
      const last = lines[i];
      if (last !== undefined && last.end > end) {
        lines[i] = { text: text.slice(end, last.end), start: end, end: last.end };
        i -= 1;
      }
    } else if (words.includes("|") && (table.length > 0 || cellsOf(words).length > 1)) {
      const isNext = isHeader(words) || isDelimiter(lines[i + 1]?.text ?? "");
      if (isNext && table.length > 0) endTable();
      table.push(line);
    } else if (!hasTitle) {
      add(line, "# ");
      hasTitle = true;
    } else if (table.length > 0 && isRow(nextWords(lines, i))) {
      // A line between two rows goes on with the one above.
      const row = table.pop();
      if (row !== undefined) table.push(joined(row, line));
    } else if (tables > 0 && isHeader(nextWords(lines, i)) && words.length <= 40) {
      // A further table with words above it describes something of the page's own making.
      add(line, "#### ");
    } else if (!/^[-=_*\s]+$/u.test(words)) {
      add(line, /^[#>`~]/u.test(words) ? "\\" : "");
    }
  }
  endTable();
  return out;
}

const blankAt = (line: Line | undefined): Line => {
  const end = line?.end ?? 0;
  return { text: "", start: end, end };
};

function isSampleStart(words: string, section: Section | undefined, next = ""): boolean {
  if (/^(?:json|http|curl|javascript)$/iu.test(words)) return /^\s*[[{]/u.test(next);
  if (!/^[[{]/u.test(words)) return false;
  return /Example$/u.test(section ?? "") || /^(?:[[{]\s*)+(?:"|$)/u.test(words);
}

const bracketFrom = (text: string, from: number): number => {
  const bracket = /[[{]/gu;
  bracket.lastIndex = from;
  return bracket.exec(text)?.index ?? text.length;
};

function fenced(text: string, from: number, end: number): Line[] {
  const edge = (at: number, mark: string): Line => ({ text: mark, start: at, end: at });
  const inner = linesOf(text.slice(from, end))
    .map((line) => ({ text: line.text, start: line.start + from, end: line.end + from }))
    .filter((line) => line.text.trim() !== "");
  return [edge(from, "~~~json"), ...inner, edge(end, "~~~"), edge(end, "")];
}

function nextWords(lines: readonly Line[], index: number): string {
  for (let i = index + 1; i < lines.length && i < index + 4; i += 1) {
    const words = lines[i]?.text.trim() ?? "";
    if (words !== "") return words;
  }
  return "";
}

const isRow = (words: string): boolean =>
  words.includes("|") && cellsOf(words).length > 1 && !isHeader(words);

function joined(row: Line, { text, end }: Line): Line {
  const open = row.text.trimEnd().replace(/(?<!\\)\|$/u, "");
  return { text: `${open} ${text.trim()}`, start: row.start, end };
}
