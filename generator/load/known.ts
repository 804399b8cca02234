import type { SourceFile } from "../source.js";
import { MAX_DEPTH, parse, unreadable, type Parsed } from "./parse.js";
import { losesDigits } from "./plain.js";

/**
 * A file of which is known what it says: where things stand is found out when it is asked for, which
 * is for diagnostics.
 */
export function known(file: SourceFile, value: unknown): Parsed {
  let parsed: Parsed | undefined;
  return {
    file,
    value,
    isReadable: true,
    diagnostics: [],
    holes: [],
    locate: (way, on) => (parsed ??= parse(file)).locate(way, on),
  };
}

/** A file that was printed from a value; it is read only where reading may find something wrong. */
export const printed = (file: SourceFile, value: unknown): Parsed =>
  unreadable(file) === undefined && isSound(value, MAX_DEPTH) ? known(file, value) : parse(file);

/** Whether the reader takes a value as it is, whatever is in it. */
function isSound(value: unknown, left: number): boolean {
  if (typeof value === "number") return !losesDigits(value, String(value));
  if (typeof value !== "object") return value !== undefined;
  if (value === null || left === 0) return false;
  return Object.entries(value).every(
    ([key, inner]) => key !== "<<" && key !== "__proto__" && isSound(inner, left - 1),
  );
}
