import { resolveBaseUrl } from "./base-url.js";
import { systemClock } from "./clock.js";
import type { Clock } from "./clock.js";
import { demand } from "./demand.js";
import { noHooks } from "./hooks.js";
import type { Hooks } from "./hooks.js";
import { createRateLimiter } from "./limiter.js";
import type { RateLimiter } from "./limiter.js";
import type { ErrorGroup } from "./operation.js";
import type { ClientOptions, Fetch, RateLimitOptions, TokenProvider } from "./options.js";
import { settle } from "./settings.js";
import type { Settings } from "./settings.js";
import { demandToken } from "./text.js";
import { createApp, provideFrom } from "./tokens.js";
import type { App } from "./tokens.js";

/** What all operations of a package share. */
export interface Service {
  readonly name: string;
  /** The platform's general codes; an operation's own entries come first. */
  readonly errors: readonly ErrorGroup[];
}

/** What a request goes by: what its client has settled, and for a call what the caller chose. */
export interface Context extends Settings {
  readonly base: string;
  readonly fetch: Fetch;
  readonly errors: readonly ErrorGroup[];
  readonly clock: Clock;
  readonly hooks: Hooks;
  readonly signal: AbortSignal | undefined;
}

/** The settled form of the options. It holds no secret: those are in closures. */
export interface Connection extends Context {
  readonly appId: string;
  readonly provide: TokenProvider;
  /** Undefined when tokens come from elsewhere. */
  readonly app: App | undefined;
  /** Undefined when the rate limits are not kept. */
  readonly limiter: RateLimiter | undefined;
  /** In place of the documented limits, by operation id. */
  readonly limits: NonNullable<RateLimitOptions["limits"]>;
}

/** One app at one base URL, with tokens and limits of its own. Make one and share it. */
export interface Client {
  readonly service: string;
  /** Empty when tokens come from elsewhere and no app was named. */
  readonly appId: string;
  readonly baseUrl: string;
  /** For the operations' own use; its shape may change at any time. */
  readonly "~connection": Connection;
}

/**
 * Makes the client of a service; nothing is sent yet. Throws a `TypeError` for an option that
 * cannot work.
 */
export function connect(
  options: ClientOptions,
  service: Service,
  time: Partial<Clock> = {},
): Client {
  const { appId = "", appSecret, token, baseUrl = "feishu" } = options;
  const {
    fetch = (url, init) => globalThis.fetch(url, init),
    hooks = noHooks,
    rateLimit = {},
  } = options;
  if (token === undefined)
    for (const [name, text] of Object.entries({ appId, appSecret }))
      demand(!!text && typeof text === "string", `${name}: use non-empty text`);
  if (typeof token === "string") demandToken("token", token);
  const clock = { ...systemClock, ...time };
  const { limits = {}, limiter = createRateLimiter(clock) } = rateLimit || {};
  for (const { calls, per } of Object.values(limits).flatMap((bounds) => bounds ?? []))
    demand(calls >= 1 && per > 0, "rateLimit: use positive numbers");
  const context = settle(options, {
    timeout: 30_000,
    retries: 2,
    maxWait: 60_000,
    retryOn: [],
    tenantKey: undefined,
    input: "documented",
    output: hooks.onUnexpected ? "documented" : "off",
    base: resolveBaseUrl(baseUrl),
    fetch,
    errors: service.errors,
    appId,
    limiter: rateLimit ? limiter : undefined,
    limits,
    clock,
    hooks,
    signal: undefined,
  });
  const app = token === undefined ? createApp(context, options) : undefined;
  const provide = app ? provideFrom(app) : typeof token === "function" ? token : () => token ?? "";
  const connection = { ...context, app, provide };
  return { service: service.name, appId, baseUrl: context.base, "~connection": connection };
}
