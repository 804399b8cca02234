import { isMap, isScalar, isSeq, visit, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import type { Path } from "../../../source.js";
import { apply, type Edit } from "./edit.js";
import { rearranged, type Addition, type Part } from "./flow-parts.js";
import { fits, hasOwnLines } from "./layout.js";
import { flowLines, flowText } from "./print.js";
import { contentEnd, lineEnd, lineStart, startOf } from "./ranges.js";
import type { Plain } from "./scalar.js";
import { isEqual, isList, isObject, matches, type PlainObject } from "./value.js";

/**
 * The edits that make `{ … }` or `[ … ]` say something else in the way that it is written: on one
 * line as long as that fits, on lines of their own where a person gave its parts lines. Undefined
 * when nobody could read the result, or when it would cost a comment.
 */
export function flowEdits(
  text: string,
  node: ParsedNode,
  value: Plain,
  target: Plain,
  path: Path,
): readonly Edit[] | undefined {
  const edits =
    isMap(node) && node.flow && isObject(value) && isObject(target)
      ? mapEdits(text, node, value, target, path)
      : isSeq(node) && node.flow && isList(value) && isList(target)
        ? listEdits(text, node, value, target)
        : undefined;
  return edits === undefined || hasLines(text, node) || staysOnLine(text, node, edits)
    ? edits
    : undefined;
}

/** Every comment inside of a node, without its `#`; one behind the node is not inside. */
export function commentsOf(node: ParsedNode): readonly string[] {
  const found: string[] = [];
  visit(node, {
    Node(_, inner) {
      const { comment, commentBefore } = inner;
      for (const text of inner === node ? [] : [commentBefore, comment])
        if (text) found.push(...text.split("\n"));
    },
  });
  return found;
}

function mapEdits(
  text: string,
  node: YAMLMap.Parsed,
  value: PlainObject,
  target: PlainObject,
  path: Path,
): readonly Edit[] | undefined {
  const places = new Map(
    node.items.map(({ key }, i) => [isScalar(key) ? String(key.value) : "", i]),
  );
  const edits: Edit[] = [];
  const added: Addition[] = [];
  let after = -1;
  for (const [key, wanted] of Object.entries(target)) {
    const place = places.get(key);
    if (place === undefined) {
      if (!hasLines(text, node) && hasOwnLines([...path, key], wanted)) return undefined;
      added.push({ after, key, value: wanted });
      continue;
    }
    after = Math.max(after, place);
    if (isEqual(value[key], wanted)) continue;
    const inner = node.items[place]?.value ?? undefined;
    const change = inner && changed(text, node, inner, value[key] ?? null, wanted, [...path, key]);
    if (change === undefined) return undefined;
    edits.push(...change);
  }
  const parts = node.items.map((pair): Part => {
    const isKept = isScalar(pair.key) && Object.hasOwn(target, String(pair.key.value));
    return { start: startOf(pair.key), end: contentEnd(text, pair), isKept };
  });
  const moves = rearranged(text, startOf(node), parts, added);
  return moves && [...edits, ...moves];
}

function listEdits(
  text: string,
  node: YAMLSeq.Parsed,
  value: readonly Plain[],
  target: readonly Plain[],
): readonly Edit[] | undefined {
  const places = matches(value, target);
  const parts = node.items.map((item, i): Part => {
    return { start: startOf(item), end: contentEnd(text, item), isKept: places.includes(i) };
  });
  let after = -1;
  const added = target.flatMap((wanted, i): Addition[] => {
    const place = places[i];
    if (place === undefined) return [{ after, key: undefined, value: wanted }];
    after = place;
    return [];
  });
  return rearranged(text, startOf(node), parts, added);
}

/** Other words for a value in a map; one that has become too long for its line is broken. */
function changed(
  text: string,
  around: ParsedNode,
  node: ParsedNode,
  value: Plain,
  target: Plain,
  path: Path,
): readonly Edit[] | undefined {
  const inside = flowEdits(text, node, value, target, path);
  if (inside !== undefined) return inside;
  const [start, end] = [startOf(node), contentEnd(text, node)];
  if (start === end || commentsOf(node).length > 0) return undefined;
  const line = text.slice(lineStart(text, start), start);
  const indent = line.length - line.trimStart().length;
  const written = hasLines(text, around)
    ? flowLines(target, indent, line.length + 1)
    : flowText(target);
  return [{ start, end, text: written }];
}

const hasLines = (text: string, node: ParsedNode): boolean =>
  text.slice(startOf(node), contentEnd(text, node)).includes("\n");

function staysOnLine(text: string, node: ParsedNode, edits: readonly Edit[]): boolean {
  const start = lineStart(text, startOf(node));
  const line = text.slice(start, lineEnd(text, start));
  const own = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return fits(apply(line, own), 0);
}
