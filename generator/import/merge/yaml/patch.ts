import { isMap, type ParsedNode } from "yaml";
import { readDocument } from "../../../load/document.js";
import { MAX_DEPTH } from "../../../load/parse.js";
import { apply, type Edit } from "./edit.js";
import { Patcher } from "./patcher.js";
import { mapText } from "./print.js";
import type { Plain } from "./scalar.js";
import { isEqual, type PlainObject } from "./value.js";

/**
 * A YAML text that says `target` instead of what it said. Only the nodes that differ are written
 * anew: every other byte, comments and odd spacing included, stays as a person left it. Undefined
 * when the text is written in a way that cannot be changed like this.
 */
export function patch(text: string, target: PlainObject): string | undefined {
  const { document } = readDocument(text, MAX_DEPTH);
  const root = document?.contents;
  if (root === null || root === undefined) {
    const head = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    return `${head}${mapText(target, [], 0)}\n`;
  }
  if (!isMap(root) || root.flow) return undefined;
  const edits: Edit[] = [];
  new Patcher(text, edits).map(root, plain(root), target, [], undefined);
  const patched = apply(text, edits);
  const again = readDocument(patched, MAX_DEPTH).document?.contents;
  return isMap(again) && isEqual(plain(again), target) ? patched : undefined;
}

/** What a text says, which is known to be a spec. */
const plain = (node: ParsedNode): Plain => node.toJSON() as Plain;
