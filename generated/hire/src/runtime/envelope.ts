import type { Prepared } from "./attempt.js";
import { origin, ResponseError } from "./client-error.js";
import type { ReplyFacts } from "./client-error.js";
import { apiError } from "./failure.js";
import { isRecord } from "./issues.js";
import type { ErrorGroup } from "./operation.js";
import { plain } from "./text.js";

/** A reply whose `code` is 0. */
export interface Reply extends ReplyFacts {
  /** The whole envelope: most operations put their result under `data`, token replies do not. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Its body is read already; status and headers remain. */
  readonly response: Response;
}

/**
 * Opens the envelope. Throws an `ApiError` for a code other than 0, a `ResponseError` for anything
 * else.
 */
export function readReply(
  text: string,
  response: Response,
  { operation, secrets }: Prepared,
  general: readonly ErrorGroup[],
): Reply {
  const { headers, status, type, redirected } = response;
  const body = parse(text);
  const { code, msg, message } = body;
  const error = body["error"] ? parse(strike(JSON.stringify(body["error"]), secrets)) : none;
  const told = headers.get("x-tt-logid") || error["log_id"] || error["logid"];
  const logId = quote(told || headers.get("x-request-id") || "", secrets) || undefined;
  const facts = { status, logId };
  const redirect = redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
  if (redirect || typeof code !== "number") {
    const what = redirect ? "a redirect is never followed" : "this is no reply of the platform";
    // What looks like JSON may be somebody's data cut short: it is not shown.
    const shown = redirect || /^\s*["{[]/.test(text) ? "" : quote(text, secrets);
    const retryable = status >= 502 && status <= 504;
    throw new ResponseError(
      operation.id,
      ` failed: ${what}${origin(facts)}${shown && `: ${shown}`}`,
      { ...facts, retryable, mayHaveBeenApplied: true },
    );
  }
  if (code === 0) return { status, logId, body, response };
  const refusal = { ...facts, code, msg: quote(msg ?? message ?? "", secrets) };
  throw apiError(operation, refusal, error, headers.get("x-ogw-ratelimit-reset"), general);
}

const none: Readonly<Record<string, unknown>> = {};

/** The words without the secrets, however those are written. */
function strike(words: string, secrets: readonly string[]): string {
  let rest = words;
  for (const secret of secrets) {
    // A short secret is no real one, and would blot out innocent text.
    if (secret.length < 8) continue;
    rest = rest.replaceAll(secret, "***");
    // Within JSON it may be written with backslashes.
    if (rest.includes("\\")) rest = rest.replaceAll(JSON.stringify(secret).slice(1, -1), "***");
  }
  return rest;
}

/** Words of the server's, fit for an error. */
const quote = (words: unknown, secrets: readonly string[]): string =>
  plain(strike(String(words), secrets), 300);

/** The object that a text is in JSON; an empty one when it is none. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
