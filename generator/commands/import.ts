import { basename, join, resolve } from "node:path";
import { compile } from "../compile.js";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Endpoint } from "../import/endpoint.js";
import {
  fragmentsOf,
  readBefore,
  readEndpoint,
  serviceOf,
  type ImportOptions,
} from "../import/import.js";
import { mergeAll } from "../import/merge-all.js";
import { readSources } from "../import/source/read.js";
import { readSpec } from "../load/read.js";
import type { SourceFile } from "../source.js";
import { isCutShort, recover } from "../write/write.js";
import { diffText } from "./diff-text.js";
import { progress } from "./progress.js";
import { checkLinks, writeSpec, type SpecWrite } from "./spec-write.js";
import {
  diagnosticsJson,
  diagnosticText,
  jsonText,
  UsageError,
  type ExitCode,
  type Terminal,
} from "./terminal.js";

export interface ImportFlags {
  readonly spec?: string | undefined;
  readonly stdout?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  readonly prose?: boolean | undefined;
}

/** What came of the pages so far; whatever fails is said, and the others go on. */
interface Outcome {
  readonly diagnostics: Diagnostic[];
  /** Sentences about arguments that lead to no page. */
  readonly problems: string[];
  readonly notes: string[];
  readonly files: SpecWrite[];
  readonly texts: string[];
}

/** Vendor pages into the specs of their services. */
export async function importPages(
  terminal: Terminal,
  pages: readonly string[],
  flags: ImportFlags,
): Promise<ExitCode> {
  const outcome: Outcome = { diagnostics: [], problems: [], notes: [], files: [], texts: [] };
  const services = await readAll(terminal, pages, outcome);
  const folders = await foldersOf([...services.keys()], flags.spec);
  for (const [service, endpoints] of services)
    await importService(folders.get(service) ?? "", endpoints, flags, outcome);
  const isRead = outcome.problems.length === 0 && !outcome.diagnostics.some(isError);
  if (!flags.stdout && !flags.dryRun) await writeSpec(outcome.files);
  show(terminal, flags, outcome);
  return isRead ? 0 : 1;
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

/** The endpoints of all pages, by service. */
async function readAll(
  terminal: Terminal,
  pages: readonly string[],
  { diagnostics, problems }: Outcome,
): Promise<ReadonlyMap<string, readonly Endpoint[]>> {
  const services = new Map<string, Endpoint[]>();
  const bar = progress(terminal, "reading");
  let done = 0;
  try {
    for await (const source of readSources(pages)) {
      done += 1;
      if (source.file === undefined) {
        problems.push(source.problem);
        continue;
      }
      bar.step(source.file.path, done, Math.max(done, pages.length));
      const { endpoint, diagnostics: found } = readEndpoint(source.file, source.link);
      diagnostics.push(...found);
      if (endpoint === undefined) continue;
      const service = serviceOf(endpoint);
      const others = services.get(service) ?? [];
      others.push(endpoint);
      services.set(service, others);
    }
  } finally {
    bar.stop();
  }
  return services;
}

/** The folder of each service; with --spec there can be only one. */
async function foldersOf(
  services: readonly string[],
  given: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  for (const service of services) {
    const folder = given ?? join("spec", service);
    folders.set(service, folder);
    const there = readBefore(await readSpec(folder)).spec.service?.name;
    const owner = there ?? (given === undefined ? service : services[0]);
    if (owner !== service)
      throw new UsageError(
        `${folder} is the spec of ${owner}, and a page is about ${service}: import it without --spec, or with --spec spec/${service}`,
      );
  }
  return folders;
}

async function importService(
  folder: string,
  endpoints: readonly Endpoint[],
  flags: ImportFlags,
  outcome: Outcome,
): Promise<void> {
  if (await isCutShort(folder)) {
    if (flags.stdout || flags.dryRun) {
      const unfinished = `an import into ${folder} was cut short, and finishing it would write`;
      outcome.problems.push(`${unfinished}: import something without --dry-run and --stdout first`);
      return;
    }
    await recover(folder);
  }
  const before = readBefore(await readSpec(folder));
  if (before.broken.length > 0) {
    outcome.diagnostics.push(...before.broken);
    outcome.problems.push(`${folder} has errors: nothing was imported into it. Mend it first`);
    return;
  }
  const options: ImportOptions = { prose: flags.prose ?? false };
  const { fragments, diagnostics } = fragmentsOf(endpoints, before.spec, options);
  outcome.diagnostics.push(...diagnostics);
  if (flags.stdout) {
    const { documentsOf } = await import("../import/merge/document.js");
    outcome.texts.push(await documentsOf(fragments));
    return;
  }
  const named = { path: folder, name: basename(resolve(folder)) };
  const check = (files: readonly SourceFile[]) => compile(files).diagnostics;
  const merged = await mergeAll(before, fragments, named, check);
  await checkLinks(
    folder,
    merged.files.map(({ path }) => path),
  );
  outcome.diagnostics.push(...merged.diagnostics);
  outcome.notes.push(...merged.notes);
  outcome.files.push(...merged.files.map((file) => ({ folder, ...file })));
}

function show(terminal: Terminal, flags: ImportFlags, outcome: Outcome): void {
  const { files, texts, notes, problems } = outcome;
  const diagnostics = sortDiagnostics(outcome.diagnostics);
  const changes = files.map(({ folder, path, before }) => ({
    path: join(folder, path),
    change: before === undefined ? "created" : "changed",
  }));
  if (terminal.json) {
    const text = flags.stdout ? { text: texts.join("\n---\n") } : {};
    const talk = { notes, problems, diagnostics: diagnosticsJson(diagnostics) };
    terminal.data(jsonText({ files: changes, ...text, ...talk }));
    return;
  }
  if (texts.some((text) => text !== "")) terminal.data(texts.join("\n---\n"));
  if (flags.dryRun) for (const file of files) terminal.data(diffText(file, terminal.colors.data));
  for (const line of [...notes, ...problems]) terminal.talk(line);
  if (diagnostics.length > 0)
    terminal.talk(`${diagnosticText(diagnostics, terminal.colors.talk)}\n`);
  if (flags.stdout) return;
  for (const { path, change } of changes)
    terminal.talk(flags.dryRun ? `${path} would be ${change}` : `${path} ${change}`);
  const isRead = problems.length === 0 && !diagnostics.some(isError);
  if (changes.length === 0)
    terminal.talk(isRead ? "nothing to do: no file changes" : "no file changes");
}
