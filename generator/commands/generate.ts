import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Difference, Plan, Reason } from "../write/plan.js";
import { build } from "./build.js";
import { progress } from "./progress.js";
import { outputOf, readSpecFolder } from "./spec.js";
import { jsonText, type ExitCode, type Terminal } from "./terminal.js";

export interface GenerateOptions {
  readonly spec: string;
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Writes the package; a spec with errors, or a file that somebody edited, leaves everything as it was. */
export async function generate(terminal: Terminal, options: GenerateOptions): Promise<ExitCode> {
  const { spec, force = false } = options;
  const out = outputOf(spec, options.out);
  const files = await readSpecFolder(spec);
  const { recover, write } = await import("../write/write.js");
  await recover(out);
  const bar = progress(terminal, "generating");
  const { diagnostics, plan } = await build(files, out, bar.step).finally(bar.stop);
  if (plan === undefined) return broken(terminal, diagnostics);

  const refused = force ? [] : plan.differences.filter(({ reason }) => isNotOurs(reason));
  if (refused.length > 0) return refuse(terminal, out, refused);
  await write(out, plan);
  if (terminal.json)
    terminal.data(jsonText({ ...summary(plan), diagnostics: await jsonOf(diagnostics) }));
  else {
    if (diagnostics.length > 0) terminal.talk(`${await textOf(diagnostics, terminal)}\n`);
    terminal.talk(`${out}: ${sentence(plan)}`);
  }
  return 0;
}

/** Compares instead of writing: fails when the folder is not what the spec gives. */
export async function check(terminal: Terminal, options: GenerateOptions): Promise<ExitCode> {
  const { spec } = options;
  const out = outputOf(spec, options.out);
  const files = await readSpecFolder(spec);
  const bar = progress(terminal, "comparing");
  const { diagnostics, plan, ...found } = await build(files, out, bar.step).finally(bar.stop);
  if (plan === undefined) return broken(terminal, diagnostics);
  const { differences } = plan;
  const { changed, isFromOther } = found;
  if (terminal.json)
    terminal.data(jsonText({ differences, changed, diagnostics: await jsonOf(diagnostics) }));
  else {
    for (const path of changed)
      terminal.data(`${path} has changed since the package was generated`);
    for (const line of differences.map((difference) => differenceText(out, difference)))
      terminal.data(line);
    terminal.talk(await verdict(out, spec, differences, isFromOther && changed.length === 0));
  }
  return differences.length === 0 ? 0 : 1;
}

async function verdict(
  out: string,
  spec: string,
  differences: readonly Difference[],
  isFromOther: boolean,
): Promise<string> {
  if (differences.length === 0) return `${out} is up to date`;
  const { isCutShort } = await import("../write/write.js");
  if (await isCutShort(out))
    return `${out} was left half done by an earlier run: run larkgen generate`;
  return isFromOther
    ? `${out} was made by another version of larkgen, perhaps a newer one than this: build larkgen, or run larkgen generate`
    : `${out} is not what ${spec} gives: run larkgen generate`;
}

async function broken(terminal: Terminal, diagnostics: readonly Diagnostic[]): Promise<ExitCode> {
  if (terminal.json) terminal.data(jsonText({ diagnostics: await jsonOf(diagnostics) }));
  else terminal.talk(`${await textOf(diagnostics, terminal)}: nothing was written`);
  return 1;
}

// Loaded when there is something to say: most runs end without.
const jsonOf = async (diagnostics: readonly Diagnostic[]): Promise<object[]> =>
  diagnostics.length === 0 ? [] : (await import("./diagnostics.js")).diagnosticsJson(diagnostics);

async function textOf(diagnostics: readonly Diagnostic[], { colors }: Terminal): Promise<string> {
  const { diagnosticText } = await import("./diagnostics.js");
  return diagnosticText(diagnostics, colors.talk);
}

const isNotOurs = (reason: Reason): boolean => reason === "edited" || reason === "foreign";

function refuse(terminal: Terminal, out: string, differences: readonly Difference[]): ExitCode {
  if (terminal.json) terminal.data(jsonText({ refused: differences }));
  else {
    for (const line of differences.map((difference) => differenceText(out, difference)))
      terminal.talk(line);
    terminal.talk(
      "Nothing was written. Change the spec instead of these files, move them away, or overwrite them with --force",
    );
  }
  return 1;
}

const REASONS: Readonly<Record<Reason, string>> = {
  missing: "is missing",
  outdated: "is out of date",
  edited: "was edited by hand",
  foreign: "stands in the way and was not generated",
  stale: "is no longer generated",
};

const differenceText = (out: string, { path, reason }: Difference): string =>
  `${join(out, path)} ${REASONS[reason]}`;

const summary = ({ writes, removals, unchanged }: Plan) => ({
  written: writes.map(({ path }) => path),
  removed: removals,
  unchanged,
});

function sentence({ writes, removals, unchanged }: Plan): string {
  if (writes.length + removals.length === 0)
    return `nothing to do, ${unchanged} files are up to date`;
  const removed = removals.length > 0 ? `, ${removals.length} removed` : "";
  return `${writes.length} written${removed}, ${unchanged} unchanged`;
}
