/** Throws a `TypeError` for what a caller may not do. The text must not repeat a value. */
export function demand(holds: boolean, text: string): asserts holds {
  if (!holds) throw new TypeError(text);
}
