import { abortable } from "./abortable.js";
import type { Context } from "./client.js";
import { origin, ResponseError } from "./client-error.js";
import { demand } from "./demand.js";
import type { Reply } from "./envelope.js";
import type { AppOptions, StoredToken, TokenProvider } from "./options.js";
import { jsonType } from "./request.js";
import { send } from "./send.js";
import { isToken } from "./text.js";
import { tolerant } from "./tolerant.js";

/** Milliseconds of life that a token must have left to be sent. */
const margin = 180_000;
/**
 * Milliseconds of life below which, and not before, the platform gives a new token: half an hour,
 * which a round trip must not make less of.
 */
const renewable = 1_799_500;
/** Milliseconds at least between two tries to renew a token that is still good. */
const patience = 60_000;

/** Milliseconds that a token store may take to answer. */
const storePatience = 5_000;

/** The kinds of token that an app can have itself. */
export type AppTokenKind = "tenant" | "app";

type Fields = Readonly<Record<string, string>>;

/** An app, as a source of tokens sees it. The credentials are in closures only. */
export interface App {
  /** Asks a token endpoint, `tenant_access_token.internal` say; the app's credentials go along. */
  readonly ask: (id: string, fields?: Fields, credentials?: Fields) => Promise<Reply>;
  /** A token fit for use, other than `refused` if there is another. */
  readonly token: (
    kind: AppTokenKind,
    tenantKey?: string,
    refused?: string,
  ) => string | Promise<string>;
}

/** How an app asks for a token; the reply has it as `tenant_access_token` or `app_access_token`. */
export type TokenSource = (app: App, kind: AppTokenKind, tenantKey: string) => Promise<Reply>;

/** An app of the tenant's own. */
const ownApp: TokenSource = ({ ask }, kind, tenantKey) => {
  demand(!tenantKey, "tenantKey: for store apps only");
  return ask(`${kind}_access_token.internal`);
};

/** A token that an app has, or is about to have. */
interface Kept {
  token: string;
  expiresAt: number;
  /** Not before this moment is renewing it tried again, as long as it is good. */
  retryAt: number;
  /** The one request under way, however many calls wait for it. */
  renewal?: Promise<string> | undefined;
}

/**
 * The tokens of one app: kept until three minutes before their end, renewed in the background from
 * half an hour before it, and fetched by one request however many calls wait. No caller's signal
 * ends that request; a failure is not kept.
 */
export function createApp(
  context: Context,
  { appId, appSecret, tokens = ownApp, tokenStore }: AppOptions,
): App {
  const { base, clock } = context;
  const all = new Map<string, Kept>();
  const app: App = { ask, token };
  return app;

  function ask(
    id: string,
    fields?: Fields,
    credentials: Fields = { app_id: appId, app_secret: appSecret },
  ): Promise<Reply> {
    const path = `/open-apis/auth/v3/${id.replace(".", "/")}`;
    const sent = { ...credentials, ...fields };
    const request = {
      operation: { id, method: "POST", path, effect: "read", errors: [], scopes: [] },
      url: base + path,
      headers: { "content-type": jsonType },
      body: JSON.stringify(sent),
      repeatableUntil: 0,
      secrets: Object.values(sent),
    } as const;
    return send(context, request);
  }

  function token(kind: AppTokenKind, tenantKey = "", refused?: string): string | Promise<string> {
    const key = `${base} ${appId} ${tenantKey} ${kind}`;
    const kept = all.get(key) ?? { token: "", expiresAt: 0, retryAt: 0 };
    all.set(key, kept);
    if (kept.token === refused) kept.expiresAt = 0;
    const now = clock.now();
    const isGood = kept.expiresAt - now >= margin;
    if (isGood && now < Math.max(kept.expiresAt - renewable, kept.retryAt)) return kept.token;
    if (isGood) kept.retryAt = now + patience;
    kept.renewal ??= renew(key, kind, tenantKey, refused).then(
      ({ token: fresh, expiresAt }) => {
        Object.assign(kept, { token: fresh, expiresAt, renewal: undefined });
        return token(kind, tenantKey); // which renews it once more if it, too, is near its end
      },
      (error: unknown) => {
        kept.renewal = undefined;
        throw error;
      },
    );
    if (!isGood) return kept.renewal;
    kept.renewal.catch(() => {});
    return kept.token;
  }

  async function renew(
    key: string,
    kind: AppTokenKind,
    tenantKey: string,
    refused: string | undefined,
  ): Promise<StoredToken> {
    const shared = await inTime(() => tokenStore?.get(key));
    if (isToken(shared?.token) && shared.token !== refused)
      if (shared.expiresAt - clock.now() >= renewable) return shared;
    for (let tries = 1; ; tries++) {
      const asked = clock.now(); // before the request: `expire` is the life left at the answer
      const name = `${kind}_access_token`;
      const { body, status, logId } = await tokens(app, kind, tenantKey);
      const { [name]: given, expire } = body;
      const expiresAt = asked + Number(expire) * 1000;
      const isLeft = expiresAt - clock.now() >= margin;
      if (isToken(given) && isLeft) {
        const stored = { token: given, expiresAt };
        await inTime(() => tokenStore?.set(key, stored));
        return stored;
      }
      // So close to its end, asking again gives a new token.
      if (isToken(given) && tries < 2) continue;
      const facts = { status, logId };
      const text = ` failed: no token with 3 minutes left${origin(facts)}`;
      throw new ResponseError(name, text, facts);
    }
  }
}

/** A store that fails, or gives no answer, is as good as none: it must not take the calls down with it. */
const inTime = <T>(use: () => T | Promise<T>): Promise<T | undefined> =>
  tolerant(() => abortable(use(), AbortSignal.timeout(storePatience)));

/** The tokens of an app are what its calls are sent with. */
export const provideFrom =
  ({ token }: App): TokenProvider =>
  ({ accepts, tenantKey, refused }) =>
    accepts.includes("tenant") ? token("tenant", tenantKey, refused) : token("app", "", refused);
