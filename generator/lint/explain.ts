import type { core } from "zod";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { hint } from "../diagnostics/nearest.js";
import type { Parsed } from "../load/parse.js";
import type { Key, Path } from "../load/source.js";
import { PASCAL } from "./grammar.js";

type Issue = core.$ZodIssue;

/**
 * Given to the schema library for each parse: the message of an unknown key becomes the list of
 * the known ones, which only the schema at that place can tell.
 */
export const knownKeys = ({ code, inst }: core.$ZodRawIssue): string | undefined => {
  const shape = (inst?._zod.def as { shape?: object } | undefined)?.shape;
  return code === "unrecognized_keys" && shape ? Object.keys(shape).join(" ") : undefined;
};

/** An issue of the schema library in our own words, at the character it is about. */
export function explain(parsed: Parsed, issue: Issue): Diagnostic[] {
  const path = issue.path as Path;
  const key = keyName(path);
  const at = (on?: "key" | "value") => parsed.locate(path, on);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) =>
        diagnostic("unknown-key", parsed.locate([...path, unknown], "key"), {
          key: unknown,
          owner: owner(path),
          hint: hint(unknown, issue.message.split(" ")),
        }),
      );
    case "invalid_key":
      return [badName(parsed, path, issue.issues[0]?.message ?? "")];
    case "invalid_union":
      return deepest(issue.errors).flatMap((inner) =>
        explain(parsed, { ...inner, path: [...path, ...inner.path] }),
      );
    case "invalid_type": {
      const received = describe(valueAt(parsed.value, path));
      if (received === undefined) {
        const owned = path.slice(0, -1);
        return [
          diagnostic("missing-key", parsed.locate(owned, "key"), { owner: owner(owned), key }),
        ];
      }
      const expected = KINDS[issue.expected] ?? issue.expected;
      return [diagnostic("wrong-kind", at(), { key, expected, received })];
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const received = String(valueAt(parsed.value, path));
      const expected = list(values);
      return [
        diagnostic("not-listed", at(), {
          key,
          expected,
          received: quote(received),
          hint: hint(received, values),
        }),
      ];
    }
    case "invalid_format":
      if (issue.message.startsWith("a name ")) return [badName(parsed, path, issue.message)];
      return [diagnostic("bad-value", at(), { key, reason: issue.message })];
    case "too_small":
      return [
        diagnostic("bad-value", at(), {
          key,
          reason: `must not be ${issue.minimum === 1 ? "empty" : `less than ${issue.minimum}`}`,
        }),
      ];
    case "too_big":
      return [
        diagnostic("bad-value", at(), { key, reason: `must not be more than ${issue.maximum}` }),
      ];
    default:
      return [diagnostic("bad-value", at(), { key, reason: `does not fit: ${issue.message}` })];
  }
}

function badName(parsed: Parsed, path: Path, reason: string): Diagnostic {
  const name = String(path.at(-1));
  const isKey = valueAt(parsed.value, path) !== name;
  const text = isKey ? name : String(valueAt(parsed.value, path));
  const at = parsed.locate(path, isKey ? "key" : "value");
  const boolean = /^[A-Z]/u.test(text) && /^[A-Za-z0-9]+$/u.test(text) && !PASCAL.test(text);
  return boolean && reason.startsWith("a name")
    ? diagnostic("reads-as-boolean", at, { name: text })
    : diagnostic("bad-name", at, { name: quote(text), reason });
}

/** Of a union's alternatives, the one that the writer most likely meant. */
function deepest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) =>
    Math.max(
      ...issues.map(({ code, path }) => path.length * 2 + (code === "invalid_type" ? 0 : 1)),
    );
  return [...alternatives].sort((a, b) => depth(b) - depth(a))[0] ?? [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (parent, key) =>
      typeof parent === "object" && parent !== null
        ? (parent as Readonly<Record<Key, unknown>>)[key]
        : undefined,
    value,
  );
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

function describe(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  return typeof value === "string" ? quote(value) : String(value);
}

const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;

const list = (values: readonly string[]): string =>
  values.length < 2 ? values.join() : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;

/** `fields.score` → a field; what a reader would call the thing at a path. */
function owner(path: Path): string {
  const [parent, name] = [path.at(-2), path.at(-1)];
  if (name === undefined) return "a spec file";
  const thing = OWNERS[String(parent)];
  return thing === undefined ? `"${keyName(path)}"` : `${thing} ${String(name)}`;
}

const OWNERS: Readonly<Record<string, string>> = {
  fields: "the field",
  path: "the field",
  query: "the field",
  body: "the field",
  response: "the field",
  types: "the type",
  enums: "the enum",
  values: "the member",
  errors: "the error",
  operations: "the operation",
};

/** The nearest key with a name; a list's index says little. */
const keyName = (path: Path): string =>
  String(path.findLast((key) => typeof key === "string") ?? "the file");
