import { basename, resolve } from "node:path";
import { compile } from "../compile.js";
import type { Endpoint } from "../import/endpoint.js";
import { fragmentsOf, readBefore, readEndpoint, type ImportOptions } from "../import/import.js";
import { mergeAll, type Check } from "../import/merge-all.js";
import { readSources } from "../import/source/read.js";
import { readSpec } from "../load/read.js";
import { isCutShort, recover } from "../write/write.js";
import { emptyOutcome, isRead, show, type ImportFlags, type Outcome } from "./import-outcome.js";
import { byFolder, partedByService } from "./other-service.js";
import { progress } from "./progress.js";
import { checkLinks, writeSpec } from "./spec-write.js";
import type { ExitCode, Terminal } from "./terminal.js";

export type { ImportFlags };

/** Vendor pages into the specs of their services. */
export async function importPages(
  terminal: Terminal,
  pages: readonly string[],
  flags: ImportFlags,
): Promise<ExitCode> {
  const outcome = emptyOutcome();
  const endpoints = await readAll(terminal, pages, outcome);
  for (const home of await homesOf(endpoints, flags.spec, outcome))
    await importService(home, flags, outcome);
  if (!flags.stdout && !flags.dryRun) await writeSpec(outcome.files);
  show(terminal, flags, outcome);
  return isRead(outcome) ? 0 : 1;
}

/** The endpoints of all pages. */
async function readAll(
  terminal: Terminal,
  pages: readonly string[],
  { pages: read, diagnostics, missing }: Outcome,
): Promise<readonly Endpoint[]> {
  const endpoints: Endpoint[] = [];
  const bar = progress(terminal, "reading");
  let done = 0;
  try {
    for await (const source of readSources(pages)) {
      done += 1;
      if (source.file === undefined) {
        missing.push(source.problem);
        continue;
      }
      read.push(source.file);
      bar.step(source.file.path, done, Math.max(done, pages.length));
      const { endpoint, diagnostics: found } = readEndpoint(source.file, source.link);
      diagnostics.push(...found);
      if (endpoint !== undefined) endpoints.push(endpoint);
    }
  } finally {
    bar.stop();
  }
  return endpoints;
}

/** Where the spec of some pages is, and what it says. */
interface Home {
  readonly folder: string;
  readonly before: ReturnType<typeof readBefore>;
  readonly endpoints: readonly Endpoint[];
}

/** Each service has a spec of its own; with --spec there is only one. */
async function homesOf(
  endpoints: readonly Endpoint[],
  given: string | undefined,
  outcome: Outcome,
): Promise<readonly Home[]> {
  const homes: Home[] = [];
  for (const [folder, all] of byFolder(endpoints, given)) {
    const before = readBefore(await readSpec(folder));
    const owner = before.spec.service?.value.name;
    // Nobody can tell of which service a spec is that cannot be read: it takes nothing in.
    const isUnknown = owner === undefined && before.broken.length > 0;
    const { own, others, diagnostics } = isUnknown
      ? { own: all, others: [], diagnostics: [] }
      : partedByService(all, { folder, owner }, "import");
    outcome.diagnostics.push(...diagnostics);
    for (const { page } of others) outcome.leftOut.add(page.source);
    if (own.length > 0) homes.push({ folder, before, endpoints: own });
  }
  return homes;
}

async function importService(
  { folder, before: found, endpoints }: Home,
  flags: ImportFlags,
  outcome: Outcome,
): Promise<void> {
  const leaveOut = (problem: string): void => {
    outcome.problems.push(problem);
    for (const { page } of endpoints) outcome.leftOut.add(page.source);
  };
  let before = found;
  if (await isCutShort(folder)) {
    if (flags.stdout || flags.dryRun) {
      const unfinished = `an import into ${folder} was cut short, and finishing it would write`;
      leaveOut(`${unfinished}: import something without --dry-run and --stdout first`);
      return;
    }
    await recover(folder);
    before = readBefore(await readSpec(folder));
  }
  if (before.broken.length > 0) {
    outcome.diagnostics.push(...before.broken);
    leaveOut(`${folder} has errors: nothing was imported into it. Mend it first`);
    return;
  }
  const options: ImportOptions = { prose: flags.prose ?? false };
  const { fragments, diagnostics } = fragmentsOf(endpoints, before.spec, options);
  outcome.diagnostics.push(...diagnostics);
  if (flags.stdout) {
    const { documentsOf } = await import("../import/merge/document.js");
    outcome.texts.push(documentsOf(fragments));
    return;
  }
  const named = { path: folder, name: basename(resolve(folder)) };
  const check: Check = (files, parsing) => compile(files, parsing).diagnostics;
  const merged = await mergeAll(before, fragments, named, check);
  await checkLinks(
    folder,
    merged.files.map(({ path }) => path),
  );
  outcome.diagnostics.push(...merged.diagnostics);
  outcome.notes.push(...merged.notes);
  outcome.files.push(...merged.files.map((file) => ({ folder, ...file })));
}
