import { listedOf, type Listed } from "./listed.js";

const PRESET = "(?:[（(]\\s?(?<preset>默认值?|[Dd]efault)\\s?[）)])?";
/** Something said of a value, between it and its colon: （推荐）. */
const NOTE = "(?:[（(]\\s?(?:(?<preset>默认值?|[Dd]efault)|[^（）()\\n]{1,20})\\s?[）)])?";
const BULLET = "(?<=^|\\s)[-*•·]";
/** `` - `1`: label `` */
export const CODED = new RegExp(
  `${BULLET}\\s{0,4}\`(?<value>[^\`\\n]{1,200})\`\\s{0,4}${NOTE}\\s{0,4}(?:[：:]|[-–—](?=\\s)|=)`,
  "gmu",
);
/** `- 1：label` */
export const BARE = new RegExp(
  `${BULLET}\\s{1,4}(?:"(?<quoted>[^"\\n]{1,100})"|"?(?<value>[\\w+./@#%-]{1,100})"?)\\s{0,4}${PRESET}\\s{0,4}(?:[：:]|[-–—](?=\\s))`,
  "gmu",
);
/** `1) "a": label` */
export const NUMBERED = new RegExp(
  `(?<=^|\\s)\\d{1,3}[)）.、]\\s{0,4}(?:"(?<quoted>[^"\\n]{1,100})"|\`(?<value>[^\`\\n]{1,100})\`)\\s{0,4}${NOTE}\\s{0,4}(?:[：:]|[-–—](?=\\s))`,
  "gmu",
);
/** `- a - b` */
export const UNLABELLED = new RegExp(
  `${BULLET}\\s{1,4}(?:\`(?<value>[^\`\\n]{1,200})\`|(?<word>[\\w+./@#%-]{1,100})(?=\\s|$))\\s{0,4}${PRESET}`,
  "gmu",
);

/** The items of a list, whether each has a line or all run on in one. */
export function bulleted(text: string, item: RegExp): Listed | undefined {
  const found = [...text.matchAll(item)];
  const [first] = found;
  if (first === undefined) return undefined;
  const ends = found.map((_, i) => found[i + 1]?.index ?? text.length);
  const last = found.length - 1;
  const lastFrom = found[last] === undefined ? 0 : found[last].index + found[last][0].length;
  const { label: lastLabel, rest } = lastOf(text.slice(lastFrom));
  return listedOf(
    found.map((match, i) => ({
      value: (match.groups?.["value"] ?? match.groups?.["quoted"] ?? match.groups?.["word"] ?? "")
        .trim()
        .replace(/^"|"$/gu, ""),
      label: i === last ? lastLabel : text.slice(match.index + match[0].length, ends[i]),
      isPreset: match.groups?.["preset"] !== undefined,
    })),
    first.index,
    rest,
  );
}

/** A line that is neither indented nor a bullet no longer belongs to the last value. */
function lastOf(text: string): { label: string; rest: string } {
  const end = /\n(?!\s|[-*•])/u.exec(text)?.index;
  return end === undefined
    ? { label: text, rest: "" }
    : { label: text.slice(0, end), rest: text.slice(end + 1) };
}
