/** What is to be called once a signal is aborted, as its listener. */
class Callbacks extends Set<() => void> implements EventListenerObject {
  handleEvent(): void {
    for (const callback of this) callback();
  }
}

const listeners = new WeakMap<AbortSignal, Callbacks>();

/**
 * Calls back once the signal is aborted, at once if it is already; returns what ends this, while
 * there is something to end. However many calls go by a signal, it has one listener: more than ten
 * would make Node warn of a leak.
 */
export function onAbort(
  signal: AbortSignal | undefined,
  callback: () => void,
): (() => void) | undefined {
  if (signal?.aborted) callback();
  if (!signal || signal.aborted) return undefined;
  const callbacks = listeners.get(signal) ?? new Callbacks();
  if (!callbacks.size) {
    listeners.set(signal, callbacks);
    signal.addEventListener("abort", callbacks, { once: true });
  }
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", callbacks);
  };
}
