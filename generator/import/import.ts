import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { readExample } from "../lint/example-file.js";
import { lint } from "../lint/lint.js";
import { parse } from "../load/parse.js";
import type { Location, SourceFile } from "../source.js";
import type { Endpoint } from "./endpoint.js";
import { readPage } from "./forms/form.js";
import type { Fragment } from "./fragment.js";
import type { Before } from "./merge/merge.js";
import { fragmentOf } from "./spec/fragment-of.js";
import { Known } from "./spec/known.js";
import { routeOf } from "./spec/place.js";
import { understand } from "./understand.js";

export interface ReadEndpoint {
  /** Undefined when the page cannot be read; a diagnostic says why. */
  readonly endpoint: Endpoint | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Source text → endpoint. No page stops the others, whatever is in it. */
export function readEndpoint(file: SourceFile, link: string | undefined): ReadEndpoint {
  try {
    return endpointOf(file, link);
  } catch (error) {
    return { endpoint: undefined, diagnostics: [failure(error, { file, start: 0, end: 1 })] };
  }
}

/** A mistake of ours, which must cost one page and not all of them. */
const failure = (error: unknown, at: Location): Diagnostic =>
  diagnostic("page-failed", at, { reason: error instanceof Error ? error.message : String(error) });

function endpointOf(file: SourceFile, link: string | undefined): ReadEndpoint {
  const { page, diagnostics } = readPage(file);
  if (page === undefined) return { endpoint: undefined, diagnostics };
  const understood = understand({ ...page, link: page.link ?? link });
  const found = [...diagnostics, ...understood.diagnostics];
  // What is wrong as a whole would only be in the way.
  const isRead = !found.some(({ severity }) => severity === "error");
  return { endpoint: isRead ? understood.endpoint : undefined, diagnostics: found };
}

export const serviceOf = ({ page }: Endpoint): string => routeOf(page.path).service;

export interface ImportOptions {
  /** Keep the vendor's sentences as `doc`. */
  readonly prose: boolean;
  readonly onPage?: (path: string, done: number, all: number) => void;
}

export interface Fragments {
  readonly fragments: readonly Fragment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Endpoints of one service in the grammar and the names of its spec. */
export function fragmentsOf(
  endpoints: readonly Endpoint[],
  spec: Before["spec"],
  options: ImportOptions,
): Fragments {
  const known = new Known(spec);
  // Names are given one after the other: the order of the pages must not decide about them.
  const sorted = endpoints.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  known.expect(sorted.map(({ page }) => `${page.method} ${page.path}`));
  const fragments: Fragment[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [i, endpoint] of sorted.entries()) {
    options.onPage?.(endpoint.page.source.path, i + 1, sorted.length);
    try {
      const made = fragmentOf(endpoint, known, { prose: options.prose });
      if (made.fragment !== undefined) fragments.push(made.fragment);
      diagnostics.push(...made.diagnostics);
    } catch (error) {
      diagnostics.push(failure(error, endpoint.page.at));
    }
  }
  return { fragments, diagnostics };
}

const keyOf = ({ page }: Endpoint): string => `${page.path} ${page.method} ${page.source.path}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A spec's files, read; `broken` says why nothing can be merged into it. */
export function readBefore(files: readonly SourceFile[]): Before & {
  readonly broken: readonly Diagnostic[];
} {
  const parsed = files.filter(({ name }) => !name.endsWith(".json")).map(parse);
  const examples = files.filter(({ name }) => name.endsWith(".json")).map(readExample);
  const { spec, diagnostics } = lint(parsed, examples);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { files, parsed, spec, broken: spec.lost.isEmpty ? [] : errors };
}
