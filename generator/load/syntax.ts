import type { Document, Scalar, YAMLParseError } from "yaml";
import { isScalar, visit } from "yaml";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Location, SourceFile } from "../source.js";

/** The first one only: what follows a syntax error is mostly its echo. */
export function syntaxError(file: SourceFile, document: Document.Parsed): Diagnostic | undefined {
  // A tag that nobody knows is still a tag, and is reported as one.
  const first = document.errors.find(({ code }) => code !== "TAG_RESOLVE_FAILED");
  if (first === undefined) return undefined;
  const at = place(file, document, first);
  if (first.code === "TAB_AS_INDENT") return diagnostic("tab", tabs(at), {});
  return diagnostic("yaml-syntax", at, { reason: reason(first.message, lineAt(at)) });
}

/** The YAML library names its own parts; a person at a spec wants to know what to type. */
const REASONS: readonly (readonly [message: RegExp, reason: string])[] = [
  [/^Missing closing (["'])quote/u, "this text never ends: add the closing $1"],
  [/^Nested mappings/u, `there is a second ": " in this line: put the text in quotes`],
  [/^Block collections are not/u, `there is a second ": " inside { } or [ ]: use quotes or commas`],
  [/^Plain value cannot start/u, "text cannot start with this character: put it in quotes"],
  [/^Invalid escape/u, "in double quotes a \\ starts an escape: write \\\\, or use single quotes"],
  [/^Implicit map keys/u, `a key needs ": " and a value after it`],
  [/^Implicit keys/u, "a key must end on the line on which it starts"],
  [/^Flow map .*|^Expected flow map/u, "this { is never closed: add the closing }, or indent it"],
  [/^Flow seq.*|^Expected flow seq/u, "this [ is never closed: add the closing ], or indent it"],
  [/^Missing , (?:or : )?between/u, "a comma is missing before this"],
  [/^All (?:mapping|collection|sequence) items/u, "this is indented differently from its siblings"],
  [/^Unexpected (?:flow-(?:map|seq)-end|\} |\] )/u, "nothing is open that this could close"],
];

function reason(message: string, line: string): string {
  if (message.startsWith("Nested mappings") && !/: .*: /u.test(line))
    return "a key has either a value or keys under it: check how the next line is indented";
  for (const [pattern, text] of REASONS) {
    const match = pattern.exec(message);
    if (match !== null) return text.replace("$1", match[1] ?? "");
  }
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** What was opened and never closed is noticed far below: the place to mend is where it starts. */
function place(file: SourceFile, document: Document.Parsed, error: YAMLParseError): Location {
  const [start, end] = error.pos;
  const here = { file, start, end: Math.max(end, start + 1) };
  if (/^Missing closing .quote/u.test(error.message)) {
    const open = lastQuoted(document, start);
    const from = open?.range[0];
    return from === undefined ? here : { file, start: from, end: lineEnd(file.text, from) };
  }
  const bracket = /and end with a ([}\]])/u.exec(error.message)?.[1];
  if (bracket === undefined) return here;
  const from = unclosed(document, bracket === "}" ? "{" : "[", file.text, start);
  return from === undefined ? here : { file, start: from, end: from + 1 };
}

function lastQuoted(document: Document.Parsed, before: number): Scalar.Parsed | undefined {
  let last: Scalar.Parsed | undefined;
  visit(document, {
    Scalar(_, node) {
      const isOpen = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      // Nodes that the parser made have a range.
      if (isOpen && isScalar(node) && (node.range?.[0] ?? Infinity) <= before)
        last = node as Scalar.Parsed;
    },
  });
  return last;
}

function unclosed(
  document: Document.Parsed,
  open: string,
  text: string,
  before: number,
): number | undefined {
  let last: number | undefined;
  visit(document, {
    Collection(_, { flow, range }) {
      const [from, to] = range ?? [Infinity, 0];
      if (flow === true && text[from] === open && from <= before && to >= before - 1) last = from;
    },
  });
  return last;
}

const lineAt = ({ file: { text }, start }: Location): string =>
  text.slice(text.lastIndexOf("\n", start - 1) + 1, lineEnd(text, start));

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

/** All of a line's leading tabs. */
function tabs({ file, start }: Location): Location {
  const length = /^\t*/u.exec(file.text.slice(start, start + 100))?.[0].length ?? 1;
  return { file, start, end: start + Math.max(1, length) };
}

/** At the dashes that start it, rather than at its contents. */
export function secondDocument(
  file: SourceFile,
  start: number | undefined,
): Diagnostic | undefined {
  if (start === undefined) return undefined;
  const from = file.text.lastIndexOf("\n---", start) + 1;
  const at = from > 0 ? { start: from, end: from + 3 } : { start, end: start + 1 };
  return diagnostic("second-document", { file, ...at }, {});
}
