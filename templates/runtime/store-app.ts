import { AuthenticationError } from "./api-error.js";
import type { Client } from "./client.js";
import { demand } from "./demand.js";
import type { TokenSource } from "./tokens.js";

/**
 * The tokens of a store app, one for each tenant, for the option `tokens`. They begin with the app
 * ticket, which the platform sends as an event every hour: give the newest one, or a function that
 * looks it up. Calls then need a `tenantKey`.
 */
export function storeApp(appTicket: string | (() => string | Promise<string>)): TokenSource {
  return async ({ ask, token }, kind, tenantKey) => {
    if (kind === "app") {
      const ticket = typeof appTicket === "string" ? appTicket : await appTicket();
      return ask("app_access_token", { app_ticket: ticket });
    }
    demand(Boolean(tenantKey), "tenantKey: a store app must say which tenant it calls for");
    const ofTenant = (app_access_token: string) =>
      ask("tenant_access_token", { app_access_token, tenant_key: tenantKey }, {});
    const first = await token("app");
    return ofTenant(first).catch(async (error: unknown) => {
      const isRefused = error instanceof AuthenticationError && error.tokenRefused;
      const other = isRefused ? await token("app", "", first) : first;
      if (other === first) throw error;
      return ofTenant(other);
    });
  };
}

/**
 * Has the platform send the app ticket of a store app once more; by itself it does so every hour.
 * For when there is no ticket yet, or `ErrorCode.AppTicketInvalid` says that it is out of date.
 * Rejects with a `ClientError`, or with a `TypeError` for a client without an app secret.
 */
export async function resendAppTicket(client: Client): Promise<void> {
  const { app } = client["~connection"];
  if (!app) throw new TypeError("resendAppTicket: the client has no app secret");
  await app.ask("app_ticket.resend");
}
