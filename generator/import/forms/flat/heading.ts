import { sectionOf, type Section } from "../../words/headings.js";

/** The section that a bare line opens. Sentences may begin with the same words: 请求体中的… */
export function bareSection(line: string): Section | undefined {
  const text = line.trim();
  const isShort = text.length > 0 && text.length <= 40 && text.split(/\s/u, 6).length <= 5;
  return isShort && !/[|，。；,;"{}[\]`]|[:：]./u.test(text) ? sectionOf(text) : undefined;
}
