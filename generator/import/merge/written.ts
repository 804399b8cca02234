import type { Entry } from "../../lint/spec.js";

/** As it stands in the file: the linter puts keys in the order of the grammar, and trims texts. */
export function written<T>(entry: Entry<T> | undefined): T | undefined {
  const value = entry?.site.path.reduce<unknown>(
    (tree, key) => (tree as Readonly<Record<string, unknown>>)[key],
    entry.site.parsed.value,
  );
  // The linter has checked it, and found it there.
  return value as T | undefined;
}
