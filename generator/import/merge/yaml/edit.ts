/** Other text for a part of a text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** In the order of their places; of several at one place the first comes first. */
export function apply(text: string, edits: readonly Edit[]): string {
  let [done, at] = ["", 0];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    done += text.slice(at, edit.start) + edit.text;
    at = Math.max(at, edit.end);
  }
  return done + text.slice(at);
}
