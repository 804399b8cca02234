/** What stands at a path of keys, written with spaces between them. */
export function at(value: unknown, path: string): object | string | undefined {
  return path.split(" ").reduce<unknown>(
    // Only what is asked for is looked into, so any object will do.
    (part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key],
    value,
  ) as object | string | undefined;
}
