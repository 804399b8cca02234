import type { Json } from "../model/model.js";

/**
 * The only ways of a spec's text into code. However hostile the text, what comes back is one
 * comment, one literal or one key.
 */

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/u;

/** Characters that end lines, move the cursor or turn the reading direction around. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

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
  return text
    .replace(INVISIBLE, " ")
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(/(^|[\s{(])@/gu, "$1\\@")
    .trim();
}

/** A value in a doc comment, between backticks. */
export const docCode = (value: Json): string =>
  `\`${literal(value).replaceAll("*/", "*\\/").replaceAll("`", "\u02cb")}\``;

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
