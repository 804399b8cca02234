import { expected } from "./issues.js";
import type { AnyOperation } from "./operation.js";
import { ValidationError } from "./validation-error.js";

/**
 * Fills the path's `:name` segments, and says which input properties that took. A value never adds
 * or removes a segment: `""`, `.` and `..` are refused, everything else is encoded.
 */
export function encodePath(
  { id, path }: AnyOperation,
  input: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly names: readonly string[] } {
  const names: string[] = [];
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    names.push(name);
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    return encode(id, name, value, 'text other than "", "." and ".."', /^\.{0,2}$/);
  });
  return { path: filled, names };
}

/** Writes a query with its `?`, or nothing. Zero, false and `""` are values; an array repeats its key. */
export function encodeQuery(id: string, query: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) {
      if (item === undefined) continue;
      const encoded = encode(id, name, item, "text, a number or a boolean");
      text += `${text && "&"}${encodeURIComponent(name)}=${encoded}`;
    }
  }
  return text && `?${text}`;
}

function encode(id: string, name: string, value: unknown, what: string, bad?: RegExp): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    // Half a surrogate pair has no encoding.
    if (!bad?.test(String(value)) && !/\p{Cs}/u.test(String(value)))
      return encodeURIComponent(value);
  }
  throw new ValidationError(id, "input", expected(undefined, [name], what, value));
}
