import type { SourceFile } from "../../source.js";
import type { Reading } from "../reading.js";
import { isDefinition, readDefinition } from "./definition/definition.js";
import { isFlat, readFlat } from "./flat/flat.js";
import { readMarkdown } from "./markdown/markdown.js";

/** Reads a vendor page in whichever form it comes; its structure tells the form, not its name. */
export function readPage(source: SourceFile): Reading {
  if (isDefinition(source.text)) return readDefinition(source);
  if (isFlat(source.text)) return readFlat(source);
  return readMarkdown(source);
}
