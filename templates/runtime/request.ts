import type { Prepared } from "./attempt.js";
import { demand } from "./demand.js";
import { own } from "./issues.js";
import type { AnyOperation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { lay } from "./settings.js";
import { encode, encodeQuery } from "./url.js";

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
  const { id, method, content = extraBody && "json", rename = {}, idempotency } = operation;
  const placed: Fields = {};
  // What fills a segment never becomes more or less than one.
  const path = operation.path.replace(/\/:([^/]+)/g, (_, name: string) => {
    placed[name] = own(input, name);
    const what = 'text other than "", "." and ".."';
    return `/${encode(id, name, placed[name], what, /^\.{0,2}$|\p{Cs}/u)}`;
  });
  // Without a prototype a field called `__proto__` is a field like any other.
  const query: Fields = Object.create(null);
  const body: Fields = Object.create(null);
  for (const [name, value] of Object.entries(input)) {
    if (Object.hasOwn(placed, name)) continue;
    (operation.query?.includes(name) ? query : body)[String(own(rename, name) ?? name)] = value;
  }
  lay(extraQuery, query);
  lay(extraBody, body);
  demand(!content || method !== "GET", "extraBody: a GET has no body");
  const headers = callerHeaders(extraHeaders);
  const told = [headers, query, placed]
    .flatMap((fields) => Object.values(fields).flat())
    .filter((value) => value !== undefined)
    .map(String);
  if (content === "json") headers["content-type"] = jsonType;
  return {
    operation,
    url: base + path + encodeQuery(id, query),
    headers,
    body: content === "json" ? JSON.stringify(body) : (operation.form?.(body) ?? null),
    repeatableUntil:
      idempotency && body[idempotency.field] ? now + (idempotency.window ?? Infinity) : 0,
    // Whatever a proxy might write down of a request that it could not deal with.
    secrets: told.flatMap((text) => [text, encodeURIComponent(text)]),
  };
}

/** The caller's headers in a new object and in small letters; errors name the header, never its value. */
function callerHeaders(headers: CallOptions["headers"] = {}): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const key = name.toLowerCase();
    const ours =
      /^(authorization|content-.*|transfer-encoding|connection|upgrade|expect|host|keep-alive)$/.test(
        key,
      );
    // `fetch` would refuse a broken one too, but with its value in the error.
    const fits = /^[\w!#$%&'*+.^`|~-]+$/.test(key) && /^[\t -~]*$/.test(value);
    demand(fits && !ours, `headers: ${JSON.stringify(name)} cannot be set`);
    checked[key] = value;
  }
  return checked;
}
