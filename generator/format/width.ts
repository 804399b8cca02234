const WIDTH = 100;

/** Whether a line is short enough; characters that may be two columns wide count as two. */
export const fits = (line: string): boolean => line.length + wide(line) <= WIDTH;

/** Whether it depends on how wide its characters are if a line is short enough, wherever it begins. */
export const isUncertain = (line: string): boolean =>
  wide(line) > 0 && !fits(" ".repeat(INDENT) + line);

/** Deeper than that nothing is set in. */
const INDENT = 16;

const wide = (line: string): number => line.match(/[^\x20-\x7e]/gu)?.length ?? 0;

/** A text between brackets with each part on a line of its own. */
export const broken = (text: string, indent: string, end = ""): string[] => {
  const inner = text.slice(1, -1).trim();
  return [
    `${indent}${text[0] ?? ""}`,
    ...parts(inner, ", ").map((part) => `${indent}  ${part},`),
    `${indent}${text.at(-1) ?? ""}${end}`,
  ];
};

/** What stands between separators, outside of brackets and strings. */
export function parts(text: string, separator: string): string[] {
  const all: string[] = [];
  let [start, depth] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"') i = endOfString(text, i);
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (depth === 0 && text.startsWith(separator, i)) {
      all.push(text.slice(start, i));
      start = i + separator.length;
      i = start - 1;
    }
  }
  return [...all, text.slice(start)];
}

/** The parts of a condition, each on a line. */
export const operands = (all: readonly string[], operator: string): string[] =>
  all.map((part, i) => `  ${part}${i === all.length - 1 ? "" : ` ${operator}`}`);

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}
