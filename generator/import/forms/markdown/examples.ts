import type { Sample } from "../../page.js";
import type { Section } from "../../words/headings.js";
import type { Part } from "./outline.js";

/**
 * The example of a request or a reply: the first JSON under the example's heading, else the first
 * one of the section that should have had such a heading.
 */
export function exampleOf(
  parts: readonly Part[],
  sections: readonly Section[],
): Sample | undefined {
  for (const section of sections) {
    const codes = parts.flatMap((part) =>
      part.section === section && part.block.kind === "code" ? [part.block] : [],
    );
    const json = codes
      .map(({ text, at }) => ({ text: curlBody(text) ?? text, at }))
      .filter(({ text }) => /^\s*[{[]/u.test(text));
    const success = json.find(({ text }) => /"code"\s*:\s*0\b/u.test(text));
    const chosen = success ?? json[0];
    if (chosen !== undefined) return { text: chosen.text, at: chosen.at };
    if (section.endsWith("Example")) {
      const bare = unfenced(parts.filter((part) => part.section === section));
      if (bare !== undefined) return bare;
    }
  }
  return undefined;
}

/** Some copies lose the fences: JSON then is paragraphs, broken wherever it has an empty line. */
function unfenced(parts: readonly Part[]): Sample | undefined {
  const first = parts.find(({ block }) => block.kind === "text" && /^\s*[{[]/u.test(block.raw));
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { file, start } = first.block.at;
  const { end } = last.block.at;
  return { text: file.text.slice(start, end), at: { file, start, end } };
}

/** Some pages show the request's body only within a call of cURL: `-d '{…}'`. */
function curlBody(text: string): string | undefined {
  if (!/^\s*curl\s/u.test(text)) return undefined;
  const start = /\s(?:-d|--data(?:-raw|-binary)?)\s{1,9}'/u.exec(text);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  const end = text.indexOf("'", from);
  return end < 0 ? undefined : text.slice(from, end);
}
