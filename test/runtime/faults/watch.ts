import { onTestFinished, vi } from "vitest";

/**
 * Watches the timers that last as long as one of `lengths`, which is how those of a client are told from others: those
 * that were never cleared, and how many there were.
 */
export function watchTimers(lengths: readonly number[]) {
  const set = vi.spyOn(globalThis, "setTimeout");
  const clear = vi.spyOn(globalThis, "clearTimeout");
  onTestFinished(() => {
    set.mockRestore();
    clear.mockRestore();
  });
  const ours = () => {
    const made = set.mock.results.filter((_, at) => lengths.includes(set.mock.calls[at]?.[1] ?? 0));
    return made.map(({ value }) => value);
  };
  const cleared = () => new Set<unknown>(clear.mock.calls.map(([timer]) => timer));
  return {
    made: () => ours().length,
    left: () => ours().filter((timer) => !cleared().has(timer)).length,
  };
}

/** How many TCP sockets this process holds, on either end. */
export const openSockets = (): number =>
  process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
