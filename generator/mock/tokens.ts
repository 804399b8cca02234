import type { Operation, TokenKind } from "../model/model.js";
import type { Refusal } from "./answer.js";

const LIFE = 7_200_000;
/** With as much left, the platform hands out the token that it already gave. */
const KEPT = 1_800_000;

type Issued = Exclude<TokenKind, "user">;

export interface Grant {
  readonly token: string;
  readonly kind: Issued;
  readonly app: string;
  /** The tenant key; empty for an app that belongs to its only tenant, and for app tokens. */
  readonly tenant: string;
  readonly expires: number;
}

export interface Tokens {
  readonly issue: (kind: Issued, app: string, tenant?: string) => Grant;
  readonly find: (token: string) => Grant | undefined;
}

/** The tokens that one server has given out. */
export function createTokens(now: () => number): Tokens {
  const byToken = new Map<string, Grant>();
  const latest = new Map<string, Grant>();
  let count = 0;
  const issue = (kind: Issued, app: string, tenant = ""): Grant => {
    const owner = JSON.stringify([kind, app, tenant]);
    const known = latest.get(owner);
    if (known !== undefined && known.expires - now() >= KEPT) return known;
    for (const [token, { expires }] of byToken) if (expires <= now()) byToken.delete(token);
    const token = `${kind === "tenant" ? "t" : "a"}-mock-${++count}`;
    const grant: Grant = { token, kind, app, tenant, expires: now() + LIFE };
    byToken.set(token, grant);
    latest.set(owner, grant);
    return grant;
  };
  const find = (token: string): Grant | undefined => {
    const grant = byToken.get(token);
    return grant !== undefined && grant.expires > now() ? grant : undefined;
  };
  return { issue, find };
}

export type Caller = { readonly caller: string } | { readonly refusal: Refusal };

/**
 * Who calls. User tokens come from a consent page, which a mock does not have, so every token that
 * starts with `u-` is taken for one.
 */
export function identify(
  operation: Operation,
  header: string | undefined,
  find: Tokens["find"],
): Caller {
  const [first] = operation.tokens;
  if (first === undefined) return { caller: "" };
  if (header === undefined || header === "") return { refusal: "missingToken" };
  const token = /^Bearer +(\S+)$/iu.exec(header)?.[1];
  if (token === undefined) return { refusal: "malformedToken" };
  const grant = find(token);
  if (grant !== undefined && operation.tokens.includes(grant.kind))
    return { caller: JSON.stringify([grant.app, grant.tenant]) };
  if (token.startsWith("u-") && operation.tokens.includes("user")) return { caller: token };
  return { refusal: REFUSED[first] };
}

const REFUSED = {
  tenant: "tenantToken",
  app: "appToken",
  user: "userToken",
} as const satisfies Record<TokenKind, Refusal>;
