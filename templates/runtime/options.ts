import type { Hooks } from "./hooks.js";
import type { RateLimiter } from "./limiter.js";
import type { RateLimit, TokenKind } from "./operation.js";
import type { Choices } from "./settings.js";
import type { TokenSource } from "./tokens.js";

/** The part of the standard `fetch` that is used. It must honour `signal` and `redirect: "manual"`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How the documented rate limits are kept. */
export interface RateLimitOptions {
  /** Limits in place of the documented ones, by operation id: `{ "talent.list": [{ calls: 10, per: 1000 }] }`. */
  readonly limits?: Readonly<Record<string, readonly RateLimit[] | undefined>> | undefined;
  /** Takes the place of the one in memory, say to share the limits among processes. */
  readonly limiter?: RateLimiter | undefined;
}

/** What a call needs a token for. */
export interface TokenRequest {
  /** The kinds that the operation accepts; any of them will do. */
  readonly accepts: readonly TokenKind[];
  readonly tenantKey: string | undefined;
  /** The token that was just refused. The same answer once more ends the call with that refusal. */
  readonly refused: string | undefined;
}

/**
 * Gives an access token for a call; asked before every attempt, so keep what you fetch. A promise of
 * a new token each time costs a call two turns of its rate limit.
 */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;

/** A token as it is kept. */
export interface StoredToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * Where the tokens of an app are kept, so that processes can share them; a `Map` is one. Keys hold
 * no secret, values are secret. When a method fails, or gives no answer within 5 seconds, the call goes on without it.
 */
export interface TokenStore {
  get(key: string): StoredToken | undefined | Promise<StoredToken | undefined>;
  set(key: string, token: StoredToken): unknown;
}

/** What all clients may choose. */
export interface CommonOptions extends Choices {
  /** `feishu` (the default), `lark`, or the https URL of a private deployment; http for loopback only. */
  readonly baseUrl?: "feishu" | "lark" | (string & {}) | undefined;
  /** Documented limits are kept by default: a call waits for its turn. `false` sends at once. */
  readonly rateLimit?: RateLimitOptions | false | undefined;
  /** Takes the place of the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  readonly hooks?: Hooks | undefined;
}

/** An app that fetches its own tokens. */
export interface AppOptions extends CommonOptions {
  readonly appId: string;
  /** Kept in a closure: no inspection, log or error shows it. */
  readonly appSecret: string;
  /** Where its tokens come from: `storeApp(…)` for a store app, left out for an app of one's own. */
  readonly tokens?: TokenSource | undefined;
  /** Where its tokens are kept besides in memory. */
  readonly tokenStore?: TokenStore | undefined;
  readonly token?: undefined;
}

/** Tokens from elsewhere: a user's, or those of an app whose secret is not here. */
export interface TokenOptions extends CommonOptions {
  /** One access token for all calls, or what gives one. */
  readonly token: string | TokenProvider;
  /** Tells apps apart where limits are shared. */
  readonly appId?: string | undefined;
  readonly appSecret?: undefined;
  readonly tokens?: undefined;
  readonly tokenStore?: undefined;
}

/** How to reach the platform, and as whom. */
export type ClientOptions = AppOptions | TokenOptions;

/** What may travel in a query; an array repeats the key, undefined is left out. */
export type QueryValue = string | number | boolean | undefined;

/** Choices for one call; they win over the client's. */
export interface CallOptions extends Choices {
  /** Ends the waiting; the call rejects with the signal's reason, unchanged. */
  readonly signal?: AbortSignal | undefined;
  /** An access token to send in place of the client's; never stored or replaced. */
  readonly token?: string | undefined;
  /** `false` sends at once, without waiting for a turn. */
  readonly rateLimit?: false | undefined;
  /** More headers; `authorization` and `content-type` are not for the caller to set. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Unchecked body fields by wire name, laid over the input's: for what the types do not know yet. */
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Unchecked query values by wire name, laid over the input's. */
  readonly extraQuery?: Readonly<Record<string, QueryValue | readonly QueryValue[]>> | undefined;
}
