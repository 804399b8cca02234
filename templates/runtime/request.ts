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
  const fill = (_: string, name: string): string => {
    placed[name] = own(input, name);
    const what = 'text other than "", "." and ".."';
    return `/${encode(id, name, placed[name], what, /^\.{0,2}$|\p{Cs}/u)}`;
  };
  const path = operation.path.replace(/\/:([^/]+)/g, fill);
  // Without a prototype a field called `__proto__` is a field like any other. Such objects are dear,
  // though, and an input that is a body as it stands needs none.
  const isBody = path === operation.path && !operation.query && !operation.rename && !extraBody;
  const query: Fields = Object.create(null);
  const body: Fields = isBody ? { ...input } : Object.create(null);
  if (!isBody)
    for (const [name, value] of Object.entries(input)) {
      if (Object.hasOwn(placed, name)) continue;
      (operation.query?.includes(name) ? query : body)[String(own(rename, name) ?? name)] = value;
    }
  lay(extraQuery, query);
  lay(extraBody, body);
  demand(!content || method !== "GET", "extraBody: a GET has no body");
  const headers = callerHeaders(extraHeaders);
  const url = base + path + encodeQuery(id, query);
  // Whatever a proxy might write down of a request that it could not deal with.
  const secrets: string[] = [];
  for (const fields of [headers, query, placed])
    for (const value of Object.values(fields).flat())
      if (value !== undefined) secrets.push(String(value), encodeURIComponent(String(value)));
  if (content === "json") headers["content-type"] = jsonType;
  return {
    operation,
    url,
    headers,
    body: content === "json" ? JSON.stringify(body) : (operation.form?.(body) ?? null),
    repeatableUntil:
      idempotency && own(body, idempotency.field) ? now + (idempotency.window ?? Infinity) : 0,
    secrets,
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
