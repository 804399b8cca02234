import { abortable } from "./abortable.js";
import { AuthenticationError, RateLimitError } from "./api-error.js";
import { attempt } from "./attempt.js";
import type { Prepared } from "./attempt.js";
import type { Context } from "./client.js";
import { ClientError } from "./client-error.js";
import type { Reply } from "./envelope.js";
import { notify } from "./hooks.js";
import { nextDelay } from "./retry.js";

/** What a request needs before each of its attempts. */
export interface Access {
  /** The token to send: another one than `refused`, if there is one. */
  readonly token: (refused?: string) => string | Promise<string>;
  /** Waits until the rate limits let the request leave. */
  readonly turn: () => void | Promise<void>;
  /** Lets no such request leave for so many milliseconds. */
  readonly pause: (ms: number) => void;
}

/**
 * Sends a request until it succeeds, cannot succeed, or has had its attempts and its time. It fails
 * with its last failure, which also says whether an earlier attempt may have been applied.
 */
export async function send(context: Context, request: Prepared, access?: Access): Promise<Reply> {
  const { base: baseUrl, clock, hooks, signal, maxWait } = context;
  const { operation, method } = request;
  const { id, path } = operation;
  let failure: ClientError | undefined;
  let refused: string | undefined;
  let delay = 0;
  let waited = 0;
  for (let number = 1; ; number++) {
    const token = access && (await ready(access, signal, refused).catch(giveUp));
    if (failure && isOver(0)) throw Object.assign(failure, { retryable: false });
    const event = { operation: id, method, baseUrl, path, attempt: number };
    if (failure) notify(hooks.onRetry, { request: event, error: failure, delay });
    try {
      return await attempt(context, authorized(request, token), event);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof ClientError)) throw error;
      const retryable = error.retryable && !isOver(0);
      if (failure?.mayHaveBeenApplied)
        Object.assign(error, { mayHaveBeenApplied: true, retryable });
      failure = error;
    }
    delay = 0;
    if (failure instanceof AuthenticationError && failure.tokenRefused && access && !refused) {
      refused = token;
      continue;
    }
    const attempts = refused ? number - 1 : number; // trying another token is free
    const next = nextDelay(failure, attempts, waited, context, clock.random());
    if (failure instanceof RateLimitError && failure.retryAfter)
      access?.pause(Math.min(failure.retryAfter, maxWait));
    if (next === undefined || isOver(next)) throw failure;
    delay = next;
    waited += delay;
    await clock.sleep(delay, signal);
  }

  /** Whether a write that may have been applied could be applied again, so many milliseconds from now. */
  function isOver(ms: number): boolean {
    return failure?.mayHaveBeenApplied === true && clock.now() + ms >= request.repeatableUntil;
  }

  /** Why a retry could not be made matters less than why it was needed. */
  function giveUp(error: unknown): never {
    signal?.throwIfAborted();
    throw failure ?? error;
  }
}

async function ready(
  { token, turn }: Access,
  signal: AbortSignal | undefined,
  refused: string | undefined,
): Promise<string> {
  const different = (given: string) => {
    if (given === refused) throw new Error("there is no other token");
    return given;
  };
  // The token first: whoever has the turn leaves at once, or the limits would not hold. Who must
  // wait for another token all the same takes one more turn.
  let given = different(await abortable(token(refused), signal));
  for (let turns = 0; turns < 2; turns++) {
    const waiting = turn();
    if (!waiting) break;
    await abortable(waiting, signal);
    const now = token(refused);
    if (typeof now === "string") return different(now);
    const late = different(await abortable(now, signal));
    if (late === given) break;
    given = late;
  }
  return given;
}

function authorized(request: Prepared, token: string | undefined): Prepared {
  if (token === undefined) return request;
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  return { ...request, headers, secrets: [token, ...request.secrets] };
}
