import type { ErrorSpec, ExceptionSpec, OperationText } from "../../lint/grammar.js";
import type { Spec } from "../../lint/spec.js";
import type { Fragment } from "../fragment.js";
import { flat } from "../spec/wording.js";
import { pathOf, type Compare, type Drafts } from "./drafts.js";
import { keyOf } from "./place.js";
import { isObject } from "./yaml/value.js";

/** A service that nobody has described yet. */
export function mergeService(drafts: Drafts, name: string): void {
  const scope = name.replace(/_+/gu, "-");
  const service = { name, label: name, package: `feishu-${scope}`, version: "0.1.0" };
  drafts.set("service.yaml", ["service"], service);
}

/** One entry for an operation and a place; that of a person, with its reason, stays. Says which are new. */
export function mergeExceptions(
  drafts: Drafts,
  spec: Spec,
  wanted: readonly ExceptionSpec[],
): readonly string[] {
  const known = new Set(spec.exceptions.map(({ value }) => keyOf(value)));
  const fresh = wanted.filter((exception) => {
    const isKnown = known.has(keyOf(exception));
    known.add(keyOf(exception));
    return !isKnown;
  });
  if (fresh.length === 0) return [];
  const [first] = spec.exceptions;
  const path = first === undefined ? "exceptions.yaml" : pathOf(first.site.parsed.file);
  const there = drafts.get(path, "exceptions");
  drafts.set(path, ["exceptions"], [...(Array.isArray(there) ? there : []), ...fresh]);
  return fresh.map(({ operation, at, reason }) => flat(`${path}: ${operation} ${at}: ${reason}`));
}

export interface Errors {
  readonly codes: ReadonlyMap<string, number>;
  /** An operation with the names that its errors have in the spec. */
  readonly rename: (operation: OperationText) => OperationText;
}

/** Errors are found by their code. What is known of one stays: advice and repeating are ours. */
export function mergeTable(drafts: Drafts, spec: Spec, fragments: readonly Fragment[]): Errors {
  const known = [...spec.platformErrors.values(), ...spec.errors.values()];
  const names = new Map(known.map(({ name, value }) => [value.code, name]));
  const renamed = new Map<string, string>();
  const codes = new Map<string, number>();
  for (const [given, error] of fragments.flatMap(({ errors }) => Object.entries(errors))) {
    const name = names.get(error.code) ?? given;
    renamed.set(given, name);
    codes.set(name, error.code);
    if (spec.platformErrors.has(name)) continue;
    const there = spec.errors.get(name);
    const before = there?.value ?? (names.has(error.code) ? undefined : error);
    names.set(error.code, name);
    if (before === undefined) continue;
    const path = there === undefined ? "errors.yaml" : pathOf(there.site.parsed.file);
    drafts.set(path, ["errors", name], filled(before, error), byCode);
  }
  return { codes, rename: (operation) => rename(operation, renamed) };
}

const filled = (there: ErrorSpec, { status, advice }: ErrorSpec): ErrorSpec => ({
  ...there,
  ...(there.status === undefined && status !== undefined ? { status } : {}),
  ...(there.advice === undefined && advice !== undefined ? { advice } : {}),
});

function rename(operation: OperationText, names: ReadonlyMap<string, string>): OperationText {
  if (operation.errors === undefined) return operation;
  const nameOf = (name: string) => names.get(name) ?? name;
  const errors = operation.errors.map((entry) =>
    typeof entry === "string"
      ? nameOf(entry)
      : Object.fromEntries(Object.entries(entry).map(([name, text]) => [nameOf(name), text])),
  );
  return { ...operation, errors };
}

const byCode: Compare = ([, a], [, b]) =>
  (isObject(a) ? Number(a["code"]) : 0) - (isObject(b) ? Number(b["code"]) : 0);
