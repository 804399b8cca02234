import { listedOf, type Listed } from "./listed.js";

const BEFORE_PAIR = "(?<=^|[\\s，,；;。（(「“、|：:])";
const AFTER_PAIR = "(?:\\s{0,2}[：:]\\s{0,2}|\\s-\\s)(?=[\\p{L}「“`])";
export const INTEGER_PAIR = new RegExp(`${BEFORE_PAIR}(-?\\d{1,10})${AFTER_PAIR}`, "gmu");
export const ANY_PAIR = new RegExp(
  `${BEFORE_PAIR}(?:[\`"]?(-?\\d{1,10}|[A-Za-z][\\w.-]{0,63})[\`"]?)(?:${AFTER_PAIR}|\\s?-(?=[\\p{Script=Han}]))`,
  "gmu",
);

/** `0：停用；1：启用`: only when every part of the run is a value with its label. */
export function paired(text: string, item: RegExp, least = 2): Listed | undefined {
  const found = [...text.matchAll(item)];
  const [first] = found;
  if (first === undefined || found.length < least || found.length > MOST) return undefined;
  const parts = found.map((match, i) => {
    const from = match.index + match[0].length;
    const next = found[i + 1]?.index;
    const end = next ?? from + endOf(text.slice(from, from + 200));
    return { value: match[1] ?? "", label: text.slice(from, end), isPreset: false, end };
  });
  const between = parts.slice(0, -1);
  if (between.some(({ label }) => label.length > 80 || /[。\n]\s*\S/u.test(label)))
    return undefined;
  return listedOf(
    parts.map(({ label, ...part }) => ({ ...part, label: label.replace(/[」”）)]\s*$/u, "") })),
    first.index,
    text.slice(parts.at(-1)?.end ?? text.length).replace(/^[」”）)。；;，,\s]+/u, ""),
  );
}

function endOf(text: string): number {
  const end = text.search(/[。\n；;，」”）]/u);
  return end < 0 ? text.length : end;
}

/** `open_id、union_id 或 user_id`. */
export function plain(text: string): Listed | undefined {
  const line = /^[^。\n]{1,2000}/u.exec(text.trimStart())?.[0];
  if (line === undefined) return undefined;
  const words = line.split(/[、，,；;|/]|\s?或者?\s?|\sor\s/u).map((word) => word.trim());
  const values = words
    .filter((word) => word !== "")
    .map((word) =>
      /^[「“"`]*([\w.+-]{1,64})[」”"`]*\s?(?:[（(](默认值?|[Dd]efault)[）)])?\.?$/u.exec(word),
    );
  if (values.includes(null) || (values.length < 2 && !line.includes("`"))) return undefined;
  const parts = values.map((found) => ({
    value: found?.[1] ?? "",
    label: "",
    isPreset: found?.[2] !== undefined,
  }));
  return listedOf(
    parts,
    0,
    text
      .trimStart()
      .slice(line.length)
      .replace(/^[。\s]+/u, ""),
  );
}

/** More pairs than that on a line are no list of values. */
const MOST = 500;
