import { accept, type Answer, refuse } from "./answer.js";
import type { Grant, Tokens } from "./tokens.js";

export const TENANT_TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";
export const APP_TOKEN = "/open-apis/auth/v3/app_access_token/internal";

/** Any app is known to the mock; it only has to name itself. */
export function tenantToken(body: unknown, { issue }: Tokens, now: number): Answer {
  const app = appOf(body);
  if (app === undefined) return refuse("unknownApp");
  const tenant = issue("tenant", app);
  return accept({ msg: "ok", tenant_access_token: tenant.token, expire: left(tenant, now) });
}

/** The reply has one `expire` for two tokens: that of the one which ends first. */
export function appToken(body: unknown, { issue }: Tokens, now: number): Answer {
  const app = appOf(body);
  if (app === undefined) return refuse("unknownApp");
  const grant = issue("app", app);
  const tenant = issue("tenant", app);
  return accept({
    msg: "ok",
    app_access_token: grant.token,
    tenant_access_token: tenant.token,
    expire: Math.min(left(grant, now), left(tenant, now)),
  });
}

function left({ expires }: Grant, now: number): number {
  return Math.floor((expires - now) / 1000);
}

function appOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { app_id, app_secret } = body as { readonly [key: string]: unknown };
  if (typeof app_id !== "string" || app_id === "") return undefined;
  return typeof app_secret === "string" && app_secret !== "" ? app_id : undefined;
}
