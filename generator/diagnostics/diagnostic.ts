import type { Location } from "../source.js";
import type { Severity } from "./message.js";
import { messages, type Code, type Values } from "./messages.js";

/** A mistake in a spec: collected, never thrown. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Location;
}

export function diagnostic<C extends Code>(code: C, at: Location, values: Values<C>): Diagnostic {
  const { severity, text } = messages[code];
  // The table's own type ties the values to the code; only the union over all codes hides it.
  return { code, severity, message: (text as (values: Values<C>) => string)(values), at };
}

/** Keeps the order of files and positions, whichever stage found the mistake. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.at.file.path, b.at.file.path) || a.at.start - b.at.start || compare(a.code, b.code),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
