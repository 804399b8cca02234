/** What `JSON.parse` does not tell of a text: how deep it goes, what it loses. */
export interface Scan {
  /** Where the depth goes over the limit. */
  readonly deep: number | undefined;
  /** Keys that stand twice in one object: the reader keeps the last. */
  readonly doubled: readonly Span[];
  /** Whole numbers with more digits than a number keeps. */
  readonly long: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One pass without recursion; of a text that is no JSON it finds something or nothing. */
export function scan(text: string, maxDepth: number): Scan {
  const doubled: Span[] = [];
  const long: Span[] = [];
  const open: Set<string>[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "{" || char === "[") {
      if (open.length === maxDepth) return { deep: i, doubled, long };
      open.push(new Set());
    } else if (char === "}" || char === "]") open.pop();
    else if (char === '"') {
      const end = endOfString(text, i);
      const keys = open.at(-1);
      if (keys !== undefined && isKey(text, end)) {
        const key = text.slice(i, end);
        if (keys.has(key)) doubled.push({ start: i, end });
        keys.add(key);
      }
      i = end - 1;
    } else if (isDigit(char)) {
      const end = endOfDigits(text, i);
      // A dot or an exponent before or after: rounding is what such numbers are made for.
      const isWhole = !/[.eE+]/u.test(`${text[i - 1] ?? ""}${text[end] ?? ""}`);
      const start = text[i - 1] === "-" ? i - 1 : i;
      if (end - i >= DIGITS && isWhole) long.push({ start, end });
      i = end - 1;
    }
  }
  return { deep: undefined, doubled, long };
}

/** Fewer digits are always kept. */
const DIGITS = 16;

/** The text with the numbers that would lose digits as strings. */
export function keepDigits(text: string, { long }: Scan): string {
  let from = 0;
  const parts = long.map(({ start, end }) => {
    const part = `${text.slice(from, start)}"${text.slice(start, end)}"`;
    from = end;
    return part;
  });
  return parts.join("") + text.slice(from);
}

/** After the closing quote. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return Math.min(i + 1, text.length);
}

function isKey(text: string, end: number): boolean {
  let i = end;
  while (/[ \t\r\n]/u.test(text[i] ?? "")) i++;
  return text[i] === ":";
}

const isDigit = (char: string | undefined): boolean =>
  char !== undefined && char >= "0" && char <= "9";

function endOfDigits(text: string, start: number): number {
  let i = start;
  while (isDigit(text[i])) i++;
  return i;
}
