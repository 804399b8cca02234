import type { Prepared } from "./attempt.js";
import { own } from "./issues.js";
import type { AnyOperation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { lay } from "./settings.js";
import { encodeQuery, encodeSegment } from "./url.js";

export const jsonType = "application/json; charset=utf-8";

type Fields = Record<string, unknown>;

/**
 * Spreads a flat input over path, query and body; the token is still missing. Done at once, so that
 * later changes to the input do not count. Throws a `ValidationError` for what cannot stand in a
 * URL, a `TypeError` for call options that cannot work.
 */
export function buildRequest(
  base: string,
  operation: AnyOperation,
  input: Readonly<Fields>,
  { extraBody, extraQuery, headers: extraHeaders }: CallOptions,
  now: number,
): Prepared {
  const { id, method, content = extraBody && "json", effect, rename = {}, idempotency } = operation;
  const segments = operation.path.split("/");
  // Without a prototype a field called `__proto__` is a field like any other.
  const query: Fields = Object.create(null);
  const body: Fields = Object.create(null);
  for (const [name, value] of Object.entries(input)) {
    if (segments.includes(`:${name}`)) continue;
    (operation.query?.includes(name) ? query : body)[String(own(rename, name) ?? name)] = value;
  }
  lay(extraQuery, query);
  lay(extraBody, body);
  if (content && method === "GET") throw new TypeError("extraBody: a GET has no body");
  const path = segments.map((segment) =>
    isParameter(segment) ? encodeSegment(id, segment.slice(1), input) : segment,
  );
  const headers = callerHeaders(extraHeaders);
  const filled = segments.filter(isParameter).map((segment) => own(input, segment.slice(1)));
  const told = [Object.values(headers), Object.values(query), filled].flat(2).map(String);
  if (content === "json") headers["content-type"] = jsonType;
  return {
    operation,
    url: base + path.join("/") + encodeQuery(id, query),
    method,
    headers,
    body: content === "json" ? JSON.stringify(body) : (operation.form?.(body) ?? null),
    effect,
    repeatableUntil:
      idempotency && body[idempotency.field] ? now + (idempotency.window ?? Infinity) : 0,
    // Whatever a proxy might write down of a request that it could not deal with.
    secrets: told.flatMap((text) => [text, encodeURIComponent(text)]),
  };
}

const isParameter = (segment: string): boolean => segment.startsWith(":");

/** The caller's headers in a new object and in small letters; errors name the header, never its value. */
function callerHeaders(headers: CallOptions["headers"] = {}): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const key = name.toLowerCase();
    const ours = key === "authorization" || key === "content-type";
    // `fetch` would refuse a broken one too, but with its value in the error.
    if (ours || !/^[\w!#$%&'*+.^`|~-]+$/.test(key) || !/^[\t -~]*$/.test(value))
      throw new TypeError(`headers: ${JSON.stringify(name)} cannot be set`);
    own[key] = value;
  }
  return own;
}
