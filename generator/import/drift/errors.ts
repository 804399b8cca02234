import type { OperationText } from "../../lint/grammar.js";
import type { OperationEntry } from "../../lint/spec.js";
import type { Found } from "./difference.js";
import type { Both, Names } from "./names.js";

interface Told {
  readonly code: number;
  /** What the operation says, or else the table. */
  readonly status: number | undefined;
  readonly index: number;
}

/** Codes that only one side lists, and codes whose HTTP status changed; names and words are ours. */
export function compareErrors(
  page: OperationText,
  { value: spec, site }: OperationEntry,
  names: Both<Names>,
): Found[] {
  const theirs = errorsOf(page, names.page);
  const ours = errorsOf(spec, names.spec);
  const list = spec.errors === undefined ? site.locate("key") : site.at("errors").locate("key");
  const added = [...theirs].flatMap(([at, { code, status }]): Found[] => {
    const own = ours.get(at);
    if (own === undefined) return [{ at, kind: "error", page: code, spec: undefined, place: list }];
    if (status === undefined || own.status === status) return [];
    const place = site.at("errors", own.index).locate();
    return [{ at, kind: "status", page: status, spec: own.status, place }];
  });
  const gone = [...ours].flatMap(([at, { code, index }]): Found[] => {
    if (theirs.has(at)) return [];
    const place = site.at("errors", index).locate();
    return [{ at, kind: "error", page: undefined, spec: code, place }];
  });
  return [...added, ...gone];
}

function errorsOf({ errors = [] }: OperationText, names: Names): ReadonlyMap<string, Told> {
  const told = errors.flatMap((text, index) =>
    Object.entries(typeof text === "string" ? { [text]: {} } : text).flatMap(
      ([name, { status }]): (readonly [string, Told])[] => {
        const found = names.error(name)?.value;
        if (found === undefined) return [];
        const { code } = found;
        return [[`errors.${code}`, { code, status: status ?? found.status, index }]];
      },
    ),
  );
  return new Map(told);
}
