import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import { MAX_DEPTH, unreadable } from "../../../load/parse.js";
import type { SourceFile } from "../../../source.js";
import type { Reading } from "../../reading.js";
import { findDefinitions, layersOf } from "./find.js";
import { addressOf, pageOf } from "./page-of.js";
import { keepDigits, scan } from "./scan.js";
import { locator } from "./spot.js";
import { syntaxAt } from "./syntax.js";

/** Whether a text is JSON that has an operation's path or method, also inside a text of its own. */
export const isDefinition = (text: string): boolean =>
  /^\uFEFF?\s{0,1000}[{[]/u.test(text) &&
  /"(?:api_?path|http_?method|http_?path)\\{0,4}"\s{0,20}:/iu.test(text);

/** The API explorer's definition of an operation, bare or in what a server wraps around it. */
export function readDefinition(source: SourceFile): Reading {
  const none = (problem: Diagnostic): Reading => ({ page: undefined, diagnostics: [problem] });
  const early = unreadable(source);
  if (early !== undefined) return none(early);
  const scanned = scan(source.text, MAX_DEPTH);
  if (scanned.deep !== undefined) {
    const at = { file: source, start: scanned.deep, end: scanned.deep + 1 };
    return none(diagnostic("page-too-deep", at, { limit: String(MAX_DEPTH) }));
  }
  let root: unknown;
  try {
    root = JSON.parse(keepDigits(source.text, scanned).replace(/^\uFEFF/u, ""));
  } catch (error) {
    const { at, reason } = syntaxAt(source, error);
    return none(diagnostic("definition-syntax", at, { reason }));
  }
  const locate = locator(source);
  const found = findDefinitions({ value: root, path: [] });
  const [first, second] = found;
  if (first === undefined) return none(diagnostic("no-definition", locate([]), {}));
  const { page, diagnostics } = pageOf(source, { value: root, path: [] }, layersOf(first), locate);
  const doubled = scanned.doubled.map((span) =>
    diagnostic(
      "doubled-key",
      { file: source, ...span },
      { key: source.text.slice(span.start, span.end) },
    ),
  );
  const others =
    second === undefined
      ? []
      : [
          diagnostic("other-definitions", locate(second.definition.path), {
            count: String(found.length),
            first: addressOf(layersOf(first)),
            next: addressOf(layersOf(second)),
          }),
        ];
  return { page, diagnostics: [...doubled, ...others, ...diagnostics] };
}
