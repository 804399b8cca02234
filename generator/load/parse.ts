import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
} from "yaml";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Location, Path, SourceFile } from "./source.js";
import { MAX_DEPTH, plain } from "./plain.js";

/** A file as plain values, which still knows where each of them stands. */
export interface Parsed {
  readonly file: SourceFile;
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at a path stands, or its key; the nearest parent when there is no such path. */
  readonly locate: (path: Path, on?: "key" | "value") => Location;
}

/** Larger files are no spec that a person keeps. */
export const MAX_BYTES = 4 * 1024 * 1024;

export function parse(file: SourceFile): Parsed {
  const early = tooLarge(file);
  if (early !== undefined) return broken(file, early);
  const document = parseDocument(file.text, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    schema: "core",
    merge: false,
    logLevel: "silent",
  });
  const locate = locator(file, document);
  const syntax = syntaxError(file, document);
  if (syntax !== undefined) return broken(file, syntax);
  const { value, diagnostics } = plain(file, document.contents);
  return { file, value, diagnostics: [...duplicates(file, document), ...diagnostics], locate };
}

const broken = (file: SourceFile, problem: Diagnostic): Parsed => ({
  file,
  value: undefined,
  diagnostics: [problem],
  locate: () => problem.at,
});

function tooLarge(file: SourceFile): Diagnostic | undefined {
  if (file.text.length <= MAX_BYTES) return undefined;
  const size = `${(file.text.length / 1024 / 1024).toFixed(1)} MiB`;
  const at = { file, start: 0, end: 0 };
  return diagnostic("file-too-large", at, { size, limit: "4 MiB" });
}

/** The first one only: what follows a syntax error is mostly its echo. */
function syntaxError(file: SourceFile, document: Document.Parsed): Diagnostic | undefined {
  const first = document.errors.find(({ code }) => code !== "DUPLICATE_KEY");
  if (first === undefined) return undefined;
  const [start, end] = first.pos;
  const at = { file, start, end: Math.max(end, start + 1) };
  if (first.code === "RESOURCE_EXHAUSTION")
    return diagnostic("too-deep", at, { limit: String(MAX_DEPTH) });
  if (first.code === "TAB_AS_INDENT") return diagnostic("tab", at, {});
  return diagnostic("yaml-syntax", at, { reason: first.message });
}

function duplicates(file: SourceFile, document: Document.Parsed): Diagnostic[] {
  return document.errors.map(({ pos: [start] }) => {
    const key =
      /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/u.exec(file.text.slice(start, start + 200))?.[0] ?? "";
    const at = { file, start, end: start + key.length };
    return diagnostic("duplicate-key", at, { key: key.trim() });
  });
}

function locator(file: SourceFile, document: Document.Parsed): Parsed["locate"] {
  return (path, on = "value") => {
    let node: ParsedNode | null = document.contents;
    let range = rangeOf(node);
    for (const [depth, key] of path.entries()) {
      if (isMap(node)) {
        const pair: { key: ParsedNode; value: ParsedNode | null } | undefined = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(key),
        );
        if (pair === undefined) break;
        node = pair.value;
        range =
          on === "key" && depth === path.length - 1 ? rangeOf(pair.key) : rangeOf(node ?? pair.key);
      } else if (isSeq(node) && typeof key === "number" && node.items[key] !== undefined) {
        node = node.items[key];
        range = rangeOf(node);
      } else break;
    }
    return { file, ...range };
  };
}

/** Carets under the first line of a node are enough. */
const rangeOf = (node: ParsedNode | null): { start: number; end: number } => ({
  start: node?.range[0] ?? 0,
  end: node?.range[1] ?? 0,
});
