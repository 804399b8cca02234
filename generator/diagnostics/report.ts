import pc from "picocolors";
import stringWidth from "string-width";
import type { Location } from "../load/source.js";
import type { Diagnostic } from "./diagnostic.js";

type Colors = ReturnType<typeof pc.createColors>;

/** The source line with carets under the place, wide characters counted as the terminal does. */
export function report(diagnostic: Diagnostic, colors: Colors = pc.createColors(false)): string {
  const { at, code, severity, message } = diagnostic;
  const { line, column, text } = position(at);
  const paint = severity === "error" ? colors.red : colors.yellow;
  const number = String(line);
  const before = text.slice(0, column - 1);
  const marked = text.slice(column - 1, column - 1 + Math.max(1, at.end - at.start));
  const { shown, cut } = window(before, text);
  return [
    `${colors.bold(`${at.file.path}:${number}:${column}`)} ${paint(severity)} ${colors.dim(code)}`,
    `  ${message}`,
    `  ${colors.dim(`${number} |`)} ${shown}`,
    `  ${" ".repeat(number.length)} ${colors.dim("|")} ` +
      " ".repeat(stringWidth(before.slice(cut))) +
      paint("^".repeat(Math.max(1, Math.min(stringWidth(marked), 60)))),
  ].join("\n");
}

export interface Position {
  readonly line: number;
  readonly column: number;
  /** The whole line, without characters that would move the terminal's cursor. */
  readonly text: string;
}

export function position({ file, start }: Location): Position {
  const before = file.text.slice(0, start);
  const from = before.lastIndexOf("\n") + 1;
  const end = file.text.indexOf("\n", start);
  return {
    line: before.split("\n").length,
    column: start - from + 1,
    text: printable(file.text.slice(from, end < 0 ? undefined : end)),
  };
}

/** A diagnostic as `--json` prints it: lines and columns start at 1. */
export function toJson({ code, severity, message, at }: Diagnostic): object {
  const start = position(at);
  const end = position({ ...at, start: at.end });
  return {
    code,
    severity,
    message,
    file: at.file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One column in, one column out, so that carets stay under their characters. */
export const printable = (text: string): string => text.replace(CONTROL, " ");

const WIDTH = 160;

/** A very long line is shown around the place only. */
function window(before: string, text: string): { shown: string; cut: number } {
  const cut = before.length < WIDTH / 2 ? 0 : before.length - WIDTH / 4;
  return { shown: text.slice(cut, cut + WIDTH), cut };
}
