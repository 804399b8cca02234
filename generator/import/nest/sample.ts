import type { Json } from "../endpoint.js";
import type { Sample } from "../page.js";
import { looseJson, MAX_DEPTH } from "./loose-json.js";

/**
 * The JSON of a page's example. Examples are written by hand: with comments, trailing commas, words
 * without quotes, or as the body of a whole HTTP request. Undefined when no JSON can be read from it.
 */
export function sampleOf(sample: Sample | undefined): Json | undefined {
  if (sample === undefined) return undefined;
  const text = sample.text.trim();
  const exact = strictJson(text);
  if (exact !== undefined) return exact;
  const start = text.search(/[[{]/u);
  return start < 0 ? undefined : looseJson(text.slice(start));
}

/** Not for texts whose numbers would lose digits, nor for ones too deep to be walked. */
function strictJson(text: string): Json | undefined {
  if (!/^[[{]/u.test(text) || /[0-9]{16}(?!\d*")/u.test(text) || isDeep(text)) return undefined;
  try {
    // What JSON.parse gives is JSON.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Counts brackets in strings too, which at worst sends a flat text to the slower reader. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[[\]{}]/gu) ?? []) {
    depth += bracket === "{" || bracket === "[" ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
