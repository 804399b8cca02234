import { Recall } from "../recall.js";

/** What a text begins with, short enough for a label: the vendor's sentences stay at the vendor's. */

const SENTENCE_END = /[。！？；;\n\r]|[.!?](?:\s|$)/u;
const CLAUSE_END = /[，,：:（(]/u;

/** Columns on a screen; one Chinese character takes two. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/u.test(char) ? 2 : 1), 0);

/** Blanks of any kind, control characters, and what stands for bytes that are no text. */
const UNPRINTABLE = /[\s\p{Cc}\ufffd]+/gu;

/** A text of any length as one line. */
export const flat = (text: string): string => text.replace(UNPRINTABLE, " ").trim();

const tidy = (text: string): string =>
  text
    .replace(/[`*]/gu, "")
    .replace(UNPRINTABLE, " ")
    .trim()
    .replace(/[\s。.，,；;：:、]+$/u, "");

const before = (text: string, end: RegExp): string => text.split(end, 1)[0] ?? "";

/**
 * The leading term of a vendor's text; undefined when the text only begins with a long sentence, or
 * says nothing. A text that goes on after its first sentence is an explanation: of such a one even
 * the first sentence counts only if it is as short as a term.
 */
export function shortTerm(text: string): string | undefined {
  // A label of a few words at the start decides; megabytes after it do not.
  const head = text.slice(0, 500).trim();
  return recall.of(head, () => termOf(head));
}

const recall = new Recall<string | undefined>();

function termOf(head: string): string | undefined {
  const first = tidy(before(head, SENTENCE_END));
  const whole = tidy(head);
  const isExplained = first !== whole;
  const limit = isExplained ? 24 : 48;
  const candidates = [first, tidy(before(first, CLAUSE_END))];
  const found = candidates.find((term) => width(term) <= limit);
  return found === undefined || !/[\p{L}\p{N}]/u.test(found) ? undefined : found;
}

/** What went wrong, without what to do about it; undefined when a text only advises. */
export const reasonOf = (text: string): string | undefined =>
  shortTerm(before(text.slice(0, 500).trim(), ADVICE));

const ADVICE =
  /(?:^|[\s，,。.；;、（(])\s?(?:请(?!求)|建议|可通过|仅支持|不可(?:再)?通过|please\b)/iu;

/** One line without ends that only a sentence has: the title of a page, the label of a field. */
export const oneLine = (text: string): string => tidy(text.slice(0, 500));
