import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { MAX_DEPTH, parse, unreadable, type Parsed } from "../load/parse.js";
import { losesDigits } from "../load/plain.js";
import type { SourceFile } from "../source.js";

/** `examples/<operation>.<part>.json`, read as JSON. */
export interface ExampleFile {
  readonly file: SourceFile;
  readonly operation: string;
  readonly part: "request" | "response";
  /** Undefined when there is a problem. */
  readonly value: unknown;
  readonly problem: Diagnostic | undefined;
  readonly locate: Parsed["locate"];
}

export function readExample(file: SourceFile): ExampleFile {
  const name = /([^/]+)\.(request|response)\.json$/u.exec(file.name);
  const head = {
    file,
    operation: name?.[1] ?? file.name.slice(file.name.lastIndexOf("/") + 1),
    part: name?.[2] === "request" ? "request" : "response",
    // JSON is YAML, whose reader knows where everything stands; read again only for a report.
    locate: (path, on) => parse(file).locate(path, on),
  } as const satisfies Partial<ExampleFile>;
  const early = unreadable(file);
  if (early !== undefined) return { ...head, value: undefined, problem: early };
  try {
    const value: unknown = JSON.parse(file.text);
    const problem = isDeep(value, MAX_DEPTH) ? tooDeep(file) : lostDigits(file);
    return { ...head, value: problem === undefined ? value : undefined, problem };
  } catch (error) {
    return { ...head, value: undefined, problem: syntaxError(file, error) };
  }
}

function isDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1));
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][0-9.eE+-]*/gu;

function lostDigits(file: SourceFile): Diagnostic | undefined {
  for (const { 0: source, index: start } of file.text.matchAll(TOKEN)) {
    if (source.startsWith('"') || !losesDigits(Number(source), source)) continue;
    return diagnostic("lost-digits", { file, start, end: start + source.length }, { source });
  }
  return undefined;
}

const tooDeep = (file: SourceFile): Diagnostic =>
  diagnostic("too-deep", { file, start: 0, end: 1 }, { limit: String(MAX_DEPTH) });

/** Some messages of the JSON reader say where; for the others the YAML reader may know. */
function syntaxError(file: SourceFile, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : "";
  const position = / at position ([0-9]+)/u.exec(message)?.[1];
  const parsed = position === undefined ? parse(file) : undefined;
  const start = Math.min(
    Number(position ?? parsed?.diagnostics[0]?.at.start ?? 0),
    Math.max(0, file.text.trimEnd().length - 1),
  );
  const reason = message.replace(/(?: in JSON)? at position.*$|, (?:\.\.\.)?".*$/su, "");
  const words = reason.charAt(0).toLowerCase() + reason.slice(1);
  return diagnostic("example-syntax", { file, start, end: start + 1 }, { reason: words });
}
