/**
 * Waits for work that others share: an aborted signal ends this waiting with its reason, while the
 * work itself goes on.
 */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener("abort", leave);
    void work.then(resolve, reject).then(() => signal.removeEventListener("abort", leave));
  });
}
