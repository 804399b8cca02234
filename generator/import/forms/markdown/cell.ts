import { Recall } from "../../recall.js";
import { decodeEntities } from "./entities.js";
import { tagAt } from "./tags.js";

/**
 * A cell's text as `Row.text` has it: line breaks are lines, of links only their text is left,
 * images, marks, tags and entities are gone, code spans keep their backticks. `\"` stays, since
 * examples are JSON in which it means something.
 */
export const plainCell = (raw: string): string => recall.of(raw, () => tidy(inline(raw, true)));

const recall = new Recall<string>();

/** Where something may begin that is more than text. */
const SPECIAL = /[`\\[!<*{]/gu;
const ESCAPED = /\\([[\]\-_*|<>#!~`])/uy;
const LINK =
  /!?\[((?:\\.|[^\\\][\n]){0,2000})\]\(\s{0,9}[^()\s]{0,3000}(?:\([^()\s]{0,300}\)[^()\s]{0,300}){0,3}(?:\s{1,9}["'][^"'\n]{0,300}["'])?\s{0,9}\)/uy;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/uy;
/** A button of the vendor's site: `{尝试一下}(url=…)`. */
const BUTTON = /\{[^{}\n]{1,50}\}\(url=[^)\n]{0,2000}\)/uy;
const EMPHASIS = /(?<![\w*\\])\*([\p{L}\p{N}][^*\n]{0,200}(?<=[\p{L}\p{N}。！？]))\*(?!\*)/uy;

/** One pass over the text; links are the only things with such text inside, and hold no links. */
function inline(raw: string, hasLinks: boolean): string {
  let out = "";
  let at = 0;
  const unclosed = new Set<string>();
  const bold = new Bold();
  const lastBold = raw.lastIndexOf("**");
  while (at < raw.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(raw)?.index ?? raw.length;
    out += raw.slice(at, next);
    at = next;
    const take = (length: number, text: string): void => {
      out += text;
      at += length;
    };
    let found: RegExpExecArray | null;
    switch (raw[at]) {
      case undefined:
        break;
      case "`": {
        const span = codeSpan(raw, at, unclosed);
        take(span.length, span.replace(/<br ?\/?>/giu, "\n"));
        break;
      }
      case "\\":
        found = sticky(ESCAPED, raw, at);
        // A backslash that escapes nothing we know takes the next character along: `\\*`.
        take(2, found?.[1] ?? raw.slice(at, at + 2));
        break;
      case "[":
      case "!":
        found = hasLinks ? sticky(LINK, raw, at) : null;
        if (found === null) take(1, raw.slice(at, at + 1));
        else take(found[0].length, raw[at] === "!" ? "" : inline(found[1] ?? "", false));
        break;
      case "<": {
        found = sticky(AUTOLINK, raw, at);
        const tag = tagAt(raw, at);
        if (found !== null) take(found[0].length, found[1] ?? "");
        else take(tag?.length ?? 1, tag?.words ?? "<");
        break;
      }
      case "{":
        found = sticky(BUTTON, raw, at);
        take(found?.[0].length ?? 1, found === null ? "{" : "");
        break;
      default: {
        found = sticky(EMPHASIS, raw, at);
        if (found !== null) take(found[0].length, found[1] ?? "");
        else {
          const run = sticky(/\*+/uy, raw, at)?.[0] ?? "*";
          take(run.length, bold.marks(run, lastBold >= at + run.length));
        }
      }
    }
  }
  return out;
}

/** Two or three asterisks open and close bold text; other runs are text: `151********`. */
class Bold {
  #isOpen = false;
  marks(run: string, hasMore: boolean): string {
    if (run.length === 2 || run.length === 3) {
      if (!this.#isOpen && !hasMore) return run;
      this.#isOpen = !this.#isOpen;
      return "";
    }
    // Bold that ends where other bold begins.
    return run.length === 4 && this.#isOpen ? "" : run;
  }
}

/** The code span at a backtick, or the backticks alone when they close nowhere. */
function codeSpan(raw: string, at: number, unclosed: Set<string>): string {
  const ticks = sticky(/`+/uy, raw, at)?.[0] ?? "`";
  if (unclosed.has(ticks)) return ticks;
  for (let end = raw.indexOf(ticks, at + ticks.length); end >= 0;) {
    const run = sticky(/`+/uy, raw, end)?.[0] ?? ticks;
    if (run === ticks) return raw.slice(at, end + run.length);
    end = raw.indexOf(ticks, end + run.length);
  }
  unclosed.add(ticks);
  return ticks;
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** One kind of blank, no empty lines, and every callout on a line of its own. */
function tidy(text: string): string {
  return decodeEntities(text)
    .replace(/(?<![\w=!<>])==(?=\S)([^=\n]{1,200})==(?!=)/gu, "$1")
    .replace(/~~([^~\n]{1,300})~~/gu, "$1")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/(?:^|\s)> ?(?=(?:Tip|Warning|Error|Info|Note)[:：])/gu, "\n")
    .replace(/ > (?=- )/gu, "\n")
    .replace(/ *\n\s*/gu, "\n")
    .trim();
}
