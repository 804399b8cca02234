import { quotedEnd } from "./quoted.js";
import { MARKERS, type SectionKind } from "./wordings.js";

/** A stretch of a description under one marker; `prose` is what stands under none. */
export interface Section {
  readonly kind: SectionKind | "prose";
  /** The marker as the page has it, colon and all; empty for prose. */
  readonly head: string;
  readonly text: string;
}

/**
 * Cuts a description at the words that mark its machine-made parts. Lines do not matter: one form of
 * page has all of a description on one line, so a marker stands at a line's start, after a blank or
 * after punctuation.
 */
export function sectionsOf(text: string, name = ""): readonly Section[] {
  const sections: Section[] = [];
  let open: { kind: Section["kind"]; head: string; from: number } = prose(0);
  let isQuotedUntil = 0;

  const close = (end: number): void => {
    const { kind, head, from } = open;
    const inside = text.slice(from, end);
    if (kind !== "prose" || inside.trim() !== "") sections.push({ kind, head, text: inside });
  };

  for (const found of text.matchAll(MARKER)) {
    const at = found.index;
    if (at < isQuotedUntil) continue;
    const marker = MARKERS[found.slice(1).findIndex((group) => group !== undefined)];
    if (marker === undefined) continue;
    const before = text.slice(Math.max(open.from, at - 300), at);
    if (marker.kind === "options" && open.kind === "prose" && !isOwn(before, name)) continue;
    // In the middle of a label, the words belong to the label.
    if (open.kind === "options" && /[^\s。；;）)>]$/u.test(before)) continue;
    // The notes of a list of notes belong together.
    close(at);
    const after = at + found[0].length;
    open = {
      kind: marker.kind,
      head: marker.isContent === true ? "" : found[0],
      from: marker.isContent === true ? at : after,
    };
    if (marker.kind === "example" || marker.kind === "default") {
      isQuotedUntil = quotedEnd(text, after) ?? isQuotedUntil;
    }
  }
  close(text.length);
  return sections;
}

const prose = (from: number) => ({ kind: "prose" as const, head: "", from });

/** `period 可选值有：` lists values of something inside of the field. */
function isOwn(before: string, name: string): boolean {
  if (isOneCase(before)) return false;
  const owner = /(?:^|[\s。，；,;、（(`])([a-z][\w.]*)`?[ \t]?$/u.exec(before)?.[1];
  return owner === undefined || owner === name || /^(?:id|type)$/u.test(owner);
}

/** `- 若为 a，可选值：`: the other cases have values that are not listed. */
export function isOneCase(before: string): boolean {
  const bullet = before
    .split(/(?:^|\s)[-*•]\s/u)
    .slice(1)
    .at(-1);
  return bullet !== undefined && /^(?:若|当|如果)/u.test(bullet.trim());
}

const MARKER = new RegExp(
  MARKERS.map(
    ({ words, isGlued, isContent, isBare }) =>
      (isGlued === true ? "" : "(?<=^|[\\s。；;，,：:）)>`])") +
      `(${words})${isBare === true ? "(?=\\s{1,4}[-*•]\\s)" : "[ \\t]{0,3}[：:]"}` +
      (isContent === true ? "(?=\\s{0,3}[`（(]?-?\\d|[^：:\\n。]{0,12}\\d)" : ""),
  ).join("|"),
  "gmu",
);
