import { layout } from "./layout.js";
import { prettier } from "./prettier.js";

/**
 * A printed module in prettier's shape. Most of its statements are of a few kinds that are laid out
 * here, at a fraction of the cost; prettier does the others, all at once.
 */
export async function formatCode(text: string): Promise<string> {
  const statements = split(text);
  const known = statements.map(({ lines }) => layout(lines)?.join("\n"));
  const others = statements.filter((_, i) => known[i] === undefined);
  const code = others.map(({ lines }) => lines.join("\n")).join(CUT);
  const formatted = code === "" ? [] : (await prettier(code, "babel-ts")).split(CUT);
  const all = statements.map(({ isApart }, i) => {
    const statement = known[i] ?? formatted.shift()?.trimEnd() ?? "";
    return `${isApart ? "\n" : ""}${statement}\n`;
  });
  return all.join("").trimStart();
}

/** Between statements that have nothing to do with each other; a comment of ours begins differently. */
const CUT = "\n\n// next\n";

interface Statement {
  /** A comment before it is part of it. */
  readonly lines: string[];
  /** Whether there is an empty line before it. */
  readonly isApart: boolean;
}

const BEGINS = /^(?:export|import|const|function|async|for|type|interface|\/\*\*|\/\/)/u;

/** What begins in the first column is a statement, unless a comment is right before it. */
export function split(text: string): Statement[] {
  const all: Statement[] = [];
  let isApart = false;
  for (const line of text.split("\n")) {
    const statement = all.at(-1);
    if (line.trim() === "") isApart = true;
    else {
      const isNew = BEGINS.test(line) && !statement?.lines.at(-1)?.endsWith("*/");
      if (!statement || isNew) all.push({ lines: [line], isApart });
      else statement.lines.push(...(isApart ? [""] : []), line);
      isApart = false;
    }
  }
  return all;
}
