import { attempt } from "./attempt.js";
import type { Transport } from "./client.js";
import { ResponseError } from "./client-error.js";
import { isToken } from "./text.js";

const operation = { id: "tenant_access_token.internal", errors: [], scopes: [] };

/** Life a token must have left to be sent, in milliseconds. */
const margin = 180_000;

interface Stored {
  readonly token: string;
  /** Not to be sent from this moment on. */
  readonly until: number;
}

/**
 * The tenant tokens of one own app: kept until three minutes before their end, and fetched by one
 * request however many calls wait. No caller's signal ends that request; a failure is not kept.
 */
export function tenantTokens(
  transport: Transport,
  appId: string,
  appSecret: string,
  now: () => number,
): () => string | Promise<string> {
  let stored: Stored | undefined;
  let flight: Promise<string> | undefined;

  const request = {
    operation,
    url: `${transport.base}/open-apis/auth/v3/tenant_access_token/internal`,
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ app_id: appId, app_secret: appSecret }),
    repeatable: true,
  };

  async function renew(attempts: number): Promise<string> {
    const asked = now(); // before the request: `expire` is the life left when the server answers
    const reply = await attempt(transport, request, appSecret, transport.timeout, undefined);
    const { tenant_access_token: token, expire } = reply.body;
    if (isToken(token)) {
      stored = { token, until: asked + Number(expire) * 1000 - margin };
      if (now() < stored.until) return token;
      // So close to its end, asking again gives a new token.
      if (attempts > 1) return renew(attempts - 1);
    }
    const facts = { status: reply.response.status, logId: reply.logId };
    throw new ResponseError(operation.id, "no token with 3 minutes of life left", facts);
  }

  return () => {
    if (stored !== undefined && now() < stored.until) return stored.token;
    return (flight ??= renew(2).finally(() => (flight = undefined)));
  };
}
