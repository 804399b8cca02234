import { examine } from "./cause.js";
import type { Context } from "./client.js";
import { NetworkError, TimeoutError, unknownFate } from "./client-error.js";
import { longestTimer } from "./clock.js";
import { readReply } from "./envelope.js";
import type { Reply } from "./envelope.js";
import type { AnyOperation } from "./operation.js";
import { onAbort } from "./on-abort.js";
import { readText } from "./text.js";

/** One request, ready to be sent any number of times, and what its errors must be able to tell. */
export interface Prepared {
  readonly operation: Pick<
    AnyOperation,
    "id" | "method" | "path" | "effect" | "errors" | "scopes" | "docs"
  >;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
  /** Until this moment a write can be sent again without being applied twice. */
  readonly repeatableUntil: number;
  /** What it carries that must not be told: struck from any text the server echoes. */
  readonly secrets: readonly string[];
}

/**
 * Sends the request once, and reads the reply, within `timeout` milliseconds. Rejects with a
 * `ClientError`, or with the reason of the caller's signal.
 */
export async function attempt(
  { fetch, errors, timeout, signal }: Context,
  request: Prepared,
): Promise<Reply> {
  const { url, headers, body } = request;
  const { id, method } = request.operation;
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, Math.min(timeout, longestTimer));
  const end = onAbort(signal, abort);
  let response: Response;
  let text: string;
  try {
    signal?.throwIfAborted();
    const init = { method, headers, body, signal: controller.signal, redirect: "manual" } as const;
    response = await fetch(url, init);
    text = await readText(response);
  } catch (error) {
    signal?.throwIfAborted();
    if (controller.signal.aborted) {
      const late = ` failed: no complete reply within ${timeout} ms`;
      throw new TimeoutError(id, late, unknownFate);
    }
    const { code, isUnsent } = examine(error);
    const lost = ` failed: connection lost${code && ` (${code})`}`;
    const fate = isUnsent ? { retryable: true } : unknownFate;
    throw new NetworkError(id, lost, fate, { cause: error });
  } finally {
    clearTimeout(timer);
    end?.();
  }
  return readReply(text, response, request, errors);
}
