import { join } from "node:path";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source.js";
import { diagnosticsJson, diagnosticText } from "./diagnostics.js";
import { diffText } from "./diff-text.js";
import { countPages, summaryOf } from "./import-summary.js";
import type { SpecWrite } from "./spec-write.js";
import { jsonText, type Terminal } from "./terminal.js";

export interface ImportFlags {
  readonly spec?: string | undefined;
  readonly stdout?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly prose?: boolean | undefined;
}

/** What came of the pages so far; whatever fails is said, and the others go on. */
export interface Outcome {
  /** Those that could be read, of operations or not. */
  readonly pages: SourceFile[];
  /** Sentences about arguments that lead to no page. */
  readonly missing: string[];
  /** Sentences about specs that take nothing in. */
  readonly problems: string[];
  /** The pages of their services. */
  readonly leftOut: Set<SourceFile>;
  readonly diagnostics: Diagnostic[];
  readonly notes: string[];
  readonly files: SpecWrite[];
  readonly texts: string[];
}

export const emptyOutcome = (): Outcome => ({
  pages: [],
  missing: [],
  problems: [],
  leftOut: new Set(),
  diagnostics: [],
  notes: [],
  files: [],
  texts: [],
});

export const isRead = ({ missing, problems, diagnostics }: Outcome): boolean =>
  missing.length === 0 && problems.length === 0 && !diagnostics.some(isError);

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

export function show(terminal: Terminal, flags: ImportFlags, outcome: Outcome): void {
  const { files, texts, notes, missing, problems } = outcome;
  const diagnostics = sortDiagnostics(outcome.diagnostics);
  const counts = countPages(outcome.pages, missing.length, outcome.leftOut, diagnostics);
  const isWritten = !flags.dryRun;
  if (terminal.json) {
    const changes = files.map((file) => ({
      path: join(file.folder, file.path),
      change: changeOf(file),
      written: isWritten,
      ...(isWritten ? {} : { diff: diffText(file) }),
    }));
    const text = flags.stdout ? { text: texts.join("\n---\n") } : {};
    const talk = { notes, problems: [...missing, ...problems] };
    const found = { pages: counts, diagnostics: diagnosticsJson(diagnostics) };
    terminal.data(jsonText({ files: changes, ...text, ...talk, ...found }));
    return;
  }
  if (texts.some((text) => text !== "")) terminal.data(texts.join("\n---\n"));
  if (flags.dryRun) for (const file of files) terminal.data(diffText(file, terminal.colors.data));
  for (const line of [...notes, ...missing, ...problems]) terminal.talk(line);
  if (diagnostics.length > 0)
    terminal.talk(`${diagnosticText(diagnostics, terminal.colors.talk)}\n`);
  if (!flags.stdout) {
    for (const file of files)
      terminal.talk(
        `${join(file.folder, file.path)} ${isWritten ? "" : "would be "}${changeOf(file)}`,
      );
    if (files.length === 0)
      terminal.talk(isRead(outcome) ? "nothing to do: no file changes" : "no file changes");
  }
  if (outcome.pages.length + missing.length > 1)
    terminal.talk(summaryOf(counts, verbOf(flags, files.length > 0 || counts.imported === 0)));
}

const changeOf = ({ before }: SpecWrite): "created" | "changed" =>
  before === undefined ? "created" : "changed";

const verbOf = ({ stdout, dryRun }: ImportFlags, isChanged: boolean): string => {
  if (stdout) return "printed";
  if (!isChanged) return "imported before";
  return dryRun ? "would be imported" : "imported";
};
