import type { Prepared } from "./attempt.js";
import { origin, ResponseError } from "./client-error.js";
import type { Fate } from "./client-error.js";
import { apiError } from "./failure.js";
import { isRecord } from "./issues.js";
import type { ErrorGroup } from "./operation.js";
import { plain } from "./text.js";

/** A reply whose `code` is 0. */
export interface Reply {
  /** The whole envelope: most operations put their result under `data`, token replies do not. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Its body is read already; status and headers remain. */
  readonly response: Response;
  readonly logId: string | undefined;
}

/**
 * Opens the envelope. Throws an `ApiError` for a code other than 0, a `ResponseError` for anything
 * else. `unknown` is what holds of the call if the reply does not tell whether it was applied.
 */
export function readReply(
  text: string,
  response: Response,
  request: Prepared,
  general: readonly ErrorGroup[],
  unknown: Fate,
): Reply {
  const { headers, status, type, redirected } = response;
  const body = record(parse(text));
  const { code, msg, message } = body;
  const strike = (words: string) => {
    let struck = words;
    // A short secret is no real one, and would blot out innocent text.
    for (const secret of request.secrets)
      if (secret.length > 7) struck = struck.replaceAll(secret, "***");
    return struck;
  };
  const quote = (words: unknown) => plain(strike(String(words)), 300);
  const error = record(parse(strike(JSON.stringify(body["error"] ?? 0))));
  const inBody = error["log_id"] || error["logid"];
  const logId = quote(headers.get("x-tt-logid") || inBody || headers.get("x-request-id") || "");
  const facts = { status, logId: logId || undefined };
  const redirect = redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
  if (redirect || typeof code !== "number") {
    const what = redirect ? "a redirect is never followed" : "this is no reply of the platform";
    // What looks like JSON may be somebody's data cut short: it is not shown.
    const shown = redirect || /^\s*["{[]/.test(text) ? "" : quote(text);
    const retryable = unknown.retryable && status >= 502 && status <= 504;
    const message = ` failed: ${what}${origin(facts)}${shown && `: ${shown}`}`;
    throw new ResponseError(request.operation.id, message, { ...facts, ...unknown, retryable });
  }
  if (code !== 0) {
    const reset = headers.get("x-ogw-ratelimit-reset");
    const refusal = { ...facts, code, msg: quote(msg ?? message ?? "") };
    throw apiError(refusal, error, reset, request, general, unknown);
  }
  return { body, response, logId: facts.logId };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
