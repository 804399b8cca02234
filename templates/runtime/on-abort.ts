interface Listener extends EventListenerObject {
  readonly callbacks: Set<() => void>;
}

const listeners = new WeakMap<AbortSignal, Listener>();

/**
 * Calls back once the signal is aborted, at once if it is already; returns what ends this. However
 * many calls go by a signal, it has one listener: more than ten would make Node warn of a leak.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal || signal.aborted) {
    if (signal) callback();
    return () => {};
  }
  let listener = listeners.get(signal);
  if (!listener) {
    const callbacks = new Set<() => void>();
    listener = { callbacks, handleEvent: () => callbacks.forEach((one) => one()) };
    listeners.set(signal, listener);
    signal.addEventListener("abort", listener, { once: true });
  }
  const { callbacks } = listener;
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size || listeners.get(signal) !== listener) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", listener);
  };
}
