import { onAbort } from "./on-abort.js";

/**
 * Waits for work that others share: an aborted signal ends this waiting with its reason, while the
 * work itself goes on.
 */
export function abortable<T>(work: T | Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = onAbort(signal, () => reject(signal?.reason));
    void Promise.resolve(work).then(resolve, reject).then(end);
  });
}
