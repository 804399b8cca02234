import { mismatch } from "./expect.js";
import type { Issue } from "./issues.js";
import { ValidationError } from "./validation-error.js";

/** Writes a query with its `?`, or nothing. Zero, false and `""` are values; an array repeats its key. */
export function encodeQuery(id: string, query: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item === undefined) continue;
      const encoded = encode(id, name, item, "text, a number or a boolean");
      text += `${text ? "&" : "?"}${encodeURIComponent(name)}=${encoded}`;
    }
  }
  return text;
}

/**
 * Writes a value for a URL, or throws a `ValidationError` that says `what` it should be: half a
 * surrogate pair, which has no encoding, is always `bad`.
 */
export function encode(
  id: string,
  name: string,
  value: unknown,
  what: string,
  bad = /\p{Cs}/u,
): string {
  if (/^(string|number|boolean)$/.test(typeof value)) {
    const text = String(value);
    if (!bad.test(text)) return encodeURIComponent(text);
  }
  const issues: Issue[] = [];
  mismatch({ issues, strict: false }, what, value, name);
  throw new ValidationError(id, "input", issues);
}
