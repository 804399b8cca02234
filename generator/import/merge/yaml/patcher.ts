import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";
import type { Path } from "../../../source.js";
import type { Edit } from "./edit.js";
import { commentsOf, flowEdits } from "./flow.js";
import { isApart, spaces } from "./layout.js";
import { itemText, pairText } from "./print.js";
import { areSpaced, contentEnd, lineEnd, lineStart, startOf } from "./ranges.js";
import { scalarText, type Plain } from "./scalar.js";
import { isEqual, isList, isObject, matches, type PlainObject } from "./value.js";

type BlockMap = YAMLMap.Parsed;
type BlockList = YAMLSeq.Parsed;
type Pair = BlockMap["items"][number];

/** Finds the edits that make a tree say something else. */
export class Patcher {
  readonly #text: string;
  readonly #edits: Edit[];

  constructor(text: string, edits: Edit[]) {
    this.#text = text;
    this.#edits = edits;
  }

  /** `head` is where the key of the map ends; undefined when the map has none before its first pair. */
  map(
    node: BlockMap,
    value: Plain,
    target: PlainObject,
    path: Path,
    head: number | undefined,
  ): void {
    const pairs = new Map(node.items.map((pair) => [keyOf(pair), pair]));
    const [first] = node.items;
    if (first === undefined || !isObject(value)) return;
    const indent = this.#column(startOf(first.key));
    for (const [key, pair] of pairs) {
      const wanted = Object.hasOwn(target, key) ? target[key] : undefined;
      if (wanted === undefined) this.#removeLines(startOf(pair.key), contentEnd(this.#text, pair));
      else if (!isEqual(value[key], wanted))
        this.#pair(pair, value[key] ?? null, wanted, [...path, key], indent);
    }
    // At the top, short facts stand together and long sections apart.
    const isSpaced = path.length === 0 ? undefined : areSpaced(this.#text, node.items);
    let before: Pair | undefined;
    for (const [key, wanted] of Object.entries(target)) {
      const pair = pairs.get(key);
      if (pair !== undefined) before = pair;
      else {
        const at = [...path, key];
        const text = `${spaces(indent)}${pairText(key, wanted, at, indent)}`;
        const blank = (isSpaced ?? isApart(at)) ? "\n" : "";
        const after = before ?? (head === undefined ? first : undefined);
        if (after === undefined) this.#insertFirst(text, head ?? 0, blank);
        else this.#insert(text, contentEnd(this.#text, after), blank);
      }
    }
  }

  #insert(text: string, behind: number, blank: string): void {
    const at = lineEnd(this.#text, behind);
    this.#edits.push({ start: at, end: at, text: `\n${blank}${text}` });
  }

  #insertFirst(text: string, head: number, blank: string): void {
    const at = lineEnd(this.#text, head);
    const isBlank = /^\n[ \t]*\n/u.test(this.#text.slice(at));
    this.#edits.push({ start: at, end: at, text: `\n${text}${isBlank ? "" : blank}` });
  }

  #pair(pair: Pair, value: Plain, target: Plain, path: Path, indent: number): void {
    const { key, value: node } = pair;
    if (isMap(node) && !node.flow && isObject(target) && Object.keys(target).length > 0)
      return this.map(node, value, target, path, key.range[1]);
    if (isSeq(node) && !node.flow && isList(value) && isList(target))
      return this.#list(node, pair, value, target, path, indent);
    const edits = node && flowEdits(this.#text, node, value, target, path);
    if (edits) this.#edits.push(...edits);
    else this.#replace(pair, target, path, indent);
  }

  #replace(pair: Pair, target: Plain, path: Path, indent: number): void {
    const name = String(keyOf(pair));
    const text = pairText(name, target, path, indent).slice(scalarText(name).length);
    const end = contentEnd(this.#text, pair);
    const { key, value: node } = pair;
    if (node !== null) {
      const gap = /#(.*)/u.exec(this.#text.slice(key.range[1], startOf(node)))?.[1];
      const comments = [...(gap === undefined ? [] : [gap]), ...commentsOf(node)];
      this.#keep(comments, lineStart(this.#text, startOf(key)), indent);
    }
    const rest = this.#text.slice(end, lineEnd(this.#text, end));
    // A comment behind what was one line, and is several now, was about all of it.
    const isMoved = text.includes("\n") && /^\s*#/u.test(rest);
    const moved = isMoved ? text.replace("\n", () => `${rest}\n`) : text;
    this.#edits.push({
      start: key.range[1],
      end: isMoved ? end + rest.length : end,
      text: moved,
    });
  }

  /** Comments inside of what is written anew go above it. */
  #keep(comments: readonly string[], at: number, indent: number): void {
    for (const comment of comments)
      this.#edits.push({ start: at, end: at, text: `${spaces(indent)}#${comment}\n` });
  }

  #list(
    node: BlockList,
    pair: Pair,
    value: readonly Plain[],
    target: readonly Plain[],
    path: Path,
    indent: number,
  ): void {
    const [first] = node.items;
    if (first === undefined) return this.#replace(pair, target, path, indent);
    const left = this.#column(this.#dash(first));
    const places = matches(value, target);
    if (!places.some((place) => place !== undefined))
      return this.#replace(pair, target, path, indent);
    for (const [i, item] of node.items.entries()) {
      if (!places.includes(i)) this.#removeLines(this.#dash(item), contentEnd(this.#text, item));
    }
    let before: ParsedNode | undefined;
    for (const [i, wanted] of target.entries()) {
      const place = places[i];
      if (place !== undefined) {
        before = node.items[place];
        continue;
      }
      const text = `${spaces(left)}${itemText(wanted, [...path, i], left)}`;
      const at = lineEnd(
        this.#text,
        before === undefined ? pair.key.range[1] : contentEnd(this.#text, before),
      );
      this.#edits.push({ start: at, end: at, text: `\n${text}` });
    }
  }

  #dash(item: ParsedNode): number {
    return this.#text.lastIndexOf("-", startOf(item) - 1);
  }

  #removeLines(start: number, end: number): void {
    const to = Math.min(lineEnd(this.#text, end) + 1, this.#text.length);
    this.#edits.push({ start: lineStart(this.#text, start), end: to, text: "" });
  }

  #column(offset: number): number {
    return offset - lineStart(this.#text, offset);
  }
}

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "");
