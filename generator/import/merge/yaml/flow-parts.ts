import type { Edit } from "./edit.js";
import { fits } from "./layout.js";
import { flowLines, flowText } from "./print.js";
import { lineEnd, lineStart } from "./ranges.js";
import { scalarText, type Plain } from "./scalar.js";

/** A pair or an item of a map or a list in flow. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly isKept: boolean;
}

/** A pair or an item that is new, and the place of the part that it follows; -1 when it is the first. */
export interface Addition {
  readonly after: number;
  /** Undefined in lists. */
  readonly key: string | undefined;
  readonly value: Plain;
}

/**
 * The edits that take parts away and add others, on lines of their own where those around them have
 * such. Undefined when nothing would be left, a comment would go, or a line would be too long.
 */
export function rearranged(
  text: string,
  open: number,
  parts: readonly Part[],
  added: readonly Addition[],
): readonly Edit[] | undefined {
  if (!parts.some(({ isKept }) => isKept)) return undefined;
  const edits: Edit[] = [];
  const places = [...new Set(added.map(({ after }) => after))];
  for (const place of places) {
    const news = added.filter(({ after }) => after === place);
    const edit = place < 0 ? first(text, open, parts, news) : behind(text, parts, place, news);
    if (edit === undefined) return undefined;
    edits.push(...edit);
  }
  for (const [i, part] of parts.entries()) {
    const edit = part.isKept ? undefined : removal(text, parts, i);
    if (edit === undefined) continue;
    const isLine = edit.end > lineEnd(text, part.end);
    if (!isLine && text.slice(edit.start, edit.end).includes("#")) return undefined;
    edits.push(edit);
  }
  return edits;
}

function first(
  text: string,
  open: number,
  parts: readonly Part[],
  added: readonly Addition[],
): readonly Edit[] | undefined {
  const indent = ownIndent(text, parts, 0);
  const end = lineEnd(text, open);
  if (indent !== undefined && /^\s*(?:#.*)?$/u.test(text.slice(open + 1, end))) {
    const lines = added.map((one) => `\n${indent}${onLines(one, indent)},`);
    return [{ start: end, end, text: lines.join("") }];
  }
  const start = parts[0]?.start ?? open + 1;
  return onLine(text, start, added.map((one) => `${inLine(one)}, `).join(""));
}

function behind(
  text: string,
  parts: readonly Part[],
  place: number,
  added: readonly Addition[],
): readonly Edit[] | undefined {
  const end = parts[place]?.end ?? 0;
  const indent = ownIndent(text, parts, place);
  if (indent === undefined)
    return onLine(text, end, added.map((one) => `, ${inLine(one)}`).join(""));
  const to = lineEnd(text, end);
  const lines = added.map((one) => `\n${indent}${onLines(one, indent)}`);
  const hasComma = /^\s*,/u.test(text.slice(end, to));
  if (hasComma) return [{ start: to, end: to, text: lines.map((line) => `${line},`).join("") }];
  if (place < parts.length - 1) return undefined;
  return [
    { start: end, end, text: "," },
    { start: to, end: to, text: lines.join(",") },
  ];
}

function onLine(text: string, at: number, added: string): readonly Edit[] | undefined {
  const line = text.slice(lineStart(text, at), lineEnd(text, at));
  return fits(line + added, 0) ? [{ start: at, end: at, text: added }] : undefined;
}

function removal(text: string, parts: readonly Part[], i: number): Edit | undefined {
  const { start, end } = parts[i] ?? { start: 0, end: 0 };
  if (ownIndent(text, parts, i) !== undefined)
    return { start: lineStart(text, start), end: lineEnd(text, end) + 1, text: "" };
  const next = parts.findIndex(({ isKept }, j) => j > i && isKept);
  if (next >= 0) return { start, end: parts[i + 1]?.start ?? end, text: "" };
  const before = parts.findLast(({ isKept }) => isKept);
  return { start: before?.end ?? start, end, text: "" };
}

/** What stands before a part that has its lines for itself. */
function ownIndent(text: string, parts: readonly Part[], i: number): string | undefined {
  const part = parts[i];
  if (part === undefined) return undefined;
  const indent = text.slice(lineStart(text, part.start), part.start);
  const rest = text.slice(part.end, lineEnd(text, part.end));
  return indent.trim() === "" && /^\s*,?\s*(?:#.*)?$/u.test(rest) ? indent : undefined;
}

const nameOf = ({ key }: Addition): string => (key === undefined ? "" : `${scalarText(key)}: `);

const inLine = (addition: Addition): string => nameOf(addition) + flowText(addition.value);

function onLines(addition: Addition, { length }: string): string {
  const name = nameOf(addition);
  return name + flowLines(addition.value, length, length + name.length + 1);
}
