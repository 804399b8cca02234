import { commentLine } from "./comment.js";
import type { Atom, Entry, Expression, Group } from "./expression.js";
import { fits } from "./width.js";

/** Where an expression stands: how far its line is set in, and what is before and after it. */
interface Place {
  readonly indent: string;
  readonly head: string;
  readonly tail: string;
}

/** An expression on one line; undefined when there has to be more than one. */
export function flat(value: Expression): string | undefined {
  if (!("entries" in value)) return value.text;
  const { kind, open, close, entries, isOpen } = value;
  const texts = entries.map(({ value: inner, key, comments }) => {
    const text = comments.length === 0 ? flat(inner) : undefined;
    return text === undefined ? undefined : key === "" ? text : `${key}: ${text}`;
  });
  if (isOpen || texts.includes(undefined)) return undefined;
  const inner = texts.join(", ");
  return kind === "object" ? `${open} ${inner} ${close}` : `${open}${inner}${close}`;
}

/** The lines of an expression; undefined when it is not certain where prettier breaks it. */
export function print(value: Expression, { indent, head, tail }: Place): string[] | undefined {
  const text = flat(value);
  const line = text === undefined ? undefined : `${indent}${head}${text}${tail}`;
  if (line !== undefined && fits(line)) return [line];
  if (!("entries" in value) || isLonely(value)) return undefined;
  if (isHugging(value)) return hugging(value, { indent, head, tail });
  const open = `${indent}${head}${value.open}`;
  const inner = areNumbers(value) ? filled(value, `${indent}  `) : printed(value, `${indent}  `);
  return fits(open) && inner ? [open, ...inner, `${indent}${value.close}${tail}`] : undefined;
}

function printed({ entries }: Group, indent: string): string[] | undefined {
  const all = entries.map((entry) => {
    const lines = printEntry(entry, indent);
    return lines && [...entry.comments.map((line) => commentLine(line, indent)), ...lines];
  });
  const known = all.filter((lines) => lines !== undefined);
  return known.length === all.length ? known.flat() : undefined;
}

function printEntry({ key, value }: Entry, indent: string): string[] | undefined {
  const head = key === "" ? "" : `${key}: `;
  const lines = print(value, { indent, head, tail: "," });
  if (lines !== undefined || "entries" in value) return lines;
  return below(key, value, indent);
}

/** What does not fit behind its key: below it, or, as a text cannot be broken, as it is. */
function below(key: string, { kind, text }: Atom, indent: string): string[] | undefined {
  // After so short a key nothing would be won.
  if (kind === "string" && key.length <= 4)
    return [`${indent}${key === "" ? "" : `${key}: `}${text},`];
  if (kind === "string") return [`${indent}${key}:`, `${indent}  ${text},`];
  const [, open = "", inner = ""] = /^(\(.*\) =>) (\w+\(.*\))$/u.exec(text) ?? [];
  const lines = [`${indent}${key}: ${open}`, `${indent}  ${inner},`];
  return open !== "" && lines.every((line) => fits(line)) ? lines : undefined;
}

/** A call whose last argument begins on the first line, when it is the only one that is broken. */
function hugging({ open, close, entries }: Group, place: Place): string[] | undefined {
  const [last, others] = [entries.at(-1)?.value, entries.slice(0, -1)];
  const areAtoms = others.every(({ value }) => !("entries" in value) && value.kind !== "function");
  if (last?.kind !== "object" || !areAtoms) return undefined;
  const before = others.map(({ value }) => `${flat(value) ?? ""}, `).join("");
  const { indent, head, tail } = place;
  return print(last, { indent, head: `${head}${open}${before}`, tail: `${close}${tail}` });
}

/** A call whose last argument prettier may leave on the first line. */
const isHugging = ({ kind, entries }: Group): boolean => {
  const last = entries.at(-1)?.value.kind ?? "name";
  return kind === "call" && ["object", "array", "function"].includes(last);
};

/** A call that prettier may rather set apart than break, as its argument is so short. */
const isLonely = ({ kind, entries: [first, second] }: Group): boolean =>
  kind === "call" && second === undefined && !!first && /^[^()]+$/u.test(flat(first.value) ?? "(");

const areNumbers = ({ kind, entries }: Group): boolean =>
  kind === "array" && entries.length > 1 && entries.every(({ value }) => value.kind === "number");

/** Numbers fill their lines. */
function filled(group: Group, indent: string): string[] {
  const lines: string[] = [];
  for (const { value } of group.entries) {
    const text = `${flat(value) ?? ""},`;
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${text}`)) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(`${indent}${text}`);
  }
  return lines;
}
