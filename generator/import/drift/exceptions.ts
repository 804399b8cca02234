import type { ExceptionSpec } from "../../lint/grammar.js";
import type { Entry } from "../../lint/spec.js";
import type { Found } from "./difference.js";

/**
 * What `at` of an exception may say. It covers the place and everything below it.
 *
 * | `at` | covers |
 * | --- | --- |
 * | `path.x`, `query.x.y`, `body.x`, `response.items.x` | a field and all inside it; lists and maps have no step of their own |
 * | `query.status.3` | one value of a field's enum |
 * | `request` | `path`, `query` and `body`; `request.body.x` is `body.x` |
 * | `http`, `deprecated`, `tokens`, `appTypes`, `rateLimit`, `idempotency`, `paging` | that fact |
 * | `scopes`, `scopes.hire:talent`, `fieldScopes.hire:talent` | all, or one |
 * | `errors`, `errors.1002053` | all, or one code |
 * | `example.request.x`, `example.response.x` | nothing here: what `larkgen lint` says of an example |
 */
export function covers(at: string, place: string): boolean {
  if (at === "request") return INPUTS.some((part) => isWithin(place, part));
  return isWithin(place, plainPlace(at));
}

/** Without the word that only says which half of the call it is. */
export const plainPlace = (at: string): string => at.replace(/^request\./u, "");

const INPUTS = ["path", "query", "body"];

const isWithin = (place: string, at: string): boolean => place === at || place.startsWith(`${at}.`);

type Exceptions = readonly Entry<ExceptionSpec>[];

/**
 * The entries that explain nothing. One that the page itself gives cause for is no such entry: the
 * page contradicts itself, and the spec follows the side that the reader took.
 */
export function staleExceptions(
  exceptions: Exceptions,
  found: readonly Found[],
  ofPage: readonly ExceptionSpec[],
): Found[] {
  return exceptions.flatMap(({ value: { at, reason }, site }): Found[] => {
    const isOfExample = isWithin(at, "example");
    const isNeeded =
      found.some((difference) => covers(at, difference.at)) ||
      ofPage.some((given) => covers(at, plainPlace(given.at)));
    if (isOfExample || isNeeded) return [];
    const place = site.at("at").locate();
    return [{ at, kind: "stale-exception", page: undefined, spec: reason, place }];
  });
}

export const isExcused = (exceptions: Exceptions, { at }: Found): boolean =>
  exceptions.some(({ value }) => covers(value.at, at));
