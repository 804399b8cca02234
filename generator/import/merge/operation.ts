import type { OperationText } from "../../lint/grammar.js";
import { settledList, type IsExcused } from "../exceptions.js";
import { PARTS, type Part } from "../page.js";
import { mergeErrors } from "./errors.js";
import { mergeFields } from "./field.js";
import { ordered, record } from "./order.js";
import type { Report, Spot } from "./place.js";
import { changed } from "./told.js";
import { isEqual, isList } from "./yaml/value.js";

type Key = keyof OperationText;

/** What a page says of an operation; the rest of its keys only a person can know better. */
const FACTS: ReadonlySet<Key> = new Set([
  ...(["label", "see", "http", "tokens", "appTypes", "scopes", "fieldScopes"] as const),
  ...(["rateLimit", "idempotency", "deprecated"] as const),
]);

/** Facts of which a page may be silent although they hold. */
const OURS: ReadonlySet<Key> = new Set(["see", "idempotency"]);

const KEYS = [
  ...(["label", "doc", "see", "http", "tokens", "appTypes", "scopes", "fieldScopes"] as const),
  ...(["rateLimit", "effect", "idempotency", "deprecated", "path", "query", "body"] as const),
  ...(["response", "paging", "errors"] as const),
] as const satisfies readonly Key[];

/** What the API explorer's definitions may leave out. */
const NOT_DEFINED: ReadonlySet<Key> = new Set(["appTypes", "scopes", "fieldScopes", "rateLimit"]);

/** An operation as its page says it is, with everything that only a person can have written. */
export function mergeOperation(
  there: OperationText | undefined,
  { value: given, isDefinition }: { readonly value: OperationText; readonly isDefinition: boolean },
  spot: Spot,
  codeOf: (error: string) => number | undefined,
  report: Report,
): OperationText {
  const values = new Map<Key, unknown>();
  const isExcused = (place: string) => report.isExcused(spot.field(place).origins);
  for (const key of KEYS) {
    const at = spot.field(key);
    const isSilent = OURS.has(key) || (isDefinition && NOT_DEFINED.has(key));
    const value = isPart(key)
      ? partOf(key, there, given, at, report)
      : key === "errors"
        ? mergeErrors(there?.errors, given.errors, at, codeOf, report)
        : fact(key, there, given, isSilent, isExcused);
    if (value !== undefined) values.set(key, value);
    if (there !== undefined && FACTS.has(key) && value !== there[key])
      report.notes.push(`${spot.name}: ${changed(key, there[key], value)}`);
  }
  const keys = ordered(Object.keys(there ?? {}), [...values.keys()]);
  // Each value was taken from an operation, under its own key.
  return record(keys.map((key) => [key, values.get(key as Key)])) as unknown as OperationText;
}

const isPart = (key: Key): key is Part => (PARTS as readonly string[]).includes(key);

function partOf(
  part: Part,
  there: OperationText | undefined,
  given: OperationText,
  spot: Spot,
  report: Report,
): OperationText["body"] {
  const [before, said] = [there?.[part], given[part]];
  if (before === undefined && said === undefined) return undefined;
  if (there !== undefined && report.isExcused(spot.origins)) return before;
  const claims = spot.origins.map(({ operation }) => ({ operation, value: said ?? {} }));
  return mergeFields(before, { given: claims, others: 0 }, spot, report);
}

function fact(
  key: Exclude<Key, Part>,
  there: OperationText | undefined,
  given: OperationText,
  isSilent: boolean,
  isExcused: IsExcused,
): unknown {
  if (there === undefined) return given[key];
  if (isExcused(key)) return there[key];
  if (!FACTS.has(key)) return there[key] ?? given[key];
  if (given[key] === undefined && isSilent) return there[key];
  const value = settled(key, there, given, isExcused);
  return isSame(there[key], value) ? there[key] : value;
}

/** What the page says, but for single entries that somebody has explained. */
function settled(
  key: Exclude<Key, Part>,
  there: OperationText,
  given: OperationText,
  isExcused: IsExcused,
): unknown {
  const isEntryExcused = (entry: string) => isExcused(`${key}.${entry}`);
  switch (key) {
    case "tokens":
    case "appTypes":
    case "scopes":
    case "rateLimit": {
      const list = settledList(there[key] ?? [], given[key] ?? [], isEntryExcused);
      if (list.length > 0) return list;
      // No operation is without a token.
      return key === "tokens" ? there.tokens : undefined;
    }
    case "fieldScopes": {
      const [ours, theirs] = [there.fieldScopes ?? {}, given.fieldScopes ?? {}];
      const scopes = settledList(Object.keys(ours), Object.keys(theirs), isEntryExcused);
      const fieldsOf = (scope: string) => (isEntryExcused(scope) ? ours : theirs)[scope];
      return scopes.length === 0 ? undefined : record(scopes.map((of) => [of, fieldsOf(of)]));
    }
    default:
      return given[key];
  }
}

/** The order of tokens, scopes and limits counts for nothing. */
function isSame(there: unknown, said: unknown): boolean {
  // Both are values of the spec's grammar, which is JSON.
  const [a, b] = [there as never, said as never];
  if (!isList(a) || !isList(b)) return isEqual(a, b);
  const sorted = (list: readonly unknown[]) => list.map(String).sort();
  return isEqual(sorted(a), sorted(b));
}
