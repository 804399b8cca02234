/** Names that are there keep their order; each new one follows the one that it follows elsewhere. */
export function ordered(there: readonly string[], wanted: readonly string[]): readonly string[] {
  const followers = new Map<string | undefined, string[]>();
  const known = new Set(there);
  let before: string | undefined;
  for (const name of wanted) {
    if (known.has(name)) before = name;
    else {
      known.add(name);
      const after = followers.get(before) ?? [];
      after.push(name);
      followers.set(before, after);
    }
  }
  return [undefined, ...there].flatMap((name) => [
    ...(name === undefined ? [] : [name]),
    ...(followers.get(name) ?? []),
  ]);
}

/** A record from pairs, without the pairs that say nothing; names such as `__proto__` are only names. */
export const record = <T>(pairs: Iterable<readonly [string, T | undefined]>): Record<string, T> =>
  Object.fromEntries(
    [...pairs].filter((pair): pair is readonly [string, T] => pair[1] !== undefined),
  );

export const own = <T>(of: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  of !== undefined && Object.hasOwn(of, key) ? of[key] : undefined;
