/** Does work of the application's own; what it throws, at once or later, is ignored. */
export const tolerant = <T>(work: () => T | Promise<T>): Promise<T | undefined> =>
  (async () => work())().catch(() => undefined);
