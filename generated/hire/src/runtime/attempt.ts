import { codeOf, neverSent, redact } from "./cause.js";
import type { Context } from "./client.js";
import { ClientError, NetworkError, TimeoutError } from "./client-error.js";
import type { ClientErrorFacts, Fate } from "./client-error.js";
import { longest } from "./clock.js";
import { readReply } from "./envelope.js";
import type { Reply } from "./envelope.js";
import { notify } from "./hooks.js";
import type { RequestEvent } from "./hooks.js";
import type { AnyOperation } from "./operation.js";
import { onAbort } from "./on-abort.js";
import { readText } from "./text.js";

/** One request, ready to be sent any number of times, and what its errors must be able to tell. */
export interface Prepared {
  readonly operation: Pick<AnyOperation, "id" | "path" | "errors" | "scopes" | "docs">;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | null;
  readonly effect: AnyOperation["effect"];
  /** Until this moment a write can be sent again without being applied twice. */
  readonly repeatableUntil: number;
  /** What it carries that must not be told: struck from any text the server echoes. */
  readonly secrets: readonly string[];
}

/**
 * Sends the request once, and reads the reply, within `timeout` milliseconds. Rejects with a
 * `ClientError`, or with the reason of the caller's signal. Tells the hooks of both ends.
 */
export async function attempt(
  context: Context,
  request: Prepared,
  event: RequestEvent,
): Promise<Reply> {
  const { clock, hooks } = context;
  const start = clock.now();
  const tell = (facts: Partial<ClientErrorFacts>, error?: unknown) => {
    const { status, logId } = facts;
    const duration = clock.now() - start;
    notify(hooks.onResponse, { request: event, duration, status, logId, error });
  };
  notify(hooks.onRequest, event);
  try {
    const reply = await exchange(context, request);
    tell({ status: reply.response.status, logId: reply.logId });
    return reply;
  } catch (error) {
    tell(error instanceof ClientError ? error : {}, error);
    throw error;
  }
}

async function exchange(
  { fetch, errors, clock, timeout, signal }: Context,
  request: Prepared,
): Promise<Reply> {
  const { operation, url, method, headers, body, effect, repeatableUntil } = request;
  const isWrite = effect === "write";
  /** What holds of a call when nobody knows whether it was carried out. */
  const unknown = (): Fate => ({
    retryable: !isWrite || clock.now() < repeatableUntil,
    mayHaveBeenApplied: isWrite,
  });
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, Math.min(timeout, longest));
  const end = onAbort(signal, stop);
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
      throw new TimeoutError(operation.id, late, unknown());
    }
    redact(error);
    const code = codeOf(error);
    const lost = ` failed: connection lost${code && ` (${code})`}`;
    const fate = neverSent(error) ? { retryable: true } : unknown();
    throw new NetworkError(operation.id, lost, fate, { cause: error });
  } finally {
    clearTimeout(timer);
    end();
  }
  return readReply(text, response, request, errors, unknown());
}
