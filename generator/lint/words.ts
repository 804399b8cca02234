import type { Path } from "../source.js";

/** How a reader calls a value that stands where it does not fit. */
export function describe(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return value === null ? "null" : "a mapping";
  return typeof value === "string" ? quote(value) : String(value);
}

export const quote = (text: string): string =>
  `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;

export const list = (values: readonly string[]): string =>
  values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;

/** `fields.score` → the field score; what a reader would call the thing at a path. */
export function owner(path: Path): string {
  const [parent, name] = [path.at(-2), path.at(-1)];
  if (name === undefined) return "a spec file";
  const thing = OWNERS.get(typeof parent === "number" ? path.at(-3) : parent);
  return thing === undefined ? `"${keyName(path)}"` : `${thing} ${name}`;
}

const OWNERS: ReadonlyMap<unknown, string> = new Map([
  ["fields", "the field"],
  ["path", "the field"],
  ["query", "the field"],
  ["body", "the field"],
  ["response", "the field"],
  ["types", "the type"],
  ["enums", "the enum"],
  ["values", "the member"],
  ["errors", "the error"],
  ["operations", "the operation"],
]);

/** The nearest key with a name; a list's index says little. */
export const keyName = (path: Path): string =>
  String(path.findLast((key) => typeof key === "string") ?? "");

/** The slips of people who know other YAML readers. */
export function fix(expected: string, value: unknown): string {
  if (expected === "string") return typeof value === "object" ? "" : ": put it in quotes";
  if (typeof value !== "string") return "";
  if (expected === "boolean") {
    if (/^(?:true|false)$/iu.test(value)) return ": remove the quotes";
    if (/^(?:y|yes|on)\b/iu.test(value)) return ": write true";
    return /^(?:n|no|off)\b/iu.test(value) ? ": write false" : "";
  }
  const isNumber = (expected === "int" || expected === "number") && /^-?[0-9.]+$/u.test(value);
  return isNumber ? ": remove the quotes" : "";
}

const KINDS: Readonly<Record<string, string>> = {
  boolean: "true or false",
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  tuple: "a list",
  object: "a mapping",
  record: "a mapping",
};

/** A kind of value, as the schema library calls it, in plain words. */
export const kindName = (kind: string): string => KINDS[kind] ?? kind;
