import type { SourceFile } from "../../../source.js";
import type { Reading } from "../../reading.js";
import { pageOf } from "./assemble.js";
import { blocksOf } from "./blocks.js";
import { frontMatterOf } from "./front-matter.js";
import { linesOf } from "./lines.js";
import { repair } from "./repair.js";

/** Reads a page of the mirror, or the vendor's own Markdown, in Chinese or English. */
export function readMarkdown(source: SourceFile): Reading {
  const { rest, ...front } = frontMatterOf(linesOf(source.text));
  // The mirror marks nested rows; the vendor's own Markdown has lost the marks.
  return pageOf(source, blocksOf(source, repair(rest)), front, front.fullPath !== undefined);
}
