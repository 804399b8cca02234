import { distance } from "fastest-levenshtein";

/** " Did you mean X?" when a known name is close enough to be a slip, else other advice. */
export function hint(name: string, known: Iterable<string>, otherwise = ""): string {
  const best = nearest(name, known);
  return best === undefined ? otherwise && ` ${otherwise}` : ` Did you mean ${best}?`;
}

export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A short name is near to everything; a very long one was not mistyped.
  let least =
    name.length > 100 ? 0 : name.length < 4 ? 2 : Math.max(2, Math.floor(name.length / 3)) + 1;
  least = Math.min(least, name.length);
  for (const candidate of known) {
    // A difference in length is the least that two names can differ by.
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const far = distance(name.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}
