import { ApiError, AuthenticationError, PermissionError, RateLimitError } from "./api-error.js";
import type { Prepared } from "./attempt.js";
import { origin } from "./client-error.js";
import type { Fate, ReplyFacts } from "./client-error.js";
import type { ErrorGroup, Reaction } from "./operation.js";
import { findApplyUrl, findScopes } from "./permission.js";

/** What a refusal says, cleaned and capped. */
export interface Refusal extends ReplyFacts {
  readonly code: number;
  readonly msg: string;
}

/**
 * The error for a code other than 0. The operation's own entry wins over the platform's. `error` is
 * the envelope's object of that name, or an empty one; `reset` the seconds until such calls are
 * taken again; `unknown` what holds of the call if the code does not tell whether it was applied.
 */
export function apiError(
  refusal: Refusal,
  error: Readonly<Record<string, unknown>>,
  reset: string | null,
  { operation: { id, docs, errors, scopes: documented } }: Prepared,
  general: readonly ErrorGroup[],
  unknown: Fate,
): ApiError {
  const { code, msg } = refusal;
  const entry = errors.find((one) => one.code === code);
  const group = general.find(({ codes }) => codes.includes(code));
  const { name: codeName, label } = entry ?? {};
  const { advice, retry, kind }: Reaction = entry ?? group ?? {};
  const fate = retry === "ifIdempotent" ? unknown : { retryable: retry === "always" };
  const facts = { ...refusal, codeName, label, advice, docs, ...fate };
  let text = ` failed: ${code} ${label ?? msg}${origin(refusal)}.`;
  if (advice) text += ` ${advice}`;
  if (kind === "rateLimit") {
    const retryAfter = reset && Number(reset) >= 0 ? Number(reset) * 1000 : undefined;
    return new RateLimitError(id, text, { ...facts, retryAfter });
  }
  if (kind === "permission") {
    const named = findScopes(error);
    const scopes = named[0] ? named : documented;
    const applyUrl = findApplyUrl(error);
    if (scopes[0]) text += ` Any one of these scopes is enough: ${scopes.join(", ")}.`;
    if (applyUrl) text += ` Apply at ${applyUrl}`;
    return new PermissionError(id, text, { ...facts, scopes, applyUrl });
  }
  if (!kind) return new ApiError(id, text, facts);
  return new AuthenticationError(id, text, { ...facts, tokenRefused: kind === "token" });
}
