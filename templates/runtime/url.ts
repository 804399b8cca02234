import { expected, own } from "./issues.js";
import { ValidationError } from "./validation-error.js";

/**
 * The segment of a path that an input property fills. It never becomes more or less than one
 * segment: `""`, `.` and `..` are refused, everything else is encoded.
 */
export function encodeSegment(
  id: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
): string {
  return encode(id, name, own(input, name), 'text other than "", "." and ".."', /^\.{0,2}$/);
}

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

function encode(id: string, name: string, value: unknown, what: string, bad?: RegExp): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    // Half a surrogate pair has no encoding.
    if (!bad?.test(String(value)) && !/\p{Cs}/u.test(String(value)))
      return encodeURIComponent(value);
  }
  throw new ValidationError(id, "input", expected(undefined, [name], what, value));
}
