import type { OperationText } from "../../lint/grammar.js";
import { PARTS } from "../page.js";
import { mergeErrors } from "./errors.js";
import { mergeFields } from "./field.js";
import { ordered, record } from "./order.js";
import type { Report, Spot } from "./place.js";
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
  for (const key of KEYS) {
    const at = spot.field(key);
    const value = isPart(key)
      ? partOf(key, there, given, at, report)
      : key === "errors"
        ? mergeErrors(there?.errors, given.errors, at, codeOf, report)
        : fact(key, there?.[key], given[key], {
            isExcused: report.isExcused(at.origins),
            isSilent: OURS.has(key) || (isDefinition && NOT_DEFINED.has(key)),
          });
    if (value !== undefined) values.set(key, value);
    else if (there?.[key] !== undefined)
      report.notes.push(`${spot.name}: the page no longer says "${key}": removed`);
  }
  const keys = ordered(Object.keys(there ?? {}), [...values.keys()]);
  // Each value was taken from an operation, under its own key.
  return record(keys.map((key) => [key, values.get(key as Key)])) as unknown as OperationText;
}

const isPart = (key: Key): key is (typeof PARTS)[number] =>
  (PARTS as readonly string[]).includes(key);

function partOf(
  part: (typeof PARTS)[number],
  there: OperationText | undefined,
  given: OperationText,
  spot: Spot,
  report: Report,
): OperationText["body"] {
  const [before, said] = [there?.[part], given[part]];
  if (before === undefined && said === undefined) return undefined;
  return mergeFields(before, { given: [said ?? {}], isComplete: true }, spot, report);
}

function fact(
  key: Key,
  there: unknown,
  said: unknown,
  { isExcused, isSilent }: { readonly isExcused: boolean; readonly isSilent: boolean },
): unknown {
  if (there === undefined) return said;
  if (!FACTS.has(key) || isExcused) return there;
  if (said === undefined) return isSilent ? there : undefined;
  return isSame(there, said) ? there : said;
}

/** The order of tokens, scopes and limits counts for nothing. */
function isSame(there: unknown, said: unknown): boolean {
  // Both are values of the spec's grammar, which is JSON.
  const [a, b] = [there as never, said as never];
  if (!isList(a) || !isList(b)) return isEqual(a, b);
  const sorted = (list: readonly unknown[]) => list.map(String).sort();
  return isEqual(sorted(a), sorted(b));
}
