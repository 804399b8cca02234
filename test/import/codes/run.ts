import { compile } from "../../../generator/compile.js";
import { sortDiagnostics, type Diagnostic } from "../../../generator/diagnostics/diagnostic.js";
import { position } from "../../../generator/diagnostics/position.js";
import type { Endpoint } from "../../../generator/import/endpoint.js";
import { fragmentsOf, readBefore, readEndpoint } from "../../../generator/import/import.js";
import { mergeAll } from "../../../generator/import/merge-all.js";
import type { SourceFile } from "../../../generator/source.js";
import type { Texts } from "./pages.js";

/** Pages, what an import of them tells, a line each, and the spec before. */
export type Case = readonly [pages: Texts, lines: readonly string[], spec?: Texts];

const FOLDER = { path: "spec/toy", name: "toy" };

/** Everything that an import of pages into a spec tells. */
export async function told(pages: Texts, spec: Texts = {}): Promise<readonly string[]> {
  const read = pagesOf(pages).map((page) => readEndpoint(page, undefined));
  const endpoints = read.flatMap(({ endpoint }) => endpoint ?? []);
  const imported = await importInto(endpoints, spec);
  return lines([...read.flatMap(({ diagnostics }) => diagnostics), ...imported]);
}

export async function importInto(
  endpoints: readonly Endpoint[],
  spec: Texts,
): Promise<readonly Diagnostic[]> {
  const before = readBefore(specOf(spec));
  if (before.broken.length > 0) throw new Error(lines(before.broken).join("\n"));
  const { fragments, diagnostics } = fragmentsOf(endpoints, before.spec, { prose: false });
  const check = (files: readonly SourceFile[]) => compile(files).diagnostics;
  const merged = await mergeAll(before, fragments, FOLDER, check);
  return [...diagnostics, ...merged.diagnostics];
}

export const pagesOf = (texts: Texts): readonly SourceFile[] =>
  Object.entries(texts).map(([name, text]) => ({ path: name, name, text }));

const specOf = (texts: Texts): readonly SourceFile[] =>
  Object.entries(texts).map(([name, text]) => ({
    path: `${FOLDER.path}/${name}`,
    name: `${FOLDER.name}/${name}`,
    text,
  }));

/** `page.md:23:1 row-depth: "size" stands at depth 2, …` */
export const lines = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  sortDiagnostics(diagnostics).map(({ at, code, message }) => {
    const { line, column } = position(at);
    return `${at.file.path}:${line}:${column} ${code}: ${message}`;
  });
