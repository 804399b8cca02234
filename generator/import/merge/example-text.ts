import type { Json } from "../endpoint.js";
import { fits, spaces } from "./yaml/layout.js";
import { isList } from "./yaml/value.js";

/** An example as a file in the common style: short lists on a line, objects on lines of their own. */
export const exampleText = (example: Json): string => `${textOf(example, 0, 0)}\n`;

/** `used` is the room that indent, key and comma take in the first line of the value. */
function textOf(value: Json, indent: number, used: number): string {
  const line = lineOf(value);
  if (line !== undefined && fits(line, used)) return line;
  if (isList(value)) {
    const inside = areNumbers(value) ? rowsOf(value, indent + 2) : linesOf(value, indent + 2);
    return `[\n${inside.join("\n")}\n${spaces(indent)}]`;
  }
  if (typeof value !== "object" || value === null) return scalarText(value);
  const keys = Object.keys(value).map((key) => `${JSON.stringify(key)}: `);
  return `{\n${linesOf(Object.values(value), indent + 2, keys).join("\n")}\n${spaces(indent)}}`;
}

function linesOf(values: readonly Json[], indent: number, keys: readonly string[] = []): string[] {
  return values.map((value, i) => {
    const [key, comma] = [keys[i] ?? "", i < values.length - 1 ? "," : ""];
    const used = indent + key.length + comma.length;
    return `${spaces(indent)}${key}${textOf(value, indent, used)}${comma}`;
  });
}

/** A value on one line; undefined when it never stands like that. */
function lineOf(value: Json): string | undefined {
  if (!isList(value)) {
    if (typeof value !== "object" || value === null) return scalarText(value);
    return Object.keys(value).length === 0 ? "{}" : undefined;
  }
  // A table of several rows is read better as lines.
  if (value.length > 1 && value.every((inner) => isList(inner) && inner.length > 1))
    return undefined;
  const inside = value.map(lineOf);
  return inside.includes(undefined) ? undefined : `[${inside.join(", ")}]`;
}

const areNumbers = (values: readonly Json[]): boolean =>
  values.length > 1 && values.every((value) => typeof value === "number");

/** Numbers fill their lines. */
function rowsOf(values: readonly Json[], indent: number): string[] {
  const rows: string[] = [];
  for (const [i, value] of values.entries()) {
    const text = `${JSON.stringify(value)}${i < values.length - 1 ? "," : ""}`;
    const row = rows.at(-1);
    if (row !== undefined && fits(` ${text}`, row.length)) rows[rows.length - 1] = `${row} ${text}`;
    else rows.push(spaces(indent) + text);
  }
  return rows;
}

/** A plus sign in an exponent says nothing. */
const scalarText = (value: string | number | boolean | null): string =>
  typeof value === "number" ? JSON.stringify(value).replace("+", "") : JSON.stringify(value);
