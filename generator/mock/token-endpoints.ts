import { accept, type Answer, refuse, refuseFields } from "./answer.js";
import type { Grant, Tokens } from "./tokens.js";

/** Where tokens are asked for. */
export interface TokenDesk {
  readonly tokens: Tokens;
  /** When the request came: all of the reply is about that moment. */
  readonly at: number;
  /** The one that counts; any, if undefined. */
  readonly appTicket: string | undefined;
}

type Endpoint = (body: unknown, desk: TokenDesk) => Answer;

/** By path. Any app is known to the mock; it only has to name itself. */
export const TOKEN_ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/open-apis/auth/v3/tenant_access_token/internal": tenantToken,
  "/open-apis/auth/v3/app_access_token/internal": appToken,
  "/open-apis/auth/v3/app_access_token": storeAppToken,
  "/open-apis/auth/v3/tenant_access_token": storeTenantToken,
  "/open-apis/auth/v3/app_ticket/resend": resendTicket,
};

function tenantToken(body: unknown, { tokens, at }: TokenDesk): Answer {
  const app = appOf(body);
  if (app === undefined) return refuse("unknownApp");
  const tenant = tokens.issue("tenant", app);
  return accept({ msg: "ok", tenant_access_token: tenant.token, expire: left(tenant, at) });
}

/** The reply has one `expire` for two tokens: that of the one which ends first. */
function appToken(body: unknown, { tokens, at }: TokenDesk): Answer {
  const app = appOf(body);
  if (app === undefined) return refuse("unknownApp");
  const grant = tokens.issue("app", app);
  const tenant = tokens.issue("tenant", app);
  return accept({
    msg: "ok",
    app_access_token: grant.token,
    tenant_access_token: tenant.token,
    expire: Math.min(left(grant, at), left(tenant, at)),
  });
}

function storeAppToken(body: unknown, { tokens, at, appTicket }: TokenDesk): Answer {
  const app = appOf(body);
  if (app === undefined) return refuse("unknownApp");
  const ticket = textOf(body, "app_ticket");
  if (ticket === undefined || ticket !== (appTicket ?? ticket)) return refuse("appTicket");
  const grant = tokens.issue("app", app);
  return accept({ msg: "ok", app_access_token: grant.token, expire: left(grant, at) });
}

function storeTenantToken(body: unknown, { tokens, at }: TokenDesk): Answer {
  const grant = tokens.find(textOf(body, "app_access_token") ?? "");
  if (grant?.kind !== "app") return refuse("appToken");
  const key = textOf(body, "tenant_key");
  if (key === undefined) return refuseFields([{ field: "tenant_key", description: "is required" }]);
  const tenant = tokens.issue("tenant", grant.app, key);
  return accept({ msg: "ok", tenant_access_token: tenant.token, expire: left(tenant, at) });
}

/** The ticket itself would come as an event, which nobody here sends. */
function resendTicket(body: unknown): Answer {
  return appOf(body) === undefined ? refuse("unknownApp") : accept({ msg: "ok" });
}

function left({ expires }: Grant, now: number): number {
  return Math.floor((expires - now) / 1000);
}

function appOf(body: unknown): string | undefined {
  const app = textOf(body, "app_id");
  return textOf(body, "app_secret") === undefined ? undefined : app;
}

/** A field's text, unless there is none in it. */
function textOf(body: unknown, name: string): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" && value !== "" ? value : undefined;
}
