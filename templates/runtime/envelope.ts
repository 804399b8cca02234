import type { Prepared } from "./attempt.js";
import { ResponseError } from "./client-error.js";
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

/** Opens the envelope. Throws an `ApiError` for a code other than 0, a `ResponseError` for anything else. */
export function readReply(
  text: string,
  response: Response,
  request: Prepared,
  secret: string,
  general: readonly ErrorGroup[],
): Reply {
  const { headers, status, type, redirected } = response;
  const body = record(parse(text));
  const { code, msg, message } = body;
  const error = record(body["error"]);
  const inBody = error["log_id"] || error["logid"];
  const logId = headers.get("x-tt-logid") || inBody || headers.get("x-request-id") || "";
  // A short secret is no real one, and would blot out innocent text.
  const hidden = secret.length < 8 ? /(?!)/g : secret;
  const quote = (words: unknown) => plain(String(words).replaceAll(hidden, "***"), 300);
  const facts = { status, logId: quote(logId) || undefined };
  const redirect = redirected || type === "opaqueredirect" || (status >= 300 && status < 400);
  if (redirect || typeof code !== "number") {
    const what = redirect ? "a redirect is never followed" : "this is no reply of the platform";
    // What looks like JSON may be somebody's data cut short: it is not shown.
    const shown = redirect || /^\s*["{[]/.test(text) ? "" : quote(text);
    throw new ResponseError(request.operation.id, what, facts, shown);
  }
  if (code !== 0)
    throw apiError({ ...facts, code, msg: quote(msg ?? message ?? "") }, error, request, general);
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
