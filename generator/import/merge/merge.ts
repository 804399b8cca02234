import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Spec } from "../../lint/spec.js";
import type { Parsed } from "../../load/parse.js";
import type { SourceFile } from "../../source.js";
import { isDefinition } from "../forms/definition/definition.js";
import type { Fragment } from "../fragment.js";
import { Alignment } from "./align.js";
import { byName, Drafts, type MergedFile } from "./drafts.js";
import { mergeExamples } from "./examples.js";
import { mergeExceptions, mergeService, mergeTable } from "./files.js";
import { Homes } from "./homes.js";
import { findOperation, identified } from "./operations.js";
import { mergeOperation } from "./operation.js";
import { Report, Spot } from "./place.js";
import { mergeShared } from "./shared.js";
import { written } from "./written.js";

export interface Merged {
  /** Only those that change. */
  readonly files: readonly MergedFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was taken away, a line each. */
  readonly notes: readonly string[];
}

/** A spec that has been read, all of whose files keep to the grammar. */
export interface Before {
  readonly files: readonly SourceFile[];
  readonly parsed: readonly Parsed[];
  readonly spec: Spec;
}

/** Fragments into a spec: facts are the pages', everything else stays as people wrote it. */
export function merge({ files, parsed, spec }: Before, fragments: readonly Fragment[]): Merged {
  const named = identified(spec, fragments);
  const exceptions = named.flatMap(([operation, fragment]) =>
    fragment.exceptions.map((exception) => ({ ...exception, operation })),
  );
  const report = new Report(
    spec.exceptions.map(({ value }) => value),
    exceptions,
  );
  const drafts = new Drafts(parsed.filter(({ file }) => !file.name.startsWith("platform/")));
  const [first] = fragments;
  if (spec.service === undefined && first !== undefined) mergeService(drafts, first.service);

  const errors = mergeTable(drafts, spec, fragments);
  const codeOf = (name: string): number | undefined =>
    (spec.errors.get(name) ?? spec.platformErrors.get(name))?.value.code ?? errors.codes.get(name);
  const homes = new Homes(drafts, spec);
  const alignment = new Alignment(spec);
  for (const [id, fragment] of named) {
    const value = errors.rename(alignment.add(fragment, id));
    const given = { value, isDefinition: isDefinition(fragment.at.file.text) };
    const there = findOperation(spec, id);
    const spot = new Spot(there?.site, id, [{ operation: id, at: "" }]);
    const operation = mergeOperation(written(there), given, spot, codeOf, report);
    const dot = id.indexOf(".");
    drafts.set(homes.of(id), ["operations", id.slice(dot + 1)], operation, byName);
  }

  const operations = new Set(named.map(([id]) => id));
  mergeShared(spec, alignment, operations, { drafts, homes, report });
  report.notes.push(...mergeExceptions(drafts, spec, exceptions));
  const done = drafts.finish();
  return {
    files: [
      ...done.files,
      ...mergeExamples(files, named, { exceptions: spec.exceptions, notes: report.notes }),
    ],
    diagnostics: [...report.diagnostics, ...done.diagnostics],
    notes: report.notes,
  };
}
