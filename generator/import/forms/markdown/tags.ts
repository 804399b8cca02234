/**
 * Tags of HTML and of the vendor's own (`md-…`). Anything else in angle brackets is text:
 * `<sheetId>!<start>`.
 */
const TAG =
  /<(\/?)(md-[a-z-]{1,40}|br|p|div|span|b|i|u|s|em|strong|code|a|ul|ol|li|img|font|sup|sub|del|ins|h[1-6]|hr|pre|table|thead|tbody|tr|td|th|center|small|mark|details|summary|blockquote)((?:\s[^<>]{0,2000}?)?)\/?>/iuy;

export interface Tag {
  readonly length: number;
  /** What it means, in the words and marks of a page without tags. */
  readonly words: string;
}

/** The tag at a place of a text, if one starts there. */
export function tagAt(text: string, at: number): Tag | undefined {
  TAG.lastIndex = at;
  const found = TAG.exec(text);
  if (found === null) return undefined;
  const [{ length }, slash, name = "", attributes = ""] = found;
  const isListed = LISTED.test(text.slice(Math.max(0, at - 60), at));
  return { length, words: wordsOf(name.toLowerCase(), slash === "/", attributes, isListed) };
}

function wordsOf(tag: string, isEnd: boolean, attributes: string, isListed: boolean): string {
  switch (tag) {
    case "md-enum":
      return isEnd || isListed ? "\n" : "\n可选值有：\n";
    case "md-enum-item":
      return isEnd ? "\n" : `\n- \`${attribute(attributes, "key")}\`: `;
    case "md-alert":
      return isEnd ? "\n" : `\n${CALLOUTS.get(attribute(attributes, "type")) ?? "Tip"}: `;
    case "md-perm":
      return isEnd ? " " : ` \`${attribute(attributes, "name")}\` `;
    case "md-app-support":
      return isEnd ? "" : attribute(attributes, "types");
    case "code":
    case "md-tag":
      return "`";
    case "li":
      return isEnd ? "" : "\n- ";
    default:
      return BREAKS.has(tag) ? "\n" : "";
  }
}

/** Whether a list of values is already announced. */
const LISTED =
  /(?:[值项]有?|values?(?: are| include)?)[\s*]{0,9}[:：]?[\s*]{0,9}(?:<br ?\/?>\s{0,9}){0,3}$/iu;

const BREAKS = new Set(["br", "p", "div", "hr", "tr", "ul", "ol", "pre", "blockquote"]);

const CALLOUTS = new Map([
  ["warn", "Warning"],
  ["warning", "Warning"],
  ["error", "Error"],
  ["info", "Info"],
  ["note", "Note"],
]);

/** Tolerates `key ="x"`, `key= x` and a missing first quote: `key=x"`. Empty when absent. */
function attribute(attributes: string, name: string): string {
  const start = new RegExp(`(?:^|\\s)${name}\\s{0,9}=\\s{0,9}`, "iu").exec(attributes);
  if (start === null) return "";
  const rest = attributes.slice(start.index + start[0].length);
  const value = /^(?:"([^"]*)"|'([^']*)'|([^\s"']+))/u.exec(rest);
  return (value?.[1] ?? value?.[2] ?? value?.[3] ?? "").trim();
}
