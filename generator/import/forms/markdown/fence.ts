import { sectionOf } from "../../words/headings.js";
import type { Line } from "./lines.js";

/** A fenced block of lines. */
export interface Fence {
  /** Index of the line that opens it. */
  readonly start: number;
  /** Index of the first line after it. */
  readonly next: number;
  /** What closes it. */
  readonly mark: string;
  readonly isClosed: boolean;
}

/** The fence that a line opens. It ends before a heading of the vendor's when nothing closes it. */
export function fenceAt(lines: readonly Line[], start: number): Fence | undefined {
  const mark = /^\s*(`{3,}|~{3,})[^`]*$/u.exec(lines[start]?.text ?? "")?.[1];
  if (mark === undefined) return undefined;
  for (let i = start + 1; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? "";
    const closing = text.trim();
    if (closing.startsWith(mark) && closing === mark.charAt(0).repeat(closing.length)) {
      return { start, next: i + 1, mark, isClosed: true };
    }
    const heading = /^#{2,4}\s+(.{1,60})$/u.exec(text)?.[1];
    if (heading !== undefined && sectionOf(heading) !== undefined) {
      return { start, next: i, mark, isClosed: false };
    }
  }
  return { start, next: lines.length, mark, isClosed: false };
}
