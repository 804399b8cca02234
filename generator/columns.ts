import stringWidth from "string-width";

/** How many columns a text takes; the library is slow to start, and most characters can be counted. */
export const columns = (text: string): number =>
  COUNTABLE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : stringWidth(text);

/** Latin letters and their punctuation; Han characters and what is as wide. */
const COUNTABLE =
  /^[\x20-\x7e\u00c0-\u00ff\u2013\u2014\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff60]*$/u;
const WIDE = /[\u3001-\uff60]/gu;
