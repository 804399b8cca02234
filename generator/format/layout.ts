import { body } from "./body.js";
import { broken, fits, parts } from "./width.js";

/**
 * The lines of a statement as prettier would write them; undefined when that is not certain. Of
 * what is printed one thing a line, only indentation and breaks of long lines are missing.
 */
export function layout(lines: readonly string[]): string[] | undefined {
  const code = lines.findIndex((line) => !/^ *(?:\/?\*|$)/u.test(line));
  const comment = lines.slice(0, code).map((line) => line.trim());
  const [first = "", ...rest] = lines.slice(code).map((line) => line.trim());
  if ([first, ...rest].some((line) => QUOTES.test(line) && !isComment(line))) return undefined;
  const made = statement(first, rest);
  return made && [...comment.map((line) => commentLine(line, "")), ...made];
}

/** Prettier chooses quotes by what is escaped, and drops those of keys, some in other scripts. */
const QUOTES = /\\|"[^"]*[^\x20-\x7e][^"]*"\??:/u;

function statement(first: string, rest: readonly string[]): readonly string[] | undefined {
  if (first.startsWith("//")) return rest.length === 0 ? [first] : undefined;
  if (/^(?:import|export) (?:type )?\{ /u.test(first)) return names(first, rest);
  if (/^export interface [\w ,]+ \{$/u.test(first)) return members(first, rest);
  if (/^(?:export )?function \w+\([^()]*\): [\w ,<>]+ \{$/u.test(first)) return fn(first, rest);
  if (/^export type \w+ = [\w .|]+;$/u.test(first)) return union(first, rest);
  if (/^(?:export )?const \w+(?:: \w+<\w+, \w+>)? = \{$/u.test(first)) return object(first, rest);
  if (/^export const \w+: Check = \/\* @__PURE__ \*\/ (?:in|out)put\(\(\) => \(\{$/u.test(first))
    return check(first, rest);
  if (/^export const \w+: (?:Check|Schema<\w+>) = .*;$/u.test(first)) return value(first, rest);
  return undefined;
}

const commentLine = (line: string, indent: string): string =>
  `${indent}${line.startsWith("/") ? "" : " "}${line}`;

/** `import { a, b } from "./c.js";` */
function names(line: string, rest: readonly string[]): string[] | undefined {
  if (rest.length > 0) return undefined;
  const [, open = "", inner = "", close = ""] =
    /^([^{]*\{) (.*) (\} from ".*";)$/u.exec(line) ?? [];
  const all = inner.split(", ");
  if (fits(line) || all.length === 1) return [line];
  return open === "" ? undefined : [open, ...all.map((name) => `  ${name},`), close];
}

/** Types without braces, brackets in which something else than names stands, or functions. */
const MEMBER = /^(?:readonly )?(?:\w+|"[^"\\]+")\??: [\w .|<>[\]]+;$/u;

function members(first: string, rest: readonly string[]): string[] | undefined {
  const [last, inner] = [rest.at(-1), rest.slice(0, -1)];
  if (last !== "}" || inner.length === 0 || !fits(first)) return undefined;
  const lines = inner.map((line) => {
    if (isComment(line)) return [commentLine(line, "  ")];
    return MEMBER.test(line) && fits(`  ${line}`) ? [`  ${line}`] : method(line);
  });
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length ? [first, ...known.flat(), "}"] : undefined;
}

/** `a(b: B, c?: C): D;` */
function method(line: string): string[] | undefined {
  const [, open = "", words = "", close = ""] =
    /^(\w+\()([^()]*)(\): [\w<>, ]+;)$/u.exec(line) ?? [];
  if (open === "") return undefined;
  if (fits(`  ${line}`)) return [`  ${line}`];
  const lines = parts(words, ", ").map((word) => `    ${word},`);
  return [`  ${open}`, ...lines, `  ${close}`].every((text) => fits(text))
    ? [`  ${open}`, ...lines, `  ${close}`]
    : undefined;
}

/** `export type A = B | C;` */
function union(line: string, rest: readonly string[]): string[] | undefined {
  if (rest.length > 0) return undefined;
  if (fits(line)) return [line];
  const [, open = "", inner = ""] = /^(.* =) (.*);$/u.exec(line) ?? [];
  const all = inner.split(" | ");
  if (all.length === 1) return undefined;
  if (fits(`  ${inner};`)) return [open, `  ${inner};`];
  return [open, ...all.map((type, i) => `  | ${type}${i === all.length - 1 ? ";" : ""}`)];
}

/** `const a: B<C, D> = { … };` with a property on each line. */
function object(first: string, rest: readonly string[]): string[] | undefined {
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

const isComment = (line: string): boolean => /^\/?\*/u.test(line);

/** A function with what is known of its body. */
function fn(first: string, rest: readonly string[]): string[] | undefined {
  const inner = body(rest.slice(0, -1), "  ");
  if (rest.at(-1) !== "}" || inner === undefined) return undefined;
  const [, open = "", words = "", close = ""] = /^(.*\()(.*)(\): .*)$/u.exec(first) ?? [];
  const head = [open, ...parts(words, ", ").map((word) => `  ${word},`), close];
  return [...(fits(first) ? [first] : head), ...inner, "}"];
}

/** `export const a: Check = input(() => ({ … }), ["b"], (out, { c }) => { … });` */
function check(first: string, rest: readonly string[]): string[] | undefined {
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
function value(first: string, rest: readonly string[]): string[] | undefined {
  const [, name = "", call = "", words = ""] = /^(.* =) ([^(]*\()(.*)\);$/u.exec(first) ?? [];
  if (rest.length > 0 || name === "") return undefined;
  if (fits(first)) return [first];
  const lines = parts(words, ", ").map((word) => `${word},`);
  if (fits(`${name} ${call}`))
    return [`${name} ${call}`, ...lines.map((line) => `  ${line}`), ");"];
  if (fits(`  ${call}${words});`)) return [name, `  ${call}${words});`];
  return [name, `  ${call}`, ...lines.map((line) => `    ${line}`), "  );"];
}
