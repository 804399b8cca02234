import { distance } from "fastest-levenshtein";

/** " Did you mean X?" when a known name is close enough to be a slip, else nothing. */
export function hint(name: string, known: Iterable<string>): string {
  const best = nearest(name, known);
  return best === undefined ? "" : ` Did you mean ${best}?`;
}

function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}
