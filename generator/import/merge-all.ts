import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { printed } from "../load/known.js";
import { parse, type Parsed } from "../load/parse.js";
import type { SourceFile } from "../source.js";
import { culprits } from "./culprits.js";
import type { Fragment } from "./fragment.js";
import type { MergedFile } from "./merge/drafts.js";
import { merge, type Before } from "./merge/merge.js";
import { tidy } from "./merge/tidy.js";

export interface Imported {
  /** Only those that change, ready to be written. */
  readonly files: readonly MergedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
}

/** Of a spec. */
export interface Folder {
  /** As people see it. */
  readonly path: string;
  /** Its last step, by which the names of its files begin. */
  readonly name: string;
}

/** What is wrong with a spec; `parsing` reads only those of its files that nobody knows yet. */
export type Check = (
  files: readonly SourceFile[],
  parsing?: (file: SourceFile) => Parsed,
) => readonly Diagnostic[];

/** Merges what lints. What would break the spec is left out, with a diagnostic at its page. */
export async function mergeAll(
  before: Before,
  fragments: readonly Fragment[],
  folder: Folder,
  check: Check,
): Promise<Imported> {
  let old: ReadonlySet<string> | undefined;
  // To check the spec as it was is only worth it when something is wrong now.
  const isOld = (found: Diagnostic) => (old ??= problemsOf(before, check)).has(identity(found));
  const refused: Diagnostic[] = [];
  let left = fragments;
  for (;;) {
    const merged = merge(before, left);
    const files = await Promise.all(merged.files.map(tidy));
    const after = applied(before.files, files, folder);
    const parsing = parsingOf(before, files, folder);
    const found = files.length === 0 ? [] : check(after, parsing).filter((it) => !isOld(it));
    const errors = found.filter(({ severity }) => severity === "error");
    if (errors.length === 0)
      return { ...merged, files, diagnostics: [...refused, ...merged.diagnostics, ...found] };
    const guilty = culprits(errors, left, after);
    for (const [fragment, { message, at }] of guilty) {
      const reason = `${at.file.path}: ${message}`;
      refused.push(diagnostic("breaks-spec", fragment.at, { reason }));
    }
    left = left.filter((fragment) => !guilty.has(fragment));
  }
}

const problemsOf = ({ files }: Before, check: Check): ReadonlySet<string> =>
  new Set(isBegun(files) ? check(files).map(identity) : []);

/** Lines move when files change: a mistake is known by what it says. */
const identity = ({ at, code, message }: Diagnostic): string =>
  `${at.file.name} ${code} ${message}`;

/** The files of a spec as they would be. */
function applied(
  files: readonly SourceFile[],
  merged: readonly MergedFile[],
  folder: Folder,
): readonly SourceFile[] {
  const texts = new Map(merged.map(({ path, text }) => [`${folder.name}/${path}`, text]));
  const old = files.map((file) => {
    const text = texts.get(file.name);
    return text === undefined ? file : { ...file, text };
  });
  const fresh = merged
    .filter(({ before }) => before === undefined)
    .map(({ path, text }) => ({
      path: `${folder.path}/${path}`,
      name: `${folder.name}/${path}`,
      text,
    }));
  return [...old, ...fresh].sort((a, b) => compare(a.name, b.name));
}

/** Reads what was neither read before nor printed from a value. */
function parsingOf(
  { parsed }: Before,
  merged: readonly MergedFile[],
  folder: Folder,
): (file: SourceFile) => Parsed {
  const read = new Map(parsed.map((it) => [it.file, it]));
  const values = new Map(merged.map(({ path, value }) => [`${folder.name}/${path}`, value]));
  return (file) => {
    const value = values.get(file.name);
    return read.get(file) ?? (value === undefined ? parse(file) : printed(file, value));
  };
}

/** Whether anything of the service is there: the platform's errors stand beside every spec. */
const isBegun = (files: readonly SourceFile[]): boolean =>
  files.some(({ name }) => !name.startsWith("platform/"));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
