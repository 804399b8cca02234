import { requiredOf } from "../../words/facts.js";
import { Recall } from "../../recall.js";
import { decodeEntities } from "./entities.js";

/** What stands in the first cell of a row of fields. */
export interface NameCell {
  readonly name: string;
  /** The width of the blanks before the mark, or before the name without one; two make a level. */
  readonly indent: number;
  /** How many `└` or `∟` stand before the name. */
  readonly marks: number;
  readonly required: boolean | undefined;
  readonly isCode: boolean;
}

export const nameCellOf = (raw: string): NameCell => recall.of(raw, () => read(raw));

const recall = new Recall<NameCell>();

function read(raw: string): NameCell {
  const text = decodeEntities(raw)
    .replace(/<\/?(?:md-|br|b>|span|p>|strong|code)[^<>]{0,500}>/giu, " ")
    .replace(/\*\*/gu, "");
  const [before = ""] = /^[^\S\n]*/u.exec(text) ?? [];
  const [marks = ""] = /^(?:[└∟├│┗╰↳][─-]?\s*)+/u.exec(text.slice(before.length)) ?? [];
  const rest = text.slice(before.length + marks.length);
  let required: boolean | undefined;
  const flagless = rest.replace(
    /[`（(【[]\s*(必选|必填|必须|选填|可选|required|optional)\s*[`)）\]】]|(?<=\s)(?:必选|必填|必须|选填|可选)(?=[\s`]|$)/giu,
    (words) => {
      required = requiredOf(words.replace(/[`()（）[\]【】\s]/gu, ""));
      // A flag within the name's own code span leaves its closing mark.
      return " ";
    },
  );
  // A field may itself be called required.
  const isName = !/[^\s`]/u.test(flagless);
  if (isName) required = undefined;
  const name = (isName ? rest : flagless)
    .replace(/\\(?=[_\-[\]*~.])/gu, "")
    .replace(/^\[([^\][]{1,200})\]\([^()]{0,1000}\)/u, "$1")
    .replace(/[`"]/gu, " ")
    .replace(/[：:，,]\s*$/u, "")
    .replace(/[^\S\n]+/gu, " ")
    .trim();
  const hasMark = marks !== "";
  return {
    name,
    indent: indentOf(before, hasMark),
    marks: [...marks.matchAll(/[└∟├┗╰↳]/gu)].length,
    required,
    isCode: rest.startsWith("`"),
  };
}

/** U+2003 is as wide as two others. Ordinary blanks before a mark only set it off. */
function indentOf(blanks: string, hasMark: boolean): number {
  let width = 0;
  for (const blank of blanks) width += blank === "\u2003" ? 2 : blank === " " && hasMark ? 0 : 1;
  return width;
}
