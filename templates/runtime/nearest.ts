/**
 * The known name a writer most likely meant by `word`; letter case, `_` and `-` do not count, so
 * that `externalId` finds `external_id`. Undefined when more than a third of it, or more than three
 * letters, would have to change.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const folded = fold(word);
  let limit = Math.min(4, Math.ceil(folded.length / 3) + 1);
  let best: string | undefined;
  for (const name of known) {
    const steps = distance(folded, fold(name), limit);
    if (steps < limit) [limit, best] = [steps, name];
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[_-]/g, "");
}

/** Levenshtein's distance; `limit` if it is that or more, which keeps the search small. */
function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) >= limit) return limit;
  const [restOfA, restOfB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return distance(restOfA, restOfB, limit);
  const changed = distance(restOfA, restOfB, limit - 1);
  const removed = distance(restOfA, b, limit - 1);
  const added = distance(a, restOfB, limit - 1);
  return 1 + Math.min(changed, removed, added);
}
