/**
 * The known name a writer most likely meant by `word`; letter case, `_` and `-` do not count, so
 * that `externalId` finds `external_id`. Undefined when more than a third of it, or more than three
 * letters, would have to change.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const folded = fold(word);
  let limit = Math.min(4, Math.ceil(folded.length / 3) + 1);
  let best: string | undefined;
  for (const name of known) {
    const other = fold(name);
    if (Math.abs(other.length - folded.length) >= limit) continue; // too far apart, whatever is in it
    const steps = distance(folded, other);
    if (steps < limit) [limit, best] = [steps, name];
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[_-]/g, "");
}

/** Levenshtein's distance, in one row: `cell` is the value left of the next, `corner` the one above left. */
function distance(a: string, b: string): number {
  const row = Array.from(Array(b.length + 1).keys());
  for (let i = 0; i < a.length; i++) {
    let corner = i;
    let cell = i + 1;
    row.forEach((above, j) => {
      if (j > 0) cell = Math.min(above + 1, cell + 1, corner + Number(a[i] !== b[j - 1]));
      corner = above;
      row[j] = cell;
    });
  }
  return row[b.length] ?? 0;
}
