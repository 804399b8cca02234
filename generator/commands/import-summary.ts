import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source.js";

/** What became of the pages that were given. */
export interface PageCounts {
  readonly imported: number;
  /** Guides, events and the like. */
  readonly notOperations: number;
  /** Also those that are not there, or cannot be read. */
  readonly withErrors: number;
  /** Because of the spec they belong to. */
  readonly leftOut: number;
}

export function countPages(
  pages: readonly SourceFile[],
  missing: number,
  leftOut: ReadonlySet<SourceFile>,
  diagnostics: readonly Diagnostic[],
): PageCounts {
  // A page of another service has nothing wrong in it.
  const errors = diagnostics.filter(
    ({ severity, code }) => severity === "error" && code !== "other-service",
  );
  const wrong = new Set(errors.map(({ at }) => at.file));
  const others = new Set(errors.filter(isNoOperation).map(({ at }) => at.file));
  const isLeft = (page: SourceFile) => leftOut.has(page) && !wrong.has(page);
  return {
    imported: pages.filter((page) => !wrong.has(page) && !leftOut.has(page)).length,
    notOperations: pages.filter((page) => others.has(page)).length,
    withErrors: missing + pages.filter((page) => wrong.has(page) && !others.has(page)).length,
    leftOut: pages.filter(isLeft).length,
  };
}

const isNoOperation = ({ code }: Diagnostic): boolean =>
  code === "page-not-operation" || code === "no-definition" || code === "page-is-yaml";

/** `178 imported, 16 are no operations, 2 have errors` */
export function summaryOf(counts: PageCounts, imported: string): string {
  const { notOperations, withErrors, leftOut } = counts;
  const others = [
    some(notOperations, "is no operation", "are no operations"),
    some(withErrors, "has errors", "have errors"),
    some(leftOut, "is left out", "are left out"),
  ];
  return [`${counts.imported} ${imported}`, ...others].filter((text) => text !== "").join(", ");
}

const some = (count: number, one: string, many: string): string =>
  count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
