import { expression } from "./expression.js";
import { print } from "./group.js";
import { fits, operands, parts } from "./width.js";

/** `if (a) …` and `for (a) …`, with a block or with one statement, to be indented by so much. */
export function clause(line: string, indent: number): readonly string[] | undefined {
  const short = (text: string) => fits(" ".repeat(indent) + text);
  const end = closing(line);
  const [head, rest] = [line.slice(0, end + 1), line.slice(end + 2)];
  const isIf = line.startsWith("if");
  if (isIf && !isPlain(head.slice(4, -1))) return undefined;
  if (rest === "{") {
    if (short(line)) return [line];
    const open = isIf ? wide(head) : undefined;
    return open?.every(short) === true ? [...open.slice(0, -1), ") {"] : undefined;
  }
  const open = short(head) ? [head] : isIf ? wide(head) : undefined;
  const inner = statement(rest, indent + 2);
  if (open?.every(short) !== true || inner === undefined) return undefined;
  const isOne = open.length === 1 && inner.length === 1 && short(`${head} ${inner[0] ?? ""}`);
  return isOne ? [`${head} ${inner[0] ?? ""}`] : [...open, ...inner.map((text) => `  ${text}`)];
}

function statement(text: string, indent: number): readonly string[] | undefined {
  if (/^return (?:true|false);$/u.test(text)) return [text];
  if (text.startsWith("if (")) return clause(text, indent);
  const call = /^(?:mismatch|notApplicable)\(/u.test(text)
    ? expression(text.slice(0, -1))
    : undefined;
  const lines = call && print(call, { indent: " ".repeat(indent), head: "", tail: ";" });
  return lines?.map((line) => line.slice(indent));
}

/** Whether operators of one kind stand in each bracket: prettier puts more around what binds closer. */
function isPlain(condition: string): boolean {
  const [or, and] = [parts(condition, " || "), parts(condition, " && ")];
  if (condition.includes("\\") || (or.length > 1 && and.length > 1)) return false;
  const all = or.length > 1 ? or : and;
  return all.every((part) => {
    const [, not, inner] = /^(!?)\((.*)\)$/u.exec(part) ?? [];
    // Brackets around less than that are gone.
    return inner === undefined || (hasOperator(inner, not) && isPlain(inner));
  });
}

const hasOperator = (text: string, not = ""): boolean =>
  (not === "" ? / (?:\|\||&&) / : / (?:\|\||&&|[<>]=?|[!=]==) /u).test(text);

/** `if (a && b)` with a line for each operand. */
function wide(head: string): string[] | undefined {
  const all = parts(head.slice(4, -1), " && ");
  return all.length < 2 ? undefined : ["if (", ...operands(all, "&&"), ")"];
}

/** Where the first bracket of a line is closed. */
function closing(line: string): number {
  const [head = ""] = parts(line.slice(line.indexOf("(")), " ");
  return line.indexOf("(") + head.length - 1;
}
