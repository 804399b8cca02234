import { body } from "./body.js";
import { commentLine, isComment } from "./comment.js";
import { broken, fits, parts } from "./width.js";

/** `const a: B<C, D> = { … };` with a property on each line. */
export function object(first: string, rest: readonly string[]): string[] | undefined {
  const close = rest.at(-1) ?? "";
  if (!/^\}(?: as const)?;$/u.test(close)) return undefined;
  const known = rest.slice(0, -1).map(property);
  const lines = known.filter((line) => line !== undefined).flat();
  if (known.includes(undefined) || lines.length === 0) return undefined;
  if (fits(first)) return [first, ...lines, close];
  const [, open = "", words] = /^(.*<)(.*)> = \{$/u.exec(first) ?? [];
  if (words === undefined || fits(first.slice(0, -2))) return undefined;
  const types = words.split(", ");
  const head = types.map((type, i) => `  ${type}${i === types.length - 1 ? "" : ","}`);
  return [open, ...head, "> = {", ...lines, close];
}

function property(line: string): string[] | undefined {
  if (isComment(line)) return [commentLine(line, "  ")];
  const [, key = "", objects] = /^(\w+): \[(\{ [^{}]* \}, \{ .* \})\],$/u.exec(line) ?? [];
  // Several objects of several properties are never on one line.
  if (objects !== undefined) {
    const all = parts(objects, ", ");
    const isKnown = all.every((each) => parts(each.slice(2, -2), ", ").length > 1);
    return isKnown ? [`  ${key}: [`, ...all.map((each) => `    ${each},`), "  ],"] : undefined;
  }
  const [, name, string] = PROPERTY.exec(line) ?? [];
  if (name === undefined) return undefined;
  // A text cannot be broken, and after a name as short as that no line is.
  return fits(`  ${line}`) || (string !== undefined && name.length <= 4)
    ? [`  ${line}`]
    : undefined;
}

const PROPERTY =
  /^(\w+): (?:-?\d+|\w+|("[^"]*")|\[(?:[^[\]{}]*|\{ [^{}[\]]* \})\]|\{ [^{}]* \}),$/u;

/** `export const a: Check = input(() => ({ … }), ["b"], (out, { c }) => { … });` */
export function check(first: string, rest: readonly string[]): string[] | undefined {
  const end = rest.findIndex((line) => line.startsWith("})"));
  const fields = rest.slice(0, end);
  const isKnown = fields.every((line) => /^(?:\w+|"[^"\\]+"): [\w(), ]+,$/u.test(line));
  const [close = "", ...conditions] = rest.slice(end);
  if (!isKnown || end < 1) return undefined;
  if (close === "}));") {
    const all = [first, ...fields.map((line) => `  ${line}`), close];
    return conditions.length === 0 && all.every((line) => fits(line)) ? all : undefined;
  }
  const [, needed, open] =
    /^\}\), (\[.*?\])(?:, (\(out, \{ [\w, ]+ \}\) => \{)|\);)$/u.exec(close) ?? [];
  if (needed === undefined) return undefined;
  const more = open === undefined ? [] : together(open, conditions);
  if (more === undefined || (open === undefined && conditions.length > 0)) return undefined;
  const all = [
    first.replace(/\(\) => \(\{$/u, ""),
    "  () => ({",
    ...fields.map((line) => `    ${line}`),
    "  }),",
    ...(fits(`  ${needed},`) ? [`  ${needed},`] : broken(needed, "  ", ",")),
    ...more,
    ");",
  ];
  return all.every((line) => fits(line)) ? all : undefined;
}

/** The function that looks at fields beside each other, as the last argument. */
function together(open: string, rest: readonly string[]): string[] | undefined {
  const inner = body(rest.slice(0, -1), "    ");
  if (rest.at(-1) !== "});" || inner === undefined) return undefined;
  return [`  ${open}`, ...inner, "  },"];
}

/** `export const a: A = b(c, d);` */
export function value(first: string, rest: readonly string[]): string[] | undefined {
  const [, name = "", call = "", words = ""] = /^(.* =) ([^(]*\()(.*)\);$/u.exec(first) ?? [];
  if (rest.length > 0 || name === "") return undefined;
  if (fits(first)) return [first];
  const lines = parts(words, ", ").map((word) => `${word},`);
  if (fits(`${name} ${call}`))
    return [`${name} ${call}`, ...lines.map((line) => `  ${line}`), ");"];
  if (fits(`  ${call}${words});`)) return [name, `  ${call}${words});`];
  return [name, `  ${call}`, ...lines.map((line) => `    ${line}`), "  );"];
}
