import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { report, toJson } from "../diagnostics/report.js";
import type { Colors } from "./terminal.js";

/** Every diagnostic with its place, then how many there are. */
export function diagnosticText(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const counts = [count(errors, "error"), count(warnings, "warning")].filter(Boolean).join(" and ");
  const shown = diagnostics.slice(0, LIMIT).map((diagnostic) => report(diagnostic, colors));
  if (diagnostics.length > LIMIT)
    shown.push(`… and ${diagnostics.length - LIMIT} more: --json prints them all`);
  return [...shown, counts].join("\n\n");
}

/** Nobody reads more at a terminal, and mending the first mends many of the others. */
const LIMIT = 200;

const count = (number: number, thing: string): string =>
  number === 0 ? "" : `${number} ${thing}${number === 1 ? "" : "s"}`;

export const diagnosticsJson = (diagnostics: readonly Diagnostic[]): object[] =>
  diagnostics.map(toJson);
