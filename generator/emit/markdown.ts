/**
 * The only ways of a spec's text into Markdown: what comes back is plain text or one code span,
 * in a sentence as in a table.
 */

const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** A text that Markdown shows as it is: no tag, link, emphasis or table cell begins in it. */
export const md = (text: string): string =>
  text
    .replace(INVISIBLE, " ")
    .replace(/[\\`*_{}[\]<>#|~&!]/gu, "\\$&")
    .trim();

/** A text as code. Backticks cannot be written in a table's code span, so they are replaced. */
export const mdCode = (text: string): string =>
  `\`${text.replace(INVISIBLE, " ").replaceAll("`", "\u02cb").replaceAll("|", "\\|")}\``;

/** A link; the address is one that the grammar has checked. */
export const mdLink = (text: string, url: string): string =>
  `[${md(text)}](<${url.replace(/[<>\s]/gu, encodeURIComponent)}>)`;
