import { bareSection } from "./heading.js";

/**
 * Where the JSON ends that starts at an offset: behind its last bracket, or, when its brackets do not
 * match, before the heading that follows, which may be glued to it: `}响应`.
 */
export function sampleEnd(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === "\n") {
      // No string goes on in the next line; one that seems to was not closed.
      isQuoted = false;
      const heading = headingIn(text, at + 1);
      if (heading !== undefined) return heading;
    } else if (isQuoted) {
      if (mark === "\\") at += 1;
      else if (mark === '"') isQuoted = false;
    } else if (mark === '"') isQuoted = true;
    else if (mark === "{" || mark === "[") depth += 1;
    else if (mark === "}" || mark === "]") {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return text.length;
}

/** Where a heading starts in a line, behind closing brackets at most. */
function headingIn(text: string, start: number): number | undefined {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end < 0 ? undefined : end);
  const behind = /^[\s}\],;]*/u.exec(line)?.[0].length ?? 0;
  return bareSection(line.slice(behind)) === undefined ? undefined : start + behind;
}
