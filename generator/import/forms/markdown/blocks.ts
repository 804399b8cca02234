import { Lexer, Tokenizer, type Token } from "marked";
import type { Location, SourceFile } from "../../../source.js";
import { plainCell } from "./cell.js";
import type { Line } from "./lines.js";
import { cellsOf, fit } from "./row.js";

/** A page's blocks, flat and in order. */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: number;
      readonly text: string;
      readonly at: Location;
    }
  | Table
  | { readonly kind: "code"; readonly text: string; readonly at: Location }
  | { readonly kind: "text"; readonly raw: string; readonly at: Location };

export interface Table {
  readonly kind: "table";
  readonly header: readonly string[];
  /** As many raw cells in each as the header has. */
  readonly rows: readonly TableRow[];
  readonly at: Location;
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly at: Location;
}

/** HTML is no block of its own on vendor pages: it would hide the headings and tables below it. */
class WithoutHtml extends Tokenizer {
  override html(): undefined {
    return undefined;
  }
  override def(): undefined {
    return undefined;
  }
}

export function blocksOf(file: SourceFile, lines: readonly Line[]): Block[] {
  const lexer = new Lexer({ gfm: true, tokenizer: new WithoutHtml() });
  const blocks: Block[] = [];
  const place = (from: number, to: number): Location => {
    const first = lines[from]?.start ?? file.text.length;
    return { file, start: first, end: Math.max(first, lines[to]?.end ?? 0) };
  };
  let line = 0;
  // Only blocks: what stands inside them is read by cells, which need their raw text.
  for (const token of lexer.blockTokens(lines.map(({ text }) => text).join("\n"), [])) {
    const first = line;
    line += newlinesIn(token.raw);
    const blanks = /^\n*/u.exec(token.raw)?.[0].length ?? 0;
    const last = first + newlinesIn(token.raw.trimEnd());
    blocks.push(...blockOf(token, place, first + blanks, last, lines));
  }
  return blocks;
}

function* blockOf(
  token: Token,
  place: (from: number, to: number) => Location,
  first: number,
  last: number,
  lines: readonly Line[],
): Generator<Block> {
  const at = place(first, last);
  switch (token.type) {
    case "heading":
      yield {
        kind: "heading",
        level: Number(token["depth"]),
        text: plainCell(headingText(token.raw)),
        at,
      };
      break;
    case "table":
      yield tableOf(lines.slice(first, last + 1), (i) => place(first + i, first + i), at);
      break;
    case "code":
      yield {
        kind: "code",
        text: String(token["text"]),
        at: place(first + (isFenced(token) ? 1 : 0), last - (isFenced(token) ? 1 : 0)),
      };
      break;
    case "space":
    case "hr":
      break;
    default:
      yield { kind: "text", raw: token.raw, at };
      for (const text of codesIn(token)) yield { kind: "code", text, at };
  }
}

const headingText = (raw: string): string =>
  raw
    .trim()
    .replace(/^#{1,6}/u, "")
    .replace(/\n[=-]+$/u, "")
    .replace(/\s#+$/u, "");

const isFenced = (token: Token): boolean => /^\s*(?:```|~~~)/u.test(token.raw);

/** Examples within lists and quotes. */
function codesIn(token: Token, depth = 0): string[] {
  const inner = "items" in token ? token["items"] : "tokens" in token ? token.tokens : undefined;
  if (!Array.isArray(inner) || depth > 8) return [];
  return inner.flatMap((child: Token) =>
    child.type === "code" ? [String(child["text"])] : codesIn(child, depth + 1),
  );
}

function tableOf(lines: readonly Line[], placeOf: (line: number) => Location, at: Location): Table {
  const [head, , ...body] = lines;
  const header = cellsOf(head?.text ?? "");
  const rows = body.map(({ text }, i) => ({
    cells: fit(cellsOf(text), header.length),
    at: placeOf(i + 2),
  }));
  return { kind: "table", header, rows, at };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
