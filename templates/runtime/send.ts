import { abortable } from "./abortable.js";
import { AuthenticationError, RateLimitError } from "./api-error.js";
import { attempt } from "./attempt.js";
import type { Prepared } from "./attempt.js";
import type { Context } from "./client.js";
import { ClientError } from "./client-error.js";
import type { ClientErrorFacts } from "./client-error.js";
import type { Reply } from "./envelope.js";
import { noHooks } from "./hooks.js";
import { nextDelay } from "./retry.js";
import { demandToken } from "./text.js";
import { tolerant } from "./tolerant.js";

/** Milliseconds that one reply can stop all such calls for at most, whatever it says. */
const longestPause = 60_000;

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
 * with its last failure, which also says whether an earlier attempt may have been applied. Tells
 * the hooks of it all.
 */
export async function send(context: Context, request: Prepared, access?: Access): Promise<Reply> {
  const { clock, signal } = context;
  const { effect } = request.operation;
  let failure: ClientError | undefined;
  /** Whether any attempt of a write may have been applied. */
  let mayHaveBeenApplied = false;
  let refused: string | undefined;
  let delay = 0;
  let waited = 0;
  /** Whether a write that may have been applied could be applied again, so many milliseconds from now. */
  const isOver = (ms: number): boolean =>
    mayHaveBeenApplied && clock.now() + ms >= request.repeatableUntil;
  for (let number = 1; ; number++) {
    let token: string | undefined;
    try {
      const given = access && ready(access, refused, signal);
      token = typeof given === "string" ? given : await given;
    } catch (error) {
      // Why a retry could not be made matters less than why it was needed.
      signal?.throwIfAborted();
      throw failure ?? error;
    }
    if (failure && isOver(0)) throw Object.assign(failure, { retryable: false });
    const tell = announce(context, request.operation, number, failure, delay);
    try {
      const reply = await attempt(context, authorized(request, token));
      tell?.(undefined, reply);
      return reply;
    } catch (error) {
      if (!(error instanceof ClientError)) {
        tell?.(error);
        throw error;
      }
      mayHaveBeenApplied ||= effect === "write" && error.mayHaveBeenApplied;
      const retryable = error.retryable && !isOver(0);
      failure = Object.assign(error, { mayHaveBeenApplied, retryable });
      tell?.(failure, failure);
      signal?.throwIfAborted();
    }
    delay = 0;
    if (failure instanceof AuthenticationError && failure.tokenRefused && access && !refused) {
      refused = token;
      continue;
    }
    const attempts = refused ? number - 1 : number; // trying another token is free
    const next = nextDelay(failure, attempts, waited, context, clock.random());
    if (failure instanceof RateLimitError && failure.retryAfter)
      access?.pause(Math.min(failure.retryAfter, longestPause));
    if (next === undefined || isOver(next)) throw failure;
    delay = next;
    waited += delay;
    await clock.sleep(delay, signal);
  }
}

/**
 * The token to send with an attempt, once that may leave: at once, when nothing has to be waited
 * for. Throws when there is no token other than `refused`.
 */
function ready(
  access: Access,
  refused: string | undefined,
  signal: AbortSignal | undefined,
  turns = 0,
  last?: string,
): string | Promise<string> {
  const asked = access.token(refused);
  // The token first: whoever has the turn leaves at once, or the limits would not hold. Who must
  // wait for another token all the same takes one more turn: while it waited, calls that came later
  // may have left. Two are enough: a source that gives a new token each time would never end.
  const leave = (given: string): string | Promise<string> => {
    demandToken("token", given);
    if (given === refused) throw new Error(); // the refusal is thrown in its place
    const isLate = !last || (typeof asked !== "string" && given !== last);
    const waiting = isLate && turns < 2 && access.turn();
    if (!waiting) return given;
    return abortable(waiting, signal).then(() => ready(access, refused, signal, turns + 1, given));
  };
  return typeof asked === "string" ? leave(asked) : abortable(asked, signal).then(leave);
}

/** Tells of the end of an attempt: what came of it, or why nothing did. */
type Tell = (error: unknown, facts?: Pick<ClientErrorFacts, "status" | "logId">) => void;

/** Tells the hooks that an attempt is about to leave; undefined when nobody listens. */
function announce(
  { base: baseUrl, clock, hooks }: Context,
  { id, method, path }: Prepared["operation"],
  number: number,
  failure: ClientError | undefined,
  delay: number,
): Tell | undefined {
  if (hooks === noHooks) return undefined;
  const event = { operation: id, method, baseUrl, path, attempt: number };
  if (failure) void tolerant(() => hooks.onRetry?.({ request: event, error: failure, delay }));
  const start = clock.now();
  void tolerant(() => hooks.onRequest?.(event));
  return (error, { status, logId } = {}) => {
    const duration = clock.now() - start;
    void tolerant(() => hooks.onResponse?.({ request: event, duration, status, logId, error }));
  };
}

function authorized(request: Prepared, token: string | undefined): Prepared {
  if (token === undefined) return request;
  const headers = { ...request.headers, authorization: `Bearer ${token}` };
  return { ...request, headers, secrets: [token, ...request.secrets] };
}
