/**
 * Calls `check` with the next of some values each time. Compiled anew for every use, so that V8
 * keeps what it learns of one library's calls apart from the others'.
 */
export function rotate(
  check: (value: unknown) => unknown,
  values: readonly unknown[],
): () => unknown {
  const mask = values.length - 1;
  if ((values.length & mask) !== 0) throw new Error("their number must be a power of two");
  uses += 1;
  const make = new Function(
    "check",
    "values",
    `let at = ${uses}; return () => check(values[(at = at + 1 & ${mask})]);`,
  ) as (check: unknown, values: unknown) => () => unknown;
  return make(check, values);
}

let uses = 0;
