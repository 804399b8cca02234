import type { Path } from "../../../source.js";
import { fits, hasOwnLines, isApart, spaces } from "./layout.js";
import { blockText, scalarText, type Plain } from "./scalar.js";
import { isList, isObject, type PlainObject } from "./value.js";

/** On one line: `{ type: [string], label: 标签 }`. */
export function flowText(value: Plain): string {
  if (isList(value)) return `[${value.map(flowText).join(", ")}]`;
  if (!isObject(value)) return scalarText(value);
  const pairs = Object.entries(value).map(
    ([key, inner]) => `${scalarText(key)}: ${flowText(inner)}`,
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** The same on several lines when it does not fit beside what is `used` of the first one. */
export function flowLines(value: Plain, indent: number, used: number): string {
  const line = flowText(value);
  if (fits(line, used) || !(isList(value) || isObject(value))) return line;
  const parts = isList(value)
    ? value.map((item) => flowLines(item, indent + 2, indent + 3))
    : Object.entries(value).map(([key, inner]) => {
        const name = `${scalarText(key)}: `;
        return name + flowLines(inner, indent + 2, indent + name.length + 3);
      });
  const [open, close] = isList(value) ? "[]" : "{}";
  const lines = parts.map((part) => `${spaces(indent + 2)}${part},\n`);
  return `${open}\n${lines.join("")}${spaces(indent)}${close}`;
}

/** A key with its value; further lines come with their indent. */
export function pairText(key: string, value: Plain, path: Path, indent: number): string {
  const name = scalarText(key);
  const isEmpty = (isList(value) || isObject(value)) && Object.keys(value).length === 0;
  if (!(isList(value) || isObject(value))) return `${name}: ${blockText(value)}`;
  if (isEmpty) return `${name}: ${flowText(value)}`;
  if (!hasOwnLines(path, value)) {
    const line = `${name}: ${flowText(value)}`;
    if (fits(line, indent)) return line;
  }
  const inner = isList(value)
    ? value.map((item, i) => `${spaces(indent + 2)}${itemText(item, [...path, i], indent + 2)}`)
    : [`${spaces(indent + 2)}${mapText(value, path, indent + 2)}`];
  return `${name}:\n${inner.join("\n")}`;
}

/** The pairs of a map, one below the other; the first one without indent. */
export function mapText(value: PlainObject, path: Path, indent: number): string {
  return Object.entries(value)
    .map(([key, inner], i) => {
      const at = [...path, key];
      const blank = i > 0 && isApart(at) ? "\n" : "";
      return `${i === 0 ? "" : `${blank}${spaces(indent)}`}${pairText(key, inner, at, indent)}`;
    })
    .join("\n");
}

/** An item of a list, with its dash. */
export function itemText(value: Plain, path: Path, indent: number): string {
  const line = `- ${flowText(value)}`;
  const isShort = !hasOwnLines(path, value) && fits(line, indent);
  if (isShort || !isObject(value) || Object.keys(value).length === 0) return line;
  return `- ${mapText(value, path, indent + 2)}`;
}
