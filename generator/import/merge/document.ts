import type { Fragment } from "../fragment.js";
import { SECTIONS } from "./drafts.js";
import { record } from "./order.js";
import { patch } from "./yaml/patch.js";
import type { PlainObject } from "./yaml/value.js";

/** Fragments as YAML, a document for each resource, each with all that it needs. */
export function documentsOf(fragments: readonly Fragment[]): string {
  const resources = new Map<string, Fragment[]>();
  for (const fragment of fragments)
    resources.set(fragment.resource, [...(resources.get(fragment.resource) ?? []), fragment]);
  const documents = [...resources].map(([resource, of]) => {
    const table = (key: "errors" | "enums" | "types") =>
      filled(record(of.flatMap((fragment) => Object.entries(fragment[key]))));
    const operations = of.map(({ action, operation }) => [action, operation] as const);
    const exceptions = of.flatMap((fragment) => fragment.exceptions);
    const values: Readonly<Record<string, unknown>> = {
      resource,
      label: resource,
      errors: table("errors"),
      enums: table("enums"),
      types: table("types"),
      operations: record(operations),
      exceptions: exceptions.length === 0 ? undefined : exceptions,
    };
    // What pages say, in the grammar of a spec, is JSON.
    const value = record(SECTIONS.map((key) => [key, values[key]])) as PlainObject;
    return patch("", value) ?? "";
  });
  return documents.join("---\n").trimEnd();
}

const filled = (value: object): object | undefined =>
  Object.keys(value).length === 0 ? undefined : value;
