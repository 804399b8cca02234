import { broken, fits, parts } from "./width.js";

/** Statements in a function; undefined when one is not known well enough. */
export function body(lines: readonly string[], indent: string): string[] | undefined {
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

/** One statement as lines, which are to be indented by so much. */
function one(line: string, indent: number): readonly string[] | undefined {
  const short = (text: string, more = 0) => fits(" ".repeat(indent + more) + text);
  if (/^(?:if|for) \(/u.test(line)) return clause(line, indent);
  if (short(line)) return SIMPLE.test(line) ? [line] : undefined;
  const [, pattern] = /^const (\{ .* \}) = value;$/u.exec(line) ?? [];
  if (pattern !== undefined) {
    // With renamed ones among them each stands for itself.
    if (!pattern.includes(": ") && short(`const ${pattern} =`))
      return [`const ${pattern} =`, "  value;"];
    const [open = "", ...rest] = broken(pattern, "", " = value;");
    return [`const ${open}`, ...rest];
  }
  const [, tests] = /^return (.*);$/u.exec(line) ?? [];
  const all = parts(tests ?? "", " || ");
  if (tests === undefined || all.length < 2) return undefined;
  return ["return (", ...(short(tests, 2) ? [`  ${tests}`] : operands(all, "||")), ");"];
}

/** What needs no change when it is short. */
const SIMPLE =
  /^(?:const (?:\{ .* \} = value|\w+ = [\w[\]]+|\w+ = own\(value, "\w+"\))|return .*);$/u;

/** `if (a) …` and `for (a) …`, with a block or with one statement. */
function clause(line: string, indent: number): readonly string[] | undefined {
  const short = (text: string, more = 0) => fits(" ".repeat(indent + more) + text);
  const end = closing(line);
  const [head, rest] = [line.slice(0, end + 1), line.slice(end + 2)];
  const isIf = line.startsWith("if");
  // Prettier puts brackets around what binds closer.
  if (line.includes(" || ")) return undefined;
  if (short(line)) return KNOWN.test(rest) || /^if \(/u.test(rest) ? [line] : undefined;
  const isBlock = rest === "{";
  const open = short(isBlock ? line : head) ? [head] : isIf ? wide(head) : undefined;
  if (open === undefined || open.some((text) => !short(text))) return undefined;
  if (isBlock) return [...open.slice(0, -1), `${open.at(-1) ?? ""} {`];
  const inner = /^if \(/u.test(rest)
    ? clause(rest, indent + 2)
    : KNOWN.test(rest) && short(rest, 2)
      ? [rest]
      : undefined;
  return inner && [...open, ...inner.map((text) => `  ${text}`)];
}

const KNOWN = /^(?:\{|return false;|(?:mismatch|notApplicable)\(out, [^()]*\);)$/u;

/** `if (a && b)` with a line for each operand. */
function wide(head: string): string[] | undefined {
  const all = parts(head.slice(4, -1), " && ");
  return all.length < 2 ? undefined : ["if (", ...operands(all, "&&"), ")"];
}

const operands = (all: readonly string[], operator: string): string[] =>
  all.map((part, i) => `  ${part}${i === all.length - 1 ? "" : ` ${operator}`}`);

/** Where the first bracket of a line is closed. */
function closing(line: string): number {
  const [head = ""] = parts(line.slice(line.indexOf("(")), " ");
  return line.indexOf("(") + head.length - 1;
}
