import { resolveBaseUrl } from "./base-url.js";
import type { ErrorGroup } from "./operation.js";
import type { ClientOptions, Fetch, Hooks } from "./options.js";
import { settle } from "./settings.js";
import type { Settings } from "./settings.js";
import { tenantTokens } from "./tokens.js";

export type { ClientOptions, Fetch, Hooks, UnexpectedEvent } from "./options.js";

/** What all operations of a package share. */
export interface Service {
  readonly name: string;
  /** The platform's general codes; an operation's own entries come first. */
  readonly errors: readonly ErrorGroup[];
}

/** What every request of a client has in common. */
export interface Transport extends Settings {
  readonly base: string;
  readonly fetch: Fetch;
  readonly errors: readonly ErrorGroup[];
}

/** The settled form of the options. It holds no secret: those are in the closure of `tenantToken`. */
export interface Connection extends Transport {
  readonly onUnexpected: Hooks["onUnexpected"];
  /** A token fit for use; only a promise when one must be fetched. */
  readonly tenantToken: () => string | Promise<string>;
}

/** One app at one base URL, with a token cache of its own. Make one and share it. */
export interface Client {
  readonly service: string;
  readonly appId: string;
  readonly baseUrl: string;
  /** For the operations' own use; its shape may change at any time. */
  readonly "~connection": Connection;
}

/**
 * Makes the client of a service; nothing is sent yet. Throws a `TypeError` for an option that
 * cannot work. `now` is the clock in milliseconds.
 */
export function connect(
  options: ClientOptions,
  service: Service,
  now: () => number = Date.now,
): Client {
  const { appId, appSecret, baseUrl = "feishu", fetch } = options;
  for (const [name, text] of Object.entries({ appId, appSecret }))
    if (typeof text !== "string" || text === "") throw new TypeError(`${name}: use non-empty text`);
  const onUnexpected = options.hooks?.onUnexpected;
  const output = onUnexpected ? "documented" : "off";
  const transport: Transport = {
    ...settle(options, { timeout: 30_000, input: "documented", output }),
    base: resolveBaseUrl(baseUrl),
    fetch: fetch ?? ((url, init) => globalThis.fetch(url, init)),
    errors: service.errors,
  };
  const tenantToken = tenantTokens(transport, appId, appSecret, now);
  const connection: Connection = { ...transport, onUnexpected, tenantToken };
  return { service: service.name, appId, baseUrl: transport.base, "~connection": connection };
}
