import type { Json } from "../model/model.js";

/**
 * The only ways of a spec's text into code. However hostile the text, what comes back is one
 * comment, one literal or one key.
 */

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/u;

/**
 * Characters that end lines, move the cursor or turn the reading direction around, and halves of
 * surrogate pairs, which no file can hold.
 */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A text of which a reader sees everything, on one line. */
export const visible = (text: string): string => text.replace(INVISIBLE, " ").trim();

export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name);

/** A value as a TypeScript expression. */
export function literal(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => literal(item)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, inner]) => `${key(name)}: ${literal(inner)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return JSON.stringify(value).replace(INVISIBLE, escaped);
}

/** A name as the key of an object literal, an interface or a pattern. */
export function key(name: string): string {
  // As a plain key `__proto__` would set the prototype.
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifier(name) ? name : literal(name);
}

/** `.name` or `["na-me"]`. */
export const access = (name: string): string =>
  isIdentifier(name) ? `.${name}` : `[${literal(name)}]`;

/** A text as part of a doc comment: it cannot end the comment, begin a tag, or break the line. */
export function doc(text: string): string {
  return visible(text)
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(/(^|[\s{(])@/gu, "$1\\@");
}

/** A name in a doc comment, between backticks. */
export const docSpan = (text: string): string => `\`${doc(text).replaceAll("`", "\u02cb")}\``;

/** Code in a doc comment: it means the same there, but cannot end the comment or begin a tag. */
export const commented = (code: string): string =>
  code.replaceAll("*/", "*\\/").replace(/(?<=[\s{(])@/gu, "\\u0040");

/** A value in a doc comment, between backticks. */
export const docCode = (value: Json): string =>
  `\`${commented(literal(value)).replaceAll("`", "\u02cb")}\``;

const escaped = (character: string): string =>
  character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
