import type { Issue } from "./issues.js";
import type { Validate } from "./settings.js";

/** The part of the standard `fetch` that is used. It must honour `signal` and `redirect: "manual"`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A reply that differs from its documentation. The call it belongs to succeeds all the same. */
export interface UnexpectedEvent {
  /** The operation's id: `talent.list`. */
  readonly operation: string;
  readonly issues: readonly Issue[];
}

/** Calls back into the application. What a hook throws is ignored. */
export interface Hooks {
  /** Giving it turns the check of replies on, at the level `documented`. */
  readonly onUnexpected?: ((event: UnexpectedEvent) => void) | undefined;
}

/** How to reach the platform, and as which app. */
export interface ClientOptions {
  readonly appId: string;
  /** Kept in a closure: no inspection, log or error shows it. */
  readonly appSecret: string;
  /** `feishu` (the default), `lark`, or the https URL of a private deployment; http for loopback only. */
  readonly baseUrl?: "feishu" | "lark" | (string & {}) | undefined;
  /**
   * Milliseconds an attempt may take, reading the reply included, waiting for a token not.
   * 30 000 by default; `Infinity` means no end.
   */
  readonly timeout?: number | undefined;
  /** Inputs are checked as documented by default; replies too when `hooks.onUnexpected` is given. */
  readonly validate?: Validate | undefined;
  /** Takes the place of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  readonly hooks?: Hooks | undefined;
}

/** What may travel in a query; an array repeats the key, undefined is left out. */
export type QueryValue = string | number | boolean | undefined;

/** Choices for one call; they win over the client's. */
export interface CallOptions {
  /** Ends the waiting; the call rejects with the signal's reason, unchanged. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds, as for the client. */
  readonly timeout?: number | undefined;
  /** A user's or another access token to send in place of the tenant's; never stored or replaced. */
  readonly token?: string | undefined;
  /** More headers; `authorization` and `content-type` are not for the caller to set. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly validate?: Validate | undefined;
  /** Unchecked body fields by wire name, laid over the input's: for what the types do not know yet. */
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Unchecked query values by wire name, laid over the input's. */
  readonly extraQuery?: Readonly<Record<string, QueryValue | readonly QueryValue[]>> | undefined;
}
