import { createRequire } from "node:module";

/** How many columns a text takes. */
export const columns = (text: string): number =>
  COUNTABLE.test(text) ? text.length + (text.match(WIDE)?.length ?? 0) : uncommon(text);

/** Latin letters and their punctuation; Han characters and what is as wide. */
const COUNTABLE =
  /^[\x20-\x7e\u00c0-\u00ff\u2013\u2014\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u9fff\uff01-\uff60]*$/u;
const WIDE = /[\u3001-\uff60]/gu;

/** The library's tables of characters take longer to load than most runs have texts for. */
function uncommon(text: string): number {
  const { default: stringWidth } = require("string-width") as typeof import("string-width");
  return stringWidth(text);
}

const require = createRequire(import.meta.url);
