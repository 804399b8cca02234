import type { OperationText } from "../../lint/grammar.js";
import { fieldAt, type FieldSpecs } from "../../lint/fields.js";
import type { Endpoint, Field, FieldType } from "../endpoint.js";
import { PARTS, type Page } from "../page.js";
import { scopesOfRow } from "../row-scopes.js";
import type { Context } from "./context.js";

type Parts = Endpoint["fields"];

/**
 * Field scopes by scope, each with the paths of its fields: those that are absent from replies
 * without it, and inputs that ask for it, if only for one of their values.
 */
export function fieldScopesOf(
  context: Context,
  parts: Parts,
  specs: FieldSpecs,
  rows: Page["rows"],
): OperationText["fieldScopes"] {
  const found = new Map<string, Set<string>>();
  const asked = new Map(
    PARTS.flatMap((part) => rows[part].map((row) => [row.at.start, scopesOfRow(row)])),
  );
  for (const part of PARTS) {
    for (const { field, path } of eachField(parts[part], [])) {
      const scopes = [...(field.scopes ?? []), ...(asked.get(field.at.start) ?? [])];
      if (scopes.length === 0) continue;
      for (const scope of new Set(scopes.map((text) => text.trim()))) {
        if (scope === "" || scope === "__proto__") continue;
        const isThere =
          path.every((name) => !name.includes(".")) &&
          fieldAt(context.known.spec, specs, path) !== undefined;
        if (isThere) found.set(scope, (found.get(scope) ?? new Set()).add(path.join(".")));
        else context.leaveOut(field.at, `the scope ${scope} of "${field.name}"`, NOWHERE);
      }
    }
  }
  if (found.size === 0) return undefined;
  return Object.fromEntries([...found].map(([scope, paths]) => [scope, [...paths]]));
}

const NOWHERE = "the spec has no such field";

interface Found {
  readonly field: Field;
  readonly path: readonly string[];
}

const MAX_DEPTH = 48;

function* eachField(fields: readonly Field[], path: readonly string[]): Iterable<Found> {
  if (path.length > MAX_DEPTH) return;
  for (const field of fields) {
    const here = [...path, field.name];
    yield { field, path: here };
    yield* eachField(fieldsIn(field.type), here);
  }
}

export function fieldsIn(type: FieldType): readonly Field[] {
  let inner = type;
  while (inner.kind === "list" || inner.kind === "map")
    inner = inner.kind === "list" ? inner.items : inner.values;
  return inner.kind === "object" ? inner.fields : [];
}

const WINDOW = /^[1-9][0-9]{0,5}[hd]$/u;

/** The field by which the server knows a repeated call. */
export function idempotencyOf(
  context: Context,
  { body, query }: Parts,
  specs: FieldSpecs,
): OperationText["idempotency"] {
  const field = [...body, ...query].find(({ idempotency }) => idempotency !== undefined);
  if (field?.idempotency === undefined || !Object.hasOwn(specs, field.name)) return undefined;
  const { window } = field.idempotency;
  if (window === undefined) return { field: field.name };
  if (WINDOW.test(window)) return { field: field.name, window };
  const what = `how long "${field.name}" counts`;
  context.leaveOut(field.at, what, `"${window}" is no count of hours or days`);
  return { field: field.name };
}
