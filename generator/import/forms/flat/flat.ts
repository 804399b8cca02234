import type { SourceFile } from "../../../source.js";
import type { Reading } from "../../reading.js";
import { factOf } from "../../words/facts.js";
import { pageOf } from "../markdown/assemble.js";
import { blocksOf } from "../markdown/blocks.js";
import { cellsOf } from "../markdown/row.js";
import { bareSection } from "./heading.js";
import { restored } from "./restore.js";

/**
 * Whether a text is a page without marks: bare lines for headings, and the rows of a table of facts.
 */
export function isFlat(text: string): boolean {
  if (/^ {0,3}#{1,6}\s/mu.test(text) || /^---\r?\n/u.test(text)) return false;
  const lines = text.split(/\r\n|\n|\r/u);
  const facts = new Set(
    lines.flatMap((line) => (line.includes("|") ? [factOf(cellsOf(line)[0] ?? "")] : [])),
  );
  return facts.has("url") && facts.has("method") && lines.some((line) => bareSection(line));
}

/** Reads a page whose marks were lost: links, line breaks and all depths of nesting below the first. */
export function readFlat(source: SourceFile): Reading {
  // A text that marks some nested rows has not lost the marks of others.
  const showsDepth = /[└∟]/u.test(source.text);
  return pageOf(source, blocksOf(source, restored(source.text)), NO_FRONT, showsDepth);
}

const NO_FRONT = { title: undefined, fullPath: undefined, url: undefined };
