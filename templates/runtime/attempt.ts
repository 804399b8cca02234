import type { Transport } from "./client.js";
import { NetworkError, TimeoutError } from "./client-error.js";
import { readReply } from "./envelope.js";
import type { Reply } from "./envelope.js";
import type { AnyOperation } from "./operation.js";

/** One request, ready to be sent any number of times, and what its errors must be able to tell. */
export interface Prepared {
  readonly operation: Pick<AnyOperation, "id" | "errors" | "scopes" | "docs">;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
  /** Whether sending it twice is harmless. */
  readonly repeatable: boolean;
}

/**
 * Sends the request once, and reads the reply, within `timeout` milliseconds. Rejects with a
 * `ClientError`, or with the reason of the caller's signal. `secret` is the token or app secret the
 * request carries, to be struck from any text the server echoes.
 */
export async function attempt(
  { fetch, errors }: Transport,
  request: Prepared,
  secret: string,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  signal?.throwIfAborted();
  const { operation, url, method, headers, body } = request;
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, Math.min(timeout, 0x7fffffff)); // a longer timer would fire at once
  signal?.addEventListener("abort", stop);
  let response: Response;
  let text: string;
  try {
    const init = { method, headers, body, signal: controller.signal, redirect: "manual" } as const;
    response = await fetch(url, init);
    text = await response.text();
  } catch (cause) {
    signal?.throwIfAborted();
    if (controller.signal.aborted)
      throw new TimeoutError(operation.id, ` failed: no complete reply within ${timeout} ms`);
    throw new NetworkError(operation.id, ` failed: connection lost${hint(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
  return readReply(text, response, request, secret, errors);
}

/** The system's short code, say ` (ECONNREFUSED)`, which Node puts one cause further down. */
function hint(error: unknown, depth = 3): string {
  if (!(error instanceof Error) || depth === 0) return "";
  const code = "code" in error ? String(error.code) : "";
  return /^[A-Z][A-Z0-9_]+$/.test(code) ? ` (${code})` : hint(error.cause, depth - 1);
}
