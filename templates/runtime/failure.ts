import { ApiError, AuthenticationError, PermissionError, RateLimitError } from "./api-error.js";
import type { Prepared } from "./attempt.js";
import { origin } from "./client-error.js";
import type { ReplyFacts } from "./client-error.js";
import type { ErrorGroup, Reaction } from "./operation.js";
import { findApplyUrl, findScopes } from "./permission.js";

/**
 * The error for a code other than 0. The operation's own entry wins over the platform's; `error` is
 * the envelope's object of that name, or an empty one.
 */
export function apiError(
  reply: ReplyFacts & { readonly code: number; readonly msg: string },
  error: Readonly<Record<string, unknown>>,
  { operation, repeatable }: Prepared,
  general: readonly ErrorGroup[],
): ApiError {
  const { id, docs, errors } = operation;
  const entry = errors.find(({ code }) => code === reply.code);
  const group = general.find(({ codes }) => codes.includes(reply.code));
  const { name: codeName, label } = entry ?? {};
  const { advice, retry, kind }: Partial<Reaction> = entry ?? group ?? {};
  const retryable = retry === "always" || (retry === "ifIdempotent" && repeatable);
  const facts = { ...reply, codeName, label, advice, retryable, docs };
  let text = ` failed: ${reply.code} ${label ?? reply.msg}${origin(reply)}.`;
  if (advice) text += ` ${advice}`;
  if (kind === "rateLimit") return new RateLimitError(id, text, facts);
  if (kind === "authentication") return new AuthenticationError(id, text, facts);
  if (kind !== "permission") return new ApiError(id, text, facts);
  const named = findScopes(error);
  const scopes = named[0] ? named : operation.scopes;
  const applyUrl = findApplyUrl(error);
  if (scopes[0]) text += ` Any one of these scopes is enough: ${scopes.join(", ")}.`;
  if (applyUrl) text += ` Apply at ${applyUrl}`;
  return new PermissionError(id, text, facts, scopes, applyUrl);
}
