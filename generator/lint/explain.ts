import type { core } from "zod";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { hint, nearest } from "../diagnostics/nearest.js";
import type { Parsed } from "../load/parse.js";
import type { Key, Path } from "../source.js";
import { PASCAL, SCALARS, TYPE } from "./grammar.js";
import { describe, fix, keyName, kindName, list, owner, quote } from "./words.js";

export type Issue = core.$ZodIssue;

/**
 * Given to the schema library for each parse: the message of an unknown key becomes the list of
 * the known ones, which only the schema at that place can tell.
 */
export const knownKeys = ({ code, inst }: core.$ZodRawIssue): string | undefined => {
  const shape = (inst?._zod.def as { shape?: object } | undefined)?.shape;
  return code === "unrecognized_keys" && shape ? Object.keys(shape).join(" ") : undefined;
};

/**
 * An issue of the schema library in our own words, at the character it is about. `slips` holds the
 * keys that a misspelt one was meant to be: they are not missing as well.
 */
export function explain(parsed: Parsed, issue: Issue, slips: Set<string>): Diagnostic[] {
  const path = issue.path as Path;
  const key = keyName(path);
  const value = valueAt(parsed.value, path);
  const at = parsed.locate(path);
  const bad = (reason: string) => [diagnostic("bad-value", at, { key, reason })];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((unknown) => unknownKey(parsed, path, unknown, issue.message, slips));
    case "invalid_key": {
      const name = String(path.at(-1));
      return [badName(parsed.locate(path, "key"), name, issue.issues[0])];
    }
    case "invalid_union":
      return explainUnion(parsed, issue, slips);
    case "invalid_type": {
      const received = describe(value);
      if (received === undefined) return missing(parsed, path, slips);
      const expected = kindName(issue.expected);
      const what = path.length === 0 ? "a spec file" : `"${key}"`;
      return [
        diagnostic("wrong-kind", at, {
          key: what,
          expected,
          received,
          fix: fix(issue.expected, value),
        }),
      ];
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = typeof value === "string" ? hint(value, values) : "";
      const [expected, received] = [list(values), describe(value) ?? "nothing"];
      return [diagnostic("not-listed", at, { key: `"${key}"`, expected, received, hint: near })];
    }
    case "invalid_format":
      if (issue.message.startsWith("a name ")) return [badName(at, String(value), issue)];
      if (issue.message === TYPE && /^[a-z_]+$/iu.test(String(value)))
        return [unknownType(at, String(value))];
      return bad(issue.message);
    case "too_small":
      if (issue.message.startsWith("must ")) return bad(issue.message);
      return bad(
        issue.minimum === 1 ? "must not be empty" : `must not be less than ${issue.minimum}`,
      );
    case "too_big":
      if (issue.message.startsWith("must ")) return bad(issue.message);
      return bad(`must not be more than ${issue.maximum}`);
    default:
      return bad(`does not fit: ${issue.message}`);
  }
}

function unknownKey(
  parsed: Parsed,
  path: Path,
  unknown: string,
  message: string,
  slips: Set<string>,
): Diagnostic {
  const known = message.split(" ");
  const meant = nearest(unknown, known);
  if (meant !== undefined) slips.add(slip([...path, meant]));
  return diagnostic("unknown-key", parsed.locate([...path, unknown], "key"), {
    key: unknown,
    owner: owner(path),
    hint: meant === undefined ? ` It may have ${list(known)}.` : hint(unknown, known),
  });
}

const slip = (path: Path): string => JSON.stringify(path);

function missing(parsed: Parsed, path: Path, slips: ReadonlySet<string>): Diagnostic[] {
  if (slips.has(slip(path))) return [];
  const owned = path.slice(0, -1);
  const at = parsed.locate(owned, "key");
  return [diagnostic("missing-key", at, { owner: owner(owned), key: keyName(path) })];
}

/** What looks like a name is a slip; of other texts only the forms of a type can be told. */
const unknownType = (at: Diagnostic["at"], name: string): Diagnostic =>
  diagnostic("unknown-type", at, {
    name,
    hint: hint(name, [...SCALARS, "object"], "Names of types start with a capital."),
  });

function badName(
  at: Diagnostic["at"],
  text: string,
  issue: core.$ZodIssue | undefined,
): Diagnostic {
  const isWord = /^[A-Z][A-Za-z0-9]*$/u.test(text) && !PASCAL.test(text);
  if (isWord && issue?.message.startsWith("a name "))
    return diagnostic("reads-as-boolean", at, { name: text });
  const reason = issue?.code === "too_small" ? "it must not be empty" : (issue?.message ?? "");
  return diagnostic("bad-name", at, { name: quote(text), reason });
}

type Union = Extract<Issue, { code: "invalid_union" }>;

/** Of a union's alternatives, the one that the writer most likely meant; if none, what there is to choose from. */
function explainUnion(parsed: Parsed, issue: Union, slips: Set<string>): Diagnostic[] {
  const [meant] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
  const isAbout = meant?.some((inner) => inner.path.length > 0 || inner.code !== "invalid_type");
  const path = issue.path as Path;
  if (valueAt(parsed.value, path) === undefined) return missing(parsed, path, slips);
  if (meant === undefined || !isAbout) {
    const [at, key] = [parsed.locate(path), keyName(path)];
    return [diagnostic("bad-value", at, { key, reason: issue.message })];
  }
  return meant
    .toSorted((a, b) => Number(a.code === "invalid_type") - Number(b.code === "invalid_type"))
    .flatMap((inner) => explain(parsed, { ...inner, path: [...path, ...inner.path] }, slips));
}

const depth = (issues: readonly Issue[]): number =>
  Math.max(...issues.map(({ code, path }) => path.length * 2 + (code === "invalid_type" ? 0 : 1)));

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (parent, key) =>
      typeof parent === "object" && parent !== null && Object.hasOwn(parent, key)
        ? (parent as Readonly<Record<Key, unknown>>)[key]
        : undefined,
    value,
  );
