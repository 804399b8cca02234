import { isMap, isScalar, isSeq, type Document, type ParsedNode } from "yaml";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { readDocument } from "./document.js";
import { plain } from "./plain.js";
import type { Location, Path, SourceFile } from "../source.js";
import { secondDocument, syntaxError } from "./syntax.js";

/** A file as plain values, which still knows where each of them stands. */
export interface Parsed {
  readonly file: SourceFile;
  /** Undefined when the file is empty, or when nothing in it can be told. */
  readonly value: unknown;
  readonly isReadable: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a value was left out because of a diagnostic. */
  readonly holes: readonly Path[];
  /** Whether this program has found before that the file is as the grammar wants it. */
  readonly isKnown?: true;
  /** Where the value at a path stands, or its key; the nearest parent when there is no such path. */
  readonly locate: (path: Path, on?: "key" | "value") => Location;
}

/** Deeper structures are either a mistake or an attack. */
export const MAX_DEPTH = 64;

/** Larger files are no spec that a person keeps. */
const MAX_LENGTH = 4 * 1024 * 1024;

export function parse(file: SourceFile): Parsed {
  const early = unreadable(file);
  if (early !== undefined) return broken(file, early);
  const { document, end } = readDocument(file.text, MAX_DEPTH);
  if (document === undefined) {
    const at = { file, start: end ?? 0, end: (end ?? 0) + 1 };
    return broken(file, diagnostic("too-deep", at, { limit: String(MAX_DEPTH) }));
  }
  const problem = syntaxError(file, document) ?? secondDocument(file, end);
  if (problem !== undefined) return broken(file, problem);
  const locate = locator(file, document);
  return { file, isReadable: true, locate, ...plain(file, document.contents) };
}

const broken = (file: SourceFile, problem: Diagnostic): Parsed => ({
  file,
  value: undefined,
  isReadable: false,
  diagnostics: [problem],
  holes: [],
  locate: () => problem.at,
});

/** What keeps any reader from making sense of a file, YAML or JSON. */
export function unreadable(file: SourceFile): Diagnostic | undefined {
  const at = (start: number) => ({ file, start, end: start + 1 });
  if (file.text.length > MAX_LENGTH) {
    const size = `${(file.text.length / 1024 / 1024).toFixed(1)} MiB`;
    return diagnostic("file-too-large", at(0), { size, limit: "4 MiB" });
  }
  // What a decoder writes for bytes that are not UTF-8; no spec has a reason to hold it.
  const bad = file.text.indexOf("\uFFFD");
  return bad < 0 ? undefined : diagnostic("not-utf8", at(bad), {});
}

type Pair = { readonly key: ParsedNode; readonly value: ParsedNode | null };

function locator(file: SourceFile, document: Document.Parsed): Parsed["locate"] {
  // A map with very many keys must not be searched once for each of them.
  const indexes = new Map<ParsedNode, ReadonlyMap<string, Pair>>();
  const pairOf = (node: ParsedNode, pairs: readonly Pair[], key: string): Pair | undefined => {
    const index = indexes.get(node) ?? indexOf(pairs);
    indexes.set(node, index);
    return index.get(key);
  };
  return (path, on = "value") => {
    let node: ParsedNode | null = document.contents;
    let range = rangeOf(node);
    for (const [depth, key] of path.entries()) {
      if (isMap(node)) {
        const pair = pairOf(node, node.items, String(key));
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

/** The first pair with each key: a later one is a duplicate and was reported. */
const indexOf = (pairs: readonly Pair[]): ReadonlyMap<string, Pair> =>
  new Map(
    pairs
      .toReversed()
      .flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : [])),
  );

/** Carets under the first line of a node are enough. */
const rangeOf = (node: ParsedNode | null): { start: number; end: number } => ({
  start: node?.range[0] ?? 0,
  end: node?.range[1] ?? 0,
});
