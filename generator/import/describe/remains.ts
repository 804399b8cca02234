/**
 * What is left of prose once a machine's part, a list or a picture is cut out of it, without the marks
 * that led there: `类型，`, `取值 - `, `颜色（`.
 */
export function remains(text: string): string {
  const whole = text
    .replace(/[（(]\s{0,9}[)）]|「\s{0,9}」/gu, "")
    .replace(/[，、；,;：:](?=[。；])/gu, "")
    .replace(/^[\s，。；、,;：:）)」】|/]+/u, "")
    .trimEnd();
  // Of a longer run of marks only the end is looked at, which bounds the work.
  return whole.slice(0, -LONGEST) + whole.slice(-LONGEST).replace(TRAILING, "");
}

const LONGEST = 100;

/** A dash that belongs to a word (`C4-`) or to a value (`--`) stays. */
const TRAILING = /(?:[\s，、；,;：:（(「【|/]|(?<=^|[\s。.])[-–—*•])+$/u;
