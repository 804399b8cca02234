import { visible } from "./escape.js";

/**
 * The only ways of a spec's text into Markdown: what comes back is plain text or one code span,
 * in a sentence as in a table.
 */

/** A text that Markdown shows as it is: no tag, link, list, emphasis or table cell begins in it. */
export const md = (text: string): string => escaped(visible(text));

const escaped = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\\`*_{}[\]<>#|~&!]|\$(?=\$)/gu, "\\$&")
    .replace(/^(?:(?=[-+])|(\d+)(?=[.)](?:\s|$)))/u, "$1\\");

/** A sentence of ours, in which `names`, and values in JSON, stand between backticks. */
export const mdProse = (text: string): string =>
  visible(text)
    .split(/(`[\w[{"-][\w.:,/+%{}[\]" -]*`)/u)
    .map((part, i) => (i % 2 === 1 ? mdCode(part.slice(1, -1)) : escaped(part)))
    .join("");

/**
 * A text as code. What cannot be written in a table's code span is replaced by what looks like it:
 * backticks, and bars behind a backslash, which readers disagree about.
 */
export const mdCode = (text: string): string =>
  `\`${visible(text).replaceAll("`", "\u02cb").replaceAll("\\|", "\\\u2223").replaceAll("|", "\\|")}\``;

/** A link; the address is one that the grammar has checked, and nothing in it ends the link. */
export const mdLink = (text: string, url: string): string =>
  `[${md(text)}](${url.replace(/[<>()\s\\]/gu, percent)})`;

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`;
