import { body } from "./body.js";
import { expression, type Expression } from "./expression.js";
import { flat, print } from "./group.js";
import { broken, fits } from "./width.js";

/** `const a: B<C, D> = …;`, with or without `as const` */
export function constant(first: string, rest: readonly string[]): string[] | undefined {
  const [head = "", name = ""] = /^(.*?) = /u.exec(first) ?? [];
  const lines = [first.slice(head.length), ...rest];
  const [, text = "", end = ""] = /^([^]*?)((?: as const)?;)$/u.exec(lines.join("\n")) ?? [];
  const before = BEFORE.exec(text)?.[0] ?? "";
  const value = expression(text.slice(before.length));
  if (value === undefined) return undefined;
  if (value.kind === "object" || value.kind === "array") return large(name, value, end);
  return call(name, before, value, end);
}

const BEFORE = /^(?:\/\* @__PURE__ \*\/|await) /u;

/** An object or a list is broken itself, or set apart, or else the types before it are broken. */
function large(name: string, value: Expression, end: string): string[] | undefined {
  const lines = print(value, { indent: "", head: `${name} = `, tail: end });
  if (lines !== undefined) return lines;
  const [, open = "", words] = /^(.*<)(.*)>$/u.exec(name) ?? [];
  if (fits(`${name} =`)) {
    const apart = print(value, { indent: "  ", head: "", tail: end });
    return apart && [`${name} =`, ...apart];
  }
  if (words === undefined || value.kind !== "object") return undefined;
  const types = words.split(", ");
  const head = types.map((type, i) => `  ${type}${i === types.length - 1 ? "" : ","}`);
  const inner = print(value, { indent: "", head: "> = ", tail: end });
  return inner && [open, ...head, ...inner];
}

/** What is called stands behind the name, or with all of its arguments below it. */
function call(name: string, before: string, value: Expression, tail: string): string[] | undefined {
  const text = flat(value);
  if (text !== undefined && fits(`${name} = ${before}${text}${tail}`))
    return [`${name} = ${before}${text}${tail}`];
  if (value.kind !== "call") return undefined;
  if (fits(`${name} = ${before}${value.open}`))
    return print(value, { indent: "", head: `${name} = ${before}`, tail });
  if (before.startsWith("await")) return undefined;
  const below = print(value, { indent: "  ", head: before, tail });
  return below && [`${name} =`, ...below];
}

/** `export const a: Check = input(() => ({ … }), ["b"], (out, { c }) => { … });` */
export function check(first: string, rest: readonly string[]): string[] | undefined {
  const end = rest.findIndex((line) => line.startsWith("})"));
  const [close = "", ...conditions] = rest.slice(end);
  const fields = expression(["{", ...rest.slice(0, end), "}"].join("\n"));
  if (fields === undefined || end < 1) return undefined;
  if (close === "}));") {
    const all = print(fields, { indent: "", head: first.slice(0, -1), tail: "));" });
    return conditions.length === 0 ? all : undefined;
  }
  const [, needed, none, open] =
    /^\}\), (\[.*?\])(?:(, undefined)?, (\(out, \{ [\w, ]+ \}\) => \{)|\);)$/u.exec(close) ?? [];
  if (needed === undefined) return undefined;
  const more = open === undefined ? [] : together(open, conditions);
  const inner = print(fields, { indent: "  ", head: "() => (", tail: ")," });
  if (more === undefined || inner === undefined) return undefined;
  if (open === undefined && conditions.length > 0) return undefined;
  const head = first.replace(/\(\) => \(\{$/u, "");
  if (!fits(head)) return undefined;
  return [
    head,
    ...inner,
    ...(fits(`  ${needed},`) ? [`  ${needed},`] : broken(needed, "  ", ",")),
    ...(none === undefined ? [] : ["  undefined,"]),
    ...more,
    ");",
  ];
}

/** The functions that look at fields beside each other, as the last arguments. */
function together(open: string, rest: readonly string[]): string[] | undefined {
  const end = rest.findIndex((line) => line.startsWith("}"));
  const [close = "", ...others] = rest.slice(end);
  const inner = body(rest.slice(0, end), "    ");
  const [, next] = /^\}, (\(out, \{ [\w, ]+ \}\) => \{)$/u.exec(close) ?? [];
  const more = next === undefined ? [] : together(next, others);
  if (inner === undefined || more === undefined) return undefined;
  if (next === undefined && (close !== "});" || others.length > 0)) return undefined;
  return [...parameters(open), ...inner, "  },", ...more];
}

/** `(out, { a, b }) => {` */
function parameters(open: string): string[] {
  if (fits(`  ${open}`)) return [`  ${open}`];
  const fields = open.slice("(out, ".length, -") => {".length);
  const line = `    ${fields},`;
  return ["  (", "    out,", ...(fits(line) ? [line] : broken(fields, "    ", ",")), "  ) => {"];
}
