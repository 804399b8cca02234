/**
 * What `at` of an exception may say. It covers the place and everything below it, for import, which
 * leaves alone what is covered, and for drift, which does not speak of it.
 *
 * | `at` | covers |
 * | --- | --- |
 * | `path.x`, `query.x.y`, `body.x`, `response.items.x` | a field and all inside it; lists and maps have no step of their own |
 * | `query.status.3` | one value of a field's enum |
 * | `request` | `path`, `query` and `body`; `request.body.x` is `body.x` |
 * | `label`, `see`, `http`, `deprecated`, `idempotency`, `paging` | that fact |
 * | `tokens`, `appTypes`, `rateLimit`, `scopes`, `fieldScopes`, `errors` | all that the list has |
 * | `tokens.user`, `rateLimit.20/s`, `scopes.hire:talent`, `errors.1002053` | one entry of it |
 * | `example.request.x`, `example.response.x` | nothing here: what `larkgen lint` says of an example |
 */
export function covers(at: string, place: string): boolean {
  if (at === "request") return INPUTS.some((part) => isWithin(place, part));
  return isWithin(place, plainPlace(at));
}

/** Without the word that only says which half of the call it is. */
export const plainPlace = (at: string): string => at.replace(/^request\./u, "");

const INPUTS = ["path", "query", "body"];

export const isWithin = (place: string, at: string): boolean =>
  place === at || (place.startsWith(`${at}.`) && !isScope(at));

/** The dots of a scope are no steps: `hire:agency` is another one than `hire:agency.email`. */
const isScope = (at: string): boolean => /^(?:scopes|fieldScopes)\./u.test(at);

/** Whether somebody has explained a place: `scopes.hire:talent`. */
export type IsExcused = (place: string) => boolean;

/** A page's list where exceptions hold: each entry that they cover is as the spec has it. */
export function settledList(
  spec: readonly string[],
  page: readonly string[],
  isExcused: IsExcused,
): readonly string[] {
  const said = page.filter((entry) => spec.includes(entry) || !isExcused(entry));
  return [...said, ...spec.filter((entry) => !page.includes(entry) && isExcused(entry))];
}
