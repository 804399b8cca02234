/** What became of a failed call, and what may be done about it. */
export interface Fate {
  /** Whether sending the same call again may help and cannot apply it twice. */
  readonly retryable: boolean;
  /** Whether a write may have taken effect although its call failed: look before you repeat it. */
  readonly mayHaveBeenApplied: boolean;
}

/**
 * When nobody knows what became of the request. What that means for the call depends on whether it
 * is a write that can be repeated, which `send` knows.
 */
export const unknownFate: Fate = { retryable: true, mayHaveBeenApplied: true };

/** What every error tells besides its message. */
export interface ClientErrorFacts extends Fate {
  /** The HTTP status, which does not classify errors on this platform; undefined without a reply. */
  readonly status?: number | undefined;
  /** What vendor support asks for. */
  readonly logId?: string | undefined;
  /** Set when a later page failed: the `page_token` to go on from. */
  readonly pageToken?: string | undefined;
}

// The classes take their fields from interfaces; `Object.assign` in the constructor sets them all.
export interface ClientError extends ClientErrorFacts {}

/** The root of every error this package raises, so that one `instanceof` tells it from others. */
export class ClientError extends Error {
  /** The operation that failed: `talent.list`. */
  readonly operation: string;

  // Not `ErrorOptions`: libraries older than ES2022 do not have it, and callers compile against this.
  /** The message begins with the operation; `text` continues it. */
  constructor(
    operation: string,
    text: string,
    facts?: Partial<ClientErrorFacts>,
    options?: { readonly cause?: unknown },
  ) {
    super(operation + text, options);
    this.operation = operation;
    Object.assign(this, { retryable: false, mayHaveBeenApplied: false }, facts);
  }

  // A getter: the stack's first line is right from the start, and inspection is not repeated.
  override get name(): string {
    return "ClientError";
  }
}

/**
 * No usable connection. `cause` is what `fetch` threw; where it proves that nothing was sent, even a
 * write is `retryable`.
 */
export class NetworkError extends ClientError {
  override get name(): string {
    return "NetworkError";
  }
}

/** No complete reply in time: the request may or may not have been carried out. */
export class TimeoutError extends ClientError {
  override get name(): string {
    return "TimeoutError";
  }
}

/** Where a reply came from, as far as errors tell it. */
export interface ReplyFacts {
  readonly status: number;
  readonly logId: string | undefined;
}

/**
 * A reply that is not the platform's: a redirect, a proxy's page, broken JSON, or paging that goes
 * in circles. `status` is undefined when the fault is not in a single reply.
 */
export class ResponseError extends ClientError {
  override get name(): string {
    return "ResponseError";
  }
}

/** ` (HTTP 400, log id 2024…)`, for messages. */
export function origin({ status, logId }: ReplyFacts): string {
  return ` (HTTP ${status}${logId ? `, log id ${logId}` : ""})`;
}
