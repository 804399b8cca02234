import { diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../source.js";
import type { Reading } from "../reading.js";
import { isDefinition, readDefinition } from "./definition/definition.js";
import { isFlat, readFlat } from "./flat/flat.js";
import { readMarkdown } from "./markdown/markdown.js";

/** Reads a vendor page in whichever form it comes; its structure tells the form, not its name. */
export function readPage(source: SourceFile): Reading {
  if (isDefinition(source.text)) return readDefinition(source);
  if (isFlat(source.text)) return readFlat(source);
  const reading = readMarkdown(source);
  const isPage = !reading.diagnostics.some(({ code }) => code === "page-not-operation");
  return isPage ? reading : (otherFile(source) ?? reading);
}

/** What is wrong with a file that is no page at all: there its name may tell what it was meant for. */
function otherFile(source: SourceFile): Reading | undefined {
  if (/\.json$/iu.test(source.name) || /^\uFEFF?\s{0,1000}\{/u.test(source.text))
    return readDefinition(source);
  if (!/\.ya?ml$/iu.test(source.name)) return undefined;
  const at = { file: source, start: 0, end: 1 };
  return { page: undefined, diagnostics: [diagnostic("page-is-yaml", at, {})] };
}
