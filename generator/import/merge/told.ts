import { flat } from "../spec/wording.js";

/** `"rateLimit" is now [1000/min], was [50/s]` */
export const changed = (key: string, before: unknown, now: unknown): string =>
  now === undefined
    ? `the page no longer says "${key}": removed`
    : `"${key}" is now ${said(now)}, ${before === undefined ? "was not there" : `was ${said(before)}`}`;

/** Short enough for a line, whatever a page holds. */
function said(value: unknown): string {
  const text = Array.isArray(value)
    ? `[${value.join(", ")}]`
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
  const line = flat(text);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
