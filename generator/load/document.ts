import { Composer, Parser, type CST, type Document, type ParsedNode } from "yaml";

export interface Read {
  /** Undefined when the text is nested too deeply to be made sense of. */
  readonly document: Document.Parsed<ParsedNode> | undefined;
  /** Where a second document starts, or where the depth is exceeded. */
  readonly end: number | undefined;
}

/**
 * Reads a text with a limit on its depth: the library's composer calls itself for each level, and
 * running out of stack inside it can end the whole process.
 */
export function readDocument(text: string, maxDepth: number): Read {
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens, maxDepth);
  if (deep !== undefined) return { document: undefined, end: deep };
  const composer = new Composer({
    schema: "core",
    merge: false,
    prettyErrors: false,
    // The library's own test compares every key with every other one.
    uniqueKeys: false,
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  return { document: documents[0], end: documents[1]?.range[0] };
}

/** Walks without calling itself, for the same reason. */
function tooDeep(tokens: readonly CST.Token[], maxDepth: number): number | undefined {
  let level: readonly CST.Token[] = tokens.flatMap((token) =>
    token.type === "document" ? (token.value ?? []) : [],
  );
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > maxDepth) return first?.offset;
    level = level.flatMap(inside);
  }
  return undefined;
}

const inside = (token: CST.Token): readonly CST.Token[] =>
  "items" in token
    ? token.items.flatMap(({ key, value }) => [key, value].filter((part) => part != null))
    : [];
