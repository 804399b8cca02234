import { hint } from "../../diagnostics/nearest.js";
import { operationNames } from "../../model/names.js";
import { fieldAt, INPUT_PLACES, inputFields, isList } from "../fields.js";
import type { Findings, OperationEntry, Spec } from "../spec.js";

/** What an operation says of itself must agree with itself, and no two may be the same. */
export function checkOperations(spec: Spec, findings: Findings): void {
  const paths = new Map<string, string>();
  const functions = new Map<string, string>();
  for (const resource of spec.resources.values()) {
    if (resource.label === undefined && !spec.lost.mayHold("label")) {
      findings.add(
        "missing-key",
        resource.site.at("resource"),
        { owner: `the resource ${resource.name}`, key: "label" },
        "key",
      );
    }
    for (const operation of resource.operations) {
      checkUnique(operation, paths, functions, findings);
      checkPath(spec, operation, findings);
      checkPlaces(operation, findings);
      checkErrors(spec, operation, findings);
      checkNamedFields(spec, operation, findings);
      checkPaging(spec, operation, findings);
    }
  }
}

function checkUnique(
  { id, name, resource, value, site }: OperationEntry,
  paths: Map<string, string>,
  functions: Map<string, string>,
  findings: Findings,
): void {
  const http = value.http.replace(/:[^/]+/gu, ":");
  const same = paths.get(http);
  if (same !== undefined)
    findings.add("duplicate-operation", site.at("http"), { http: value.http, other: same });
  paths.set(http, id);

  const { functionName } = operationNames(resource, name);
  const other = functions.get(functionName);
  if (other !== undefined)
    findings.add("duplicate-function", site, { name: functionName, other }, "key");
  functions.set(functionName, id);
}

function checkPath(spec: Spec, { value, site }: OperationEntry, findings: Findings): void {
  const path = value.http.slice(value.http.indexOf(" ") + 1);
  const declared = Object.keys(value.path ?? {});
  const wanted = [...path.matchAll(/:([A-Za-z0-9_]+)/gu)].map((match) => match[1] ?? "");
  for (const name of wanted) {
    if (declared.includes(name) || spec.lost.mayHold(name)) continue;
    findings.add("undeclared-path-parameter", site.at("http").part(`:${name}`), { name });
  }
  for (const name of declared) {
    if (!wanted.includes(name))
      findings.add("unused-path-parameter", site.at("path", name), { name, path }, "key");
  }
}

function checkPlaces({ value, site }: OperationEntry, findings: Findings): void {
  const seen = new Map<string, string>();
  for (const place of INPUT_PLACES) {
    for (const [wire, field] of Object.entries(value[place] ?? {})) {
      const property = field.as ?? wire;
      const other = seen.get(property);
      if (other !== undefined)
        findings.add("place-clash", site.at(place, wire), { name: property, other }, "key");
      seen.set(property, place);
    }
  }
  const [method = ""] = value.http.split(" ");
  if (value.body !== undefined && method === "GET") {
    findings.add("body-not-allowed", site.at("body"), { method }, "key");
  }
}

function checkErrors(spec: Spec, { value, site }: OperationEntry, findings: Findings): void {
  for (const [i, error] of (value.errors ?? []).entries()) {
    for (const name of typeof error === "string" ? [error] : Object.keys(error)) {
      if (spec.errors.has(name) || spec.platformErrors.has(name)) continue;
      if (spec.lost.mayHold(name)) continue;
      const known = [...spec.errors.keys(), ...spec.platformErrors.keys()];
      const at = site.at("errors", i).part(name);
      const near = hint(name, known, 'Describe it under "errors".');
      findings.add("unknown-error", at, { name, hint: near });
    }
  }
}

function checkNamedFields(spec: Spec, { value, site }: OperationEntry, findings: Findings): void {
  const field = value.idempotency?.field;
  const inputs = inputFields(value);
  if (field !== undefined && !Object.hasOwn(inputs, field) && !spec.lost.mayHold(field)) {
    const near = hint(field, Object.keys(inputs));
    findings.add("unknown-field", site.at("idempotency", "field"), {
      key: "idempotency",
      name: field,
      owner: "input",
      hint: near,
    });
  }
  for (const [scope, fields] of Object.entries(value.fieldScopes ?? {})) {
    for (const [i, name] of fields.entries()) {
      const all = { ...inputs, ...value.response };
      const steps = name.split(".");
      if (fieldAt(spec, all, steps) !== undefined || isLost(spec, steps)) continue;
      const near = hint(name, Object.keys(all));
      findings.add("unknown-field", site.at("fieldScopes", scope, i), {
        key: "fieldScopes",
        name,
        owner: "response or input",
        hint: near,
      });
    }
  }
}

function checkPaging(spec: Spec, { value, site }: OperationEntry, findings: Findings): void {
  if (value.paging === undefined) return;
  const { items } = value.paging;
  const found = fieldAt(spec, value.response ?? {}, items.split("."));
  const missing = [
    [found !== undefined && isList(found.type), items, `a list at ${items} of the response`],
    [value.query?.["page_token"] !== undefined, "page_token", "page_token in its query"],
    [value.response?.["page_token"] !== undefined, "page_token", "page_token in its response"],
    [value.response?.["has_more"] !== undefined, "has_more", "has_more in its response"],
  ] as const;
  for (const [there, name, what] of missing) {
    if (there || isLost(spec, name.split("."))) continue;
    findings.add("not-pageable", site.at("paging"), { what }, "key");
  }
}

/** A longer way may lead through a type that could not be read. */
const isLost = ({ lost }: Spec, steps: readonly string[]): boolean =>
  steps.some((name) => lost.mayHold(name)) || (steps.length > 1 && !lost.isEmpty);
