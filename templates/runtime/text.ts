/**
 * Makes foreign text safe for a log line: control and invisible characters, line breaks and broken
 * surrogates become one space, and what is longer than `max` UTF-16 units is cut.
 */
export function plain(text: string, max: number): string {
  const clean = text
    .slice(0, max)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  return text.length > max ? `${clean}…` : clean;
}

/** Whether a value can stand as a token in a header: printable ASCII without spaces. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[!-~]+$/.test(value);
}
