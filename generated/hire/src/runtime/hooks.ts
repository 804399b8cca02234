import type { ClientError } from "./client-error.js";
import type { Issue } from "./issues.js";

/**
 * One attempt of a call or of a request for a token, about to leave. Whatever else is told of the
 * attempt carries the same object, so that it can be the key of a `WeakMap`.
 */
export interface RequestEvent {
  /** The operation's id: `talent.list`. */
  readonly operation: string;
  readonly method: string;
  /** `https://open.feishu.cn` */
  readonly baseUrl: string;
  /** With its `:name` places unfilled: what would fill them, query and body may be personal. */
  readonly path: string;
  /** 1 for the first of a call. */
  readonly attempt: number;
}

/** The end of an attempt, good or bad. */
export interface ResponseEvent {
  readonly request: RequestEvent;
  /** Milliseconds from the start of sending to the last byte of the reply. */
  readonly duration: number;
  /** The HTTP status; undefined when no reply came. */
  readonly status: number | undefined;
  /** What vendor support asks for. */
  readonly logId: string | undefined;
  /** Why it failed: a `ClientError`, or the reason of the caller's signal; undefined if it did not. */
  readonly error: unknown;
}

/** Another attempt is about to be made. */
export interface RetryEvent {
  /** The new attempt. */
  readonly request: RequestEvent;
  /** Why: the failure of the one before. */
  readonly error: ClientError;
  /** Milliseconds that were waited in between; 0 when another token is tried. */
  readonly delay: number;
}

/** A reply that differs from its documentation. The call it belongs to succeeds all the same. */
export interface UnexpectedEvent {
  /** The operation's id: `talent.list`. */
  readonly operation: string;
  readonly issues: readonly Issue[];
}

/**
 * Calls back into the application, at once and without waiting. Nothing secret is in what they are
 * given; what they throw is ignored.
 */
export interface Hooks {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Giving it turns the check of replies on, at the level `documented`. */
  readonly onUnexpected?: ((event: UnexpectedEvent) => void) | undefined;
}

/** Of a client that nobody listens to. */
export const noHooks: Hooks = {};
