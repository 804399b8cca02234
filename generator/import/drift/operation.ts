import { INPUT_PLACES } from "../../lint/fields.js";
import type { OperationText } from "../../lint/grammar.js";
import type { OperationEntry } from "../../lint/spec.js";
import type { Json } from "../endpoint.js";
import type { Found } from "./difference.js";
import { sameJson, sameSet } from "./same.js";

/** Facts that some forms of a page never have: there, none of them means nothing. */
export type Silence = ReadonlySet<Silent>;
export type Silent = "appTypes" | "scopes" | "fieldScopes" | "rateLimit";

type Fact = "http" | "deprecated" | "tokens" | "idempotency" | "paging" | Silent;

/** What the two say of the operation as a whole. */
export function compareOperation(
  page: OperationText,
  { value: spec, site }: OperationEntry,
  silence: Silence,
): Found[] {
  const differ = (kind: Fact, theirs: Json | undefined, ours: Json | undefined, at: string) => {
    if (sameJson(theirs, ours)) return [];
    const place = Object.hasOwn(spec, kind) ? site.at(kind).locate() : site.locate("key");
    return [{ at, kind, page: theirs, spec: ours, place }];
  };
  const whole = (kind: Fact, theirs: Json | undefined, ours: Json | undefined) =>
    differ(kind, theirs, ours, kind);
  const list = (kind: "tokens" | "appTypes" | "rateLimit") => {
    const [theirs, ours] = [page[kind] ?? [], spec[kind] ?? []];
    const isSilent = theirs.length === 0 && isOneOf(silence, kind);
    return isSilent || sameSet(theirs, ours) ? [] : whole(kind, given(theirs), given(ours));
  };
  const each = (kind: "scopes" | "fieldScopes", read: (operation: OperationText) => Facts) => {
    const [theirs, ours] = [read(page), read(spec)];
    if (theirs.size === 0 && silence.has(kind)) return [];
    return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((scope) =>
      differ(kind, theirs.get(scope), ours.get(scope), `${kind}.${scope}`),
    );
  };
  const idempotency = () => {
    if (page.idempotency === undefined) return [];
    const hasWindow = page.idempotency.window !== undefined;
    const theirs = idempotencyOf(page, hasWindow);
    return whole("idempotency", theirs, idempotencyOf(spec, hasWindow));
  };
  return [
    ...whole("http", page.http, spec.http),
    ...whole("deprecated", page.deprecated ?? false, spec.deprecated ?? false),
    ...list("tokens"),
    ...list("appTypes"),
    ...each("scopes", scopesOf),
    ...each("fieldScopes", fieldScopesOf),
    ...list("rateLimit"),
    // Pages say these in sentences, or not at all: a spec may know more.
    ...idempotency(),
    ...(page.paging ? whole("paging", page.paging.items, spec.paging?.items) : []),
  ];
}

const isOneOf = (set: ReadonlySet<string>, key: string): boolean => set.has(key);

const given = (list: readonly string[]): Json | undefined => (list.length === 0 ? undefined : list);

function idempotencyOf(operation: OperationText, hasWindow: boolean): Json | undefined {
  const { idempotency } = operation;
  if (idempotency === undefined) return undefined;
  const field = wireNamesOf(operation).get(idempotency.field) ?? idempotency.field;
  return hasWindow ? [field, idempotency.window ?? null] : field;
}

type Facts = ReadonlyMap<string, Json>;

const scopesOf = ({ scopes = [] }: OperationText): Facts =>
  new Map(scopes.map((scope) => [scope, scope]));

function fieldScopesOf(operation: OperationText): Facts {
  const wireNames = wireNamesOf(operation);
  const wire = (field: string) => {
    const [head = "", ...rest] = field.split(".");
    return [wireNames.get(head) ?? head, ...rest].join(".");
  };
  return new Map(
    Object.entries(operation.fieldScopes ?? {}).map(([scope, fields]) => [
      scope,
      fields.map(wire).sort(),
    ]),
  );
}

/** Of inputs that `as` calls something else. */
const wireNamesOf = (operation: OperationText): ReadonlyMap<string, string> =>
  new Map(
    INPUT_PLACES.flatMap((place) => Object.entries(operation[place] ?? {})).flatMap(
      ([wire, field]) => (field.as === undefined ? [] : [[field.as, wire]]),
    ),
  );
