import pc from "picocolors";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { report, toJson } from "../diagnostics/report.js";

/** Where a command talks: data to stdout, everything else to stderr. */
export interface Terminal {
  readonly data: (text: string) => void;
  readonly talk: (text: string) => void;
  readonly json: boolean;
  readonly colors: { readonly data: Colors; readonly talk: Colors };
  readonly isInteractive: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

export function terminal(json: boolean): Terminal {
  return {
    json,
    data: (text) => void process.stdout.write(`${text}\n`),
    talk: (text) => void process.stderr.write(`${text}\n`),
    colors: { data: colorsOf(process.stdout), talk: colorsOf(process.stderr) },
    isInteractive: process.stderr.isTTY === true && !json,
  };
}

/** Colours only where a person looks, and not if that person said no. */
const colorsOf = (stream: { readonly isTTY?: boolean }): Colors =>
  pc.createColors(
    stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
  );

/** What a command can end with: fine, problems or differences, wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command that was called in a way that cannot work; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

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

export const jsonText = (value: object): string => JSON.stringify(value, null, 2);

export const diagnosticsJson = (diagnostics: readonly Diagnostic[]): object[] =>
  diagnostics.map(toJson);
