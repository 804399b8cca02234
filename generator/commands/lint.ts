import { access, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { compile } from "../compile.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { diagnosticsJson, diagnosticText } from "./diagnostics.js";
import { DEFAULT_SPEC } from "./defaults.js";
import { readSpecFolder } from "./spec.js";
import { jsonText, UsageError, type ExitCode, type Terminal } from "./terminal.js";

/** Diagnostics only: of a whole spec, or of the files named, read within the spec they belong to. */
export async function lint(
  terminal: Terminal,
  paths: readonly string[],
  spec: string | undefined,
): Promise<ExitCode> {
  const folders =
    paths.length === 0 || spec !== undefined ? [spec ?? DEFAULT_SPEC] : await specFolders(paths);
  const named = paths.map((path) => resolve(path));
  const read = new Set<string>();
  let found: readonly Diagnostic[] = [];
  for (const folder of folders) {
    const files = await readSpecFolder(folder);
    for (const file of files) read.add(resolve(file.path));
    found = found.concat(compile(files).diagnostics);
  }
  for (const path of named) {
    if (![...read].some((file) => isWithin(file, path)))
      throw new UsageError(`${relative("", path)} is no file of the spec ${folders.join(", ")}`);
  }
  const shown = found.filter(
    ({ at }) => named.length === 0 || named.some((path) => isWithin(resolve(at.file.path), path)),
  );
  if (terminal.json) terminal.data(jsonText({ diagnostics: diagnosticsJson(shown) }));
  else if (shown.length > 0) terminal.data(diagnosticText(shown, terminal.colors.data));
  else terminal.talk("no problems");
  return shown.some(({ severity }) => severity === "error") ? 1 : 0;
}

const isWithin = (file: string, path: string): boolean =>
  file === path || file.startsWith(join(path, "/"));

async function specFolders(paths: readonly string[]): Promise<string[]> {
  return [...new Set(await Promise.all(paths.map(specFolder)))];
}

/** The nearest folder upwards with a service.yaml. */
async function specFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`there is no file ${path}`);
  for (
    let folder = found.isDirectory() ? resolve(path) : dirname(resolve(path));
    ;
    folder = dirname(folder)
  ) {
    const isSpec = await access(join(folder, "service.yaml")).then(
      () => true,
      () => false,
    );
    if (isSpec) return folder;
    if (folder === dirname(folder)) {
      throw new UsageError(
        `${path} belongs to no spec: no folder above it has a service.yaml. Say which with --spec`,
      );
    }
  }
}
