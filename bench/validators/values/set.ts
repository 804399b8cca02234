/** What one case checks: as many of each as a power of two, told apart by contents and by shape. */
export interface ValueSet {
  readonly valid: readonly unknown[];
  readonly invalid: readonly unknown[];
}

/** A path of keys and indexes, and what shall stand there; undefined takes the key away. */
export type Edit = readonly [path: readonly (string | number)[], value: unknown];

/** The value with some places changed, off the wire: a shape as `JSON.parse` makes it. */
export function edited(value: unknown, ...edits: readonly Edit[]): unknown {
  const root = JSON.parse(JSON.stringify(value)) as unknown;
  for (const [path, replacement] of edits) {
    let place = root as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
    const last = path.at(-1);
    if (last === undefined || typeof place !== "object") throw new Error(`no ${path.join(".")}`);
    place[last] = replacement;
  }
  return JSON.parse(JSON.stringify(root)) as unknown;
}
