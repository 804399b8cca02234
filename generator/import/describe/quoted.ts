/**
 * The end of a quoted text that begins at a place, blanks aside: behind its closing quote. Undefined
 * when nothing quoted begins there, or when the quotes do not close on the line.
 */
export function quotedEnd(text: string, from: number): number | undefined {
  let at = from;
  while (text[at] === " " || text[at] === "\n") at += 1;
  if (text[at] !== '"') return undefined;
  // JSON that lost its backslashes has quotes inside of quotes, but ends with a bracket.
  const isJson = /^["`\s]{1,4}[[{]/u.test(text.slice(at, at + 5));
  return (isJson ? endOf(text, at, true) : undefined) ?? endOf(text, at, false);
}

function endOf(text: string, at: number, isJson: boolean): number | undefined {
  for (let i = at + 1; i < text.length; i += 1) {
    const letter = text[i];
    if (letter === "\\") i += 1;
    else if (letter === "\n") return undefined;
    else if (letter === '"') {
      // A page that lost its backslashes has quotes inside of quotes.
      const isWhole = !isJson || /[\]}`\s]/u.test(text[i - 1] ?? "");
      if (isWhole && isEnd(text[i + 1]) && !SWALLOWED.test(text.slice(at, i))) return i + 1;
      if (i - at > LONGEST) return undefined;
    }
  }
  return undefined;
}

const isEnd = (next: string | undefined): boolean =>
  next === undefined || /[\s。，；,;.、）)!`]/u.test(next);

/** An opening quote without an end reaches into the next part. */
const SWALLOWED =
  /(?:数据校验规则|可选值有?|示例值|默认值|Data validation rules|Example value)[：:]/u;

const LONGEST = 20_000;
