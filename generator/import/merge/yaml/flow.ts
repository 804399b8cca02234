import { isMap, isScalar, isSeq, visit, type ParsedNode } from "yaml";
import { flowText } from "./print.js";
import { contentEnd, startOf } from "./ranges.js";
import { scalarText, type Plain } from "./scalar.js";
import { isEqual, isList, isObject } from "./value.js";

/** `{ … }` or `[ … ]` on one line with another value; what stays the same is copied as it is written. */
export function flowWith(text: string, node: ParsedNode, value: Plain, target: Plain): string {
  if (isMap(node) && node.flow && isObject(value) && isObject(target)) {
    const pairs = new Map(
      node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair]),
    );
    const parts = Object.entries(target).map(([key, wanted]) => {
      const pair = pairs.get(key);
      if (pair?.value == null) return `${scalarText(key)}: ${flowText(wanted)}`;
      const name = text.slice(startOf(pair.key), pair.key.range[1]);
      return `${name}: ${flowWith(text, pair.value, value[key] ?? null, wanted)}`;
    });
    const pad = text.charAt(startOf(node) + 1) === " " || text.charAt(startOf(node) + 1) === "\n";
    return parts.length === 0 ? "{}" : pad ? `{ ${parts.join(", ")} }` : `{${parts.join(", ")}}`;
  }
  const source = text.slice(startOf(node), contentEnd(text, node));
  if (isEqual(value, target)) return source.includes("\n") ? flowText(target) : source;
  if (!isSeq(node) || !node.flow || !isList(value) || !isList(target)) return flowText(target);
  const items = target.map((wanted) => {
    const i = value.findIndex((item) => isEqual(item, wanted));
    const item = node.items[i];
    return item === undefined ? flowText(wanted) : flowWith(text, item, wanted, wanted);
  });
  return `[${items.join(", ")}]`;
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
