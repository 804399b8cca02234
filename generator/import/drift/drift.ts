import type { Spec } from "../../lint/spec.js";
import type { Location } from "../../source.js";
import { plainPlace } from "../exceptions.js";
import type { Fragment } from "../fragment.js";
import { Matching } from "../match.js";
import type { Difference, Found } from "./difference.js";
import { compareErrors } from "./errors.js";
import { isExcused, staleExceptions } from "./exceptions.js";
import { compareFields } from "./fields.js";
import { namesOfPage, namesOfSpec } from "./names.js";
import { compareOperation, type Silence } from "./operation.js";

export interface DriftOptions {
  /** Where the page says what: `query.page_size`, `errors.1002053`; see `locationsOf`. */
  readonly locations?: ReadonlyMap<string, Location>;
  readonly silence?: Silence;
  /** Which operations the pages of the run describe; one page is a run of its own. */
  readonly matching?: Matching;
  /** Whether the page's name of the operation is the vendor's own. */
  readonly isNamed?: boolean;
}

/**
 * Where a page and the spec differ, in the order of the spec's own keys; names of types, enums and
 * errors are ours and differ in silence. What the spec explains is left out: by an entry of its
 * exceptions (`covers` says which `at` it may have), by a field's `extra` (the page does not have
 * it) or its `keep` (nothing at it or inside counts). An exception, or an `extra`, that explains
 * nothing any more is a difference, too.
 */
export function drift(
  fragment: Fragment,
  spec: Spec,
  options: DriftOptions = {},
): readonly Difference[] {
  const { locations = new Map(), silence = new Set() } = options;
  const { matching = new Matching(spec), isNamed = true } = options;
  const { operation: page } = fragment;
  const { http, see } = page;
  const name = `${fragment.resource}.${fragment.action}`;
  const entry = matching.operationOf({ http, see, name: isNamed ? name : undefined });
  if (entry === undefined) {
    const nowhere = { spec: undefined, page: fragment.at };
    const found = { at: "operation", kind: "operation", page: http, spec: undefined } as const;
    return [{ operation: name, ...found, places: nowhere }];
  }
  const ours = namesOfSpec(spec);
  const names = { page: namesOfPage(fragment, ours), spec: ours };
  const found = [
    ...compareOperation(page, entry, silence),
    ...compareFields(page, entry, names),
    ...compareErrors(page, entry, names),
  ];
  const exceptions = spec.exceptions.filter(({ name }) => name === entry.id);
  const unexplained = found.filter(
    (difference) => !difference.isExplained && !isExcused(exceptions, difference),
  );
  const stale = staleExceptions(exceptions, found, fragment.exceptions);
  const placed = ({ at, kind, page, spec, place }: Found): Difference => ({
    operation: entry.id,
    at,
    kind,
    page,
    spec,
    places: { spec: place, page: nearest(locations, plainPlace(at)) ?? fragment.at },
  });
  return [...unexplained, ...stale].map(placed);
}

/** The place itself, or the nearest that holds it. */
function nearest(locations: ReadonlyMap<string, Location>, at: string): Location | undefined {
  for (let here = at; here !== ""; here = here.slice(0, Math.max(0, here.lastIndexOf(".")))) {
    const place = locations.get(here);
    if (place !== undefined) return place;
  }
  return undefined;
}
