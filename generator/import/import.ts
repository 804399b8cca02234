import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { readExample } from "../lint/example-file.js";
import { lint } from "../lint/lint.js";
import { parse } from "../load/parse.js";
import type { Location, SourceFile } from "../source.js";
import type { Endpoint } from "./endpoint.js";
import { readPage } from "./forms/form.js";
import type { Fragment } from "./fragment.js";
import { Matching } from "./match.js";
import type { Before } from "./merge/merge.js";
import { Census } from "./spec/census.js";
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
  readonly onPage?: ((path: string, done: number, all: number) => void) | undefined;
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
  // Names are given one after the other: the order of the pages must not decide about them.
  const sorted = endpoints.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const census = new Census();
  const counted = eachPage(sorted, (endpoint) => census.add(endpoint));
  const addresses = counted.pages.map(({ page }) => `${page.method} ${page.path}`);
  const settled = new Map<string, ReadonlySet<string>>();
  for (let { onPage } = options; ; onPage = undefined) {
    const known = new Known(spec, settled, census, new Matching(spec, addresses));
    const made = allOf(counted.pages, known, { ...options, onPage });
    // What only one operation goes on using, or none, may change in its place.
    const left = made.fragments
      .flatMap(({ splits }) => Object.values(splits))
      .filter((name) => !isSameSet(known.usersOf(name), settled.get(name)));
    if (left.length === 0)
      return { ...made, diagnostics: [...counted.diagnostics, ...made.diagnostics] };
    for (const name of left) settled.set(name, new Set(known.usersOf(name)));
  }
}

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean =>
  a.size === b?.size && [...a].every((item) => b.has(item));

function allOf(endpoints: readonly Endpoint[], known: Known, options: ImportOptions): Fragments {
  const fragments: Fragment[] = [];
  const diagnostics: Diagnostic[] = [];
  const done = eachPage(endpoints, (endpoint, i) => {
    options.onPage?.(endpoint.page.source.path, i + 1, endpoints.length);
    const made = fragmentOf(endpoint, known, { prose: options.prose });
    if (made.fragment !== undefined) fragments.push(made.fragment);
    diagnostics.push(...made.diagnostics);
  });
  return { fragments, diagnostics: [...diagnostics, ...done.diagnostics] };
}

/** The pages for which nothing failed. */
function eachPage(
  endpoints: readonly Endpoint[],
  visit: (endpoint: Endpoint, index: number) => void,
): { readonly pages: readonly Endpoint[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const pages = endpoints.filter((endpoint, i) => {
    try {
      visit(endpoint, i);
      return true;
    } catch (error) {
      diagnostics.push(failure(error, endpoint.page.at));
      return false;
    }
  });
  return { pages, diagnostics };
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
