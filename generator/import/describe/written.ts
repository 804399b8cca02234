import { quotedEnd } from "./quoted.js";

/** A value written in a description, and what stands after it. */
export interface Written {
  readonly text: string;
  readonly rest: string;
}

/**
 * Cuts the value from the text under its marker: a quoted text, a code span, JSON in brackets, a
 * code block, or else the rest of the line.
 */
export function writtenIn(section: string): Written | undefined {
  const text = section.trim().replace(/^```[a-z]*\s*/u, "");
  const isBlock = text.length < section.trim().length;
  if (text === "") return undefined;
  const cut = (end: number): Written => ({
    text: text.slice(0, end).trim(),
    rest: text.slice(end).replace(/^[\s`。.；;，,]+/u, ""),
  });
  const quoted = quotedEnd(text, 0);
  if (quoted !== undefined) return cut(quoted);
  if (isBlock) return cut(text.indexOf("```") < 0 ? text.length : text.indexOf("```"));
  const span = /^`[^`\n]{1,2000}`(?=[\s。，；,;.、（(]|$)/u.exec(text);
  if (span !== null) return cut(span[0].length);
  if (/^`?[[{]/u.test(text)) return cut(bracketsEnd(text) ?? lineEnd(text));
  return cut(lineEnd(text));
}

const lineEnd = (text: string): number =>
  text.indexOf("\n") < 0 ? text.length : text.indexOf("\n");

/** Behind the bracket that closes the first one, strings aside. */
function bracketsEnd(text: string): number | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i];
    if (letter === "\\") i += 1;
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === "[" || letter === "{") depth += 1;
    else if (letter === "]" || letter === "}") {
      depth -= 1;
      if (depth === 0) return text[i + 1] === "`" ? i + 2 : i + 1;
    }
  }
  return undefined;
}
