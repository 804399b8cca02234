/**
 * Does work of the application's own; what it throws, at once or later, is ignored: an observer
 * must not break what it observes.
 */
export const tolerant = <T>(work: () => T | Promise<T>): Promise<T | undefined> =>
  (async () => work())().catch(() => undefined);
