import { ApiError, AuthenticationError, PermissionError, RateLimitError } from "./api-error.js";
import type { Prepared } from "./attempt.js";
import { origin, unknownFate } from "./client-error.js";
import type { ReplyFacts } from "./client-error.js";
import type { ErrorEntry, ErrorGroup } from "./operation.js";
import { findApplyUrl, findScopes } from "./permission.js";

/** What a refusal says, cleaned and capped. */
export interface Refusal extends ReplyFacts {
  readonly code: number;
  readonly msg: string;
}

/**
 * The error for a code other than 0. The operation's own entry wins over the platform's. `error` is
 * the envelope's object of that name, or an empty one; `reset` the seconds until such calls are
 * taken again.
 */
export function apiError(
  { id, docs, errors, scopes: documented }: Prepared["operation"],
  refusal: Refusal,
  error: Readonly<Record<string, unknown>>,
  reset: string | null,
  general: readonly ErrorGroup[],
): ApiError {
  const { code, msg } = refusal;
  const entry: Partial<ErrorEntry> | undefined =
    errors.find((one) => one.code === code) ?? general.find(({ codes }) => codes.includes(code));
  const { name: codeName, label, advice, retry, kind } = entry ?? {};
  const fate = retry === "ifIdempotent" ? unknownFate : { retryable: retry === "always" };
  const facts = { ...refusal, codeName, label, advice, docs, ...fate };
  let text = ` failed: ${code} ${label ?? msg}${origin(refusal)}.`;
  if (advice) text += ` ${advice}`;
  if (kind === "rateLimit") {
    const ms = Number(reset || NaN) * 1000;
    const retryAfter = ms >= 0 ? ms : undefined;
    return new RateLimitError(id, text, { ...facts, retryAfter });
  }
  if (kind === "permission" || kind === "scope") {
    const named = findScopes(error);
    const scopes = named[0] || kind !== "scope" ? named : documented;
    const applyUrl = findApplyUrl(error);
    if (scopes[0]) text += ` Any one of these scopes is enough: ${scopes.join(", ")}.`;
    if (applyUrl) text += ` Apply at ${applyUrl}`;
    return new PermissionError(id, text, { ...facts, scopes, applyUrl });
  }
  if (!kind) return new ApiError(id, text, facts);
  return new AuthenticationError(id, text, { ...facts, tokenRefused: kind === "token" });
}
