import type { ExceptionSpec } from "../../lint/grammar.js";
import type { Entry } from "../../lint/spec.js";
import type { Json } from "../endpoint.js";
import { covers, isWithin, plainPlace } from "../exceptions.js";
import type { Found, Kind } from "./difference.js";

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
    const isElsewhere = UNCOMPARED.some((place) => isWithin(at, place));
    const isNeeded =
      found.some((difference) => placesOf(difference).some((place) => covers(at, place))) ||
      ofPage.some((given) => covers(at, plainPlace(given.at)));
    if (isElsewhere || isNeeded) return [];
    const place = site.at("at").locate();
    return [{ at, kind: "stale-exception", page: undefined, spec: reason, place }];
  });
}

/** What others hold against the page: the linter its examples, import its names. */
const UNCOMPARED = ["example", "label", "see"];

export const isExcused = (exceptions: Exceptions, difference: Found): boolean =>
  placesOf(difference).every((place) => exceptions.some(({ value: { at } }) => covers(at, place)));

/** Lists that are one difference as a whole, of which each entry has a place. */
const LISTS: ReadonlySet<Kind> = new Set(["tokens", "appTypes", "rateLimit"]);

/** `tokens.user`, of each entry that only one side has. */
function placesOf({ at, kind, page, spec }: Found): readonly string[] {
  if (!LISTS.has(kind)) return [at];
  const [theirs, ours] = [entriesOf(page), entriesOf(spec)];
  const other = [
    ...theirs.filter((entry) => !ours.includes(entry)),
    ...ours.filter((entry) => !theirs.includes(entry)),
  ];
  return other.map((entry) => `${at}.${entry}`);
}

const entriesOf = (list: Json | undefined): readonly string[] =>
  Array.isArray(list) ? list.map(String) : [];
