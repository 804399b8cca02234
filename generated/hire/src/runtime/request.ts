import type { Prepared } from "./attempt.js";
import { formBody } from "./body.js";
import type { AnyOperation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { encodePath, encodeQuery } from "./url.js";

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
): Prepared {
  const { id, method, rename = {}, idempotency = "" } = operation;
  const wireName = (name: string) => (Object.hasOwn(rename, name) ? rename[name] : name) ?? name;
  const { path, names } = encodePath(operation, input);
  // Without a prototype a field called `__proto__` is a field like any other.
  const query: Fields = Object.create(null);
  const fields: Fields = Object.create(null);
  for (const [name, value] of Object.entries(input)) {
    if (names.includes(name)) continue;
    (operation.query?.includes(name) ? query : fields)[wireName(name)] = value;
  }
  lay(extraQuery, query);
  lay(extraBody, fields);
  const content = operation.content ?? (extraBody && "json");
  if (content && method === "GET") throw new TypeError("extraBody: a GET has no body");
  const headers = callerHeaders(extraHeaders);
  if (content === "json") headers["content-type"] = "application/json; charset=utf-8";
  return {
    operation,
    url: base + path + encodeQuery(id, query),
    method,
    headers,
    body: content === "json" ? JSON.stringify(fields) : content ? formBody(fields) : null,
    repeatable: operation.effect === "read" || Boolean(fields[wireName(idempotency)]),
  };
}

function lay(extra: Readonly<Fields> = {}, onto: Fields): void {
  for (const [name, value] of Object.entries(extra)) if (value !== undefined) onto[name] = value;
}

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
