/** The root of every error this package raises, so that one `instanceof` tells it from others. */
export class ClientError extends Error {
  /** The operation that failed: `talent.list`. */
  readonly operation: string;

  // Not `ErrorOptions`: libraries older than ES2022 do not have it, and callers compile against this.
  /** The message begins with the operation; `text` continues it. */
  constructor(operation: string, text: string, options?: { readonly cause?: unknown }) {
    super(operation + text, options);
    this.operation = operation;
  }

  // A getter: the stack's first line is right from the start, and inspection is not repeated.
  override get name(): string {
    return "ClientError";
  }
}

/** No usable connection: the request may or may not have arrived. `cause` is what `fetch` threw. */
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
  readonly logId?: string | undefined;
}

/**
 * A reply that is not the platform's: a redirect, a proxy's page, broken JSON, or paging that goes
 * in circles.
 */
export class ResponseError extends ClientError {
  /** The HTTP status; undefined when the fault is not in a single reply. */
  readonly status: number | undefined;
  /** What vendor support asks for. */
  readonly logId: string | undefined;

  constructor(operation: string, what: string, facts?: ReplyFacts, shown = "") {
    super(operation, ` failed: ${what}${facts ? origin(facts) : ""}${shown && `: ${shown}`}`);
    this.status = facts?.status;
    this.logId = facts?.logId;
  }

  override get name(): string {
    return "ResponseError";
  }
}

/** ` (HTTP 400, log id 2024…)`, for messages. */
export function origin({ status, logId }: ReplyFacts): string {
  return ` (HTTP ${status}${logId ? `, log id ${logId}` : ""})`;
}
