import pc from "picocolors";
import { columns } from "../columns.js";
import type { Diagnostic } from "./diagnostic.js";
import { position } from "./position.js";

type Colors = ReturnType<typeof pc.createColors>;

/** The source line with carets under the place, wide characters counted as the terminal does. */
export function report(diagnostic: Diagnostic, colors: Colors = pc.createColors(false)): string {
  const { at, code, severity, message } = diagnostic;
  const { line, column, text } = position(at);
  const paint = severity === "error" ? colors.red : colors.yellow;
  const number = String(line);
  const before = text.slice(0, column - 1);
  const { shown, cut } = window(before, text);
  const marked = text.slice(column - 1, Math.min(at.end - at.start + column - 1, cut + WIDTH));
  const width = (part: string) => columns(printable(part));
  return [
    `${colors.bold(`${printable(at.file.path)}:${number}:${column}`)} ${paint(severity)} ${colors.dim(code)}`,
    `  ${printable(message)}`,
    `  ${colors.dim(`${number} |`)} ${printable(shown).trimEnd()}`,
    `  ${" ".repeat(number.length)} ${colors.dim("|")} ` +
      " ".repeat(width(before.slice(cut))) +
      paint("^".repeat(Math.max(1, Math.min(width(marked), 60)))),
  ].join("\n");
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

/** One column in, one column out, so that carets stay under their characters and no text moves the cursor. */
const printable = (text: string): string => text.replace(CONTROL, " ");

const WIDTH = 160;

/** A very long line is shown around the place only. */
function window(before: string, text: string): { shown: string; cut: number } {
  const cut = before.length < WIDTH / 2 ? 0 : before.length - WIDTH / 4;
  return { shown: text.slice(cut, cut + WIDTH), cut };
}
