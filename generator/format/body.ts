import { clause } from "./clause.js";
import { expression } from "./expression.js";
import { print } from "./group.js";
import { broken, fits, operands, parts } from "./width.js";

/** Statements in a function; undefined when one is not known well enough. */
export function body(lines: readonly string[], indent: string): string[] | undefined {
  const [first] = lines;
  if (first === "return {") return returned(lines, indent);
  const all: string[] = [];
  let within = indent;
  for (const line of lines) {
    if (line === "}") within = within.slice(2);
    const made = line === "}" ? ["}"] : one(line, within.length);
    if (made === undefined) return undefined;
    all.push(...made.map((text) => `${within}${text}`));
    if (line.endsWith("{")) within += "  ";
  }
  return all;
}

/** `return { … };`, and nothing else */
function returned(lines: readonly string[], indent: string): string[] | undefined {
  const value = expression(lines.join("\n").slice("return ".length, -1));
  return value && print(value, { indent, head: "return ", tail: ";" });
}

/** One statement as lines, which are to be indented by so much. */
function one(line: string, indent: number): readonly string[] | undefined {
  const short: IsShort = (text, more = 0) => fits(" ".repeat(indent + more) + text);
  if (/^(?:if|for) \(/u.test(line)) return clause(line, indent);
  if (short(line)) return SIMPLE.test(line) ? [line] : undefined;
  const made = taken(line, short) ?? result(line, short);
  return made?.every((text) => short(text)) === true ? made : undefined;
}

type IsShort = (text: string, more?: number) => boolean;

/** `const { a, b: c } = value;` */
function taken(line: string, short: IsShort): string[] | undefined {
  const [, pattern] = /^const (\{ .* \}) = value;$/u.exec(line) ?? [];
  if (pattern === undefined) return undefined;
  // With renamed ones among more than two, each stands for itself.
  const isComplex = pattern.includes(": ") && parts(pattern.slice(1, -1), ", ").length > 2;
  if (!isComplex && short(`const ${pattern} =`)) return [`const ${pattern} =`, "  value;"];
  const [open = "", ...rest] = broken(pattern, "", " = value;");
  return [`const ${open}`, ...rest];
}

/** `return a || b;` */
function result(line: string, short: IsShort): string[] | undefined {
  const [, tests] = /^return (.*);$/u.exec(line) ?? [];
  const all = parts(tests ?? "", " || ");
  if (tests === undefined || all.length < 2) return undefined;
  return ["return (", ...(short(tests, 2) ? [`  ${tests}`] : operands(all, "||")), ");"];
}

/** What needs no change when it is short. */
const SIMPLE =
  /^(?:const (?:\{ .* \} = value|\w+ = [\w[\]]+|\w+ = own\(value, "\w+"\))|return .*);$/u;
