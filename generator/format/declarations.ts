import { body } from "./body.js";
import { commentLine, isComment } from "./comment.js";
import { fits, parts } from "./width.js";

/** `import { a, b } from "./c.js";` */
export function names(text: string, rest: readonly string[]): string[] | undefined {
  const [, open = "", inner = "", close = ""] =
    /^([^{]*\{) (.*) (\} from ".*";)$/u.exec(text) ?? [];
  if (rest.length > 0 || open === "") return undefined;
  const all = inner.split(",").flatMap((name) => name.trim() || []);
  const line = `${open} ${all.join(", ")} ${close}`;
  if (fits(line) || all.length === 1) return [line];
  return [open, ...all.map((name) => `  ${name},`), close];
}

/** Types without braces, brackets in which something else than names stands, or functions. */
const MEMBER = /^(?:readonly )?(?:\w+|"[^"\\]+")\??: [\w .|<>[\]()]+;$/u;

export function members(first: string, rest: readonly string[]): string[] | undefined {
  const inner = rest.slice(0, -1);
  // One name behind another is never broken.
  if (rest.at(-1) !== "}" || (first.includes(",") && !fits(first))) return undefined;
  if (inner.length === 0) return [`${first}}`];
  const lines = inner.map((line) => {
    if (isComment(line)) return [commentLine(line, "  ")];
    if (MEMBER.test(line)) return member(line);
    return method(line);
  });
  const known = lines.filter((line) => line !== undefined);
  return known.length === lines.length ? [first, ...known.flat(), "}"] : undefined;
}

function member(line: string): string[] | undefined {
  if (fits(`  ${line}`)) return [`  ${line}`];
  const [, open = "", inner = ""] = /^(.*?:) (.*);$/u.exec(line) ?? [];
  const all = inner.split(" | ");
  if (all.length === 1 || /[<([]/u.test(inner)) return undefined;
  return [`  ${open}`, ...(fits(`    ${inner};`) ? [`    ${inner};`] : alternatives(all, "    "))];
}

/** `a(b: B, c?: C): D;` */
function method(line: string): string[] | undefined {
  const [, open = "", words = "", close = ""] =
    /^(\w+\()([^()]*)(\): [\w<>, ]+;)$/u.exec(line) ?? [];
  if (open === "") return undefined;
  if (fits(`  ${line}`)) return [`  ${line}`];
  const lines = parts(words, ", ").map((word) => `    ${word},`);
  const all = [`  ${open}`, ...lines, `  ${close}`];
  return all.every((text) => fits(text)) ? all : undefined;
}

/** `export type A = B | C;` */
export function union(line: string, rest: readonly string[]): string[] | undefined {
  if (rest.length > 0) return undefined;
  if (fits(line)) return [line];
  const [, open = "", inner = ""] = /^(.* =) (.*);$/u.exec(line) ?? [];
  const all = inner.split(" | ");
  if (all.length === 1) return undefined;
  if (fits(`  ${inner};`)) return [open, `  ${inner};`];
  return [open, ...alternatives(all, "  ")];
}

const alternatives = (all: readonly string[], indent: string): string[] =>
  all.map((type, i) => `${indent}| ${type}${i === all.length - 1 ? ";" : ""}`);

/** `export type A = (typeof A)[keyof typeof A];`, or a `Record` that fits */
export function alias(line: string, rest: readonly string[]): string[] | undefined {
  if (rest.length > 0) return undefined;
  if (fits(line)) return [line];
  const [, open = "", inner = ""] = /^(.* =) (.*);$/u.exec(line) ?? [];
  return inner.startsWith("(") && fits(`  ${inner};`) ? [open, `  ${inner};`] : undefined;
}

/** A function with what is known of its body. */
export function fn(first: string, rest: readonly string[]): string[] | undefined {
  const inner = body(rest.slice(0, -1), "  ");
  if (rest.at(-1) !== "}" || inner === undefined) return undefined;
  const [, open = "", words = "", close = ""] = /^(.*\()(.*)(\): .*)$/u.exec(first) ?? [];
  const head = [open, ...words.split(/, (?=\w+\??: )/u).map((word) => `  ${word},`), close];
  return [...(fits(first) ? [first] : head), ...inner, "}"];
}
