import { commentLine, isComment } from "./comment.js";
import { check, constant } from "./constants.js";
import { alias, fn, members, names, union } from "./declarations.js";
import { fits, isUncertain } from "./width.js";

/**
 * The lines of a statement as prettier would write them; undefined when that is not certain. Of
 * what is printed one thing a line, only indentation and breaks of long lines are missing.
 */
export function layout(lines: readonly string[]): string[] | undefined {
  const code = lines.findIndex((line) => !/^ *(?:\/?\*|$)/u.test(line));
  const comment = lines.slice(0, code).map((line) => line.trim());
  const [first = "", ...rest] = lines.slice(code).map((line) => line.trim());
  if ([first, ...rest].some((line) => !isComment(line) && isUncertain(line))) return undefined;
  const made = statement(first, rest);
  return made && [...comment.map((line) => commentLine(line, "")), ...made];
}

function statement(first: string, rest: readonly string[]): readonly string[] | undefined {
  if (/^export const \w+: Check = \/\* @__PURE__ \*\/ (?:in|out)put\(\(\) => \(\{$/u.test(first))
    return check(first, rest);
  if (/^(?:export )?const (?:\w+(?:: [\w<>, [\]]+)?|\{ \w+ \}) = /u.test(first))
    return constant(first, rest);
  if ([first, ...rest].some((line) => !isComment(line) && QUOTES.test(line))) return undefined;
  if (LOOP.test(first)) return rest.length === 0 && fits(first) ? [first] : undefined;
  if (first.startsWith("//")) return rest.length === 0 ? [first] : undefined;
  if (/^(?:import|export) (?:type )?\{ /u.test(first)) return names(first, rest);
  if (/^export interface [\w ,]+ \{$/u.test(first)) return members(first, rest);
  if (/^(?:export )?function \w+\([^()]*\): [\w ,<>]+ \{$/u.test(first)) return fn(first, rest);
  if (/^export type \w+ = [\w .|]+;$/u.test(first)) return union(first, rest);
  if (ALIAS.test(first)) return alias(first, rest);
  if (/^export (?:type )?\* from "[^"]+";$/u.test(first))
    return rest.length === 0 ? [first] : undefined;
  return undefined;
}

const LOOP = /^for await \(const item of [\w.]+(?:\(\))?\) console\.log\(item\);$/u;
const ALIAS = /^export type \w+ = (?:\(typeof \w+\)\[keyof typeof \w+\]|Record<\w+, \w+>);$/u;

/** Prettier chooses quotes by what is escaped, and drops those of keys, some in other scripts. */
const QUOTES = /\\|"[^"]*[^\x20-\x7e][^"]*"\??:/u;
