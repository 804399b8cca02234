import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model, ObjectType, Operation } from "../model/model.js";
import { inlineTypeName, operationNames } from "../model/names.js";
import { GLOBALS, packageExports } from "../model/reserved.js";
import { eachField, groups } from "./fields.js";
import { Findings, type Site, type Spec } from "./spec.js";

/** Every name that the package will export, each of them once. */
export function checkIdentifiers(spec: Spec, model: Model): readonly Diagnostic[] {
  const findings = new Findings();
  const sites = sitesByName(spec);
  const taken = new Map(
    [...GLOBALS, ...packageExports(model.service.name)].map((name) => [name, "the package itself"]),
  );
  for (const [name, source] of exportsOf(model)) {
    const other = taken.get(name);
    const site = sites.get(source);
    if (other !== undefined && site !== undefined)
      findings.add("name-taken", site, { name, other }, "key");
    taken.set(name, described(spec, source));
  }
  return findings.all;
}

function described(spec: Spec, source: string): string {
  if (source.includes(".")) return `a part of the operation ${source}`;
  return `${spec.resources.has(source) ? "the resource" : "the type"} ${source}`;
}

/** Exported names, each with the name of the thing in the spec that it comes from. */
function* exportsOf(model: Model): Iterable<readonly [name: string, source: string]> {
  for (const { name } of [...model.errors, ...model.platformErrors]) yield [name, name];
  for (const { name } of model.enums) {
    yield [name, name];
    yield [`${name}Label`, name];
  }
  for (const type of [...model.types, ...model.resources.flatMap(({ types }) => types)]) {
    yield* typeExports(type, type.name);
  }
  for (const { name, camel, pascal, operations } of model.resources) {
    const versions = new Set(operations.map(({ version }) => (version === 1 ? "" : `V${version}`)));
    for (const version of versions) {
      yield [`${camel}Resource${version}`, name];
      yield [`${pascal}Resource${version}`, name];
    }
    for (const operation of operations) yield* operationExports(operation);
  }
}

function* typeExports(type: ObjectType, source: string): Iterable<readonly [string, string]> {
  if (type.directions.has("output")) yield [type.outputName, source];
  if (type.directions.has("input")) yield [type.inputName, source];
  if (type.union === undefined) return;
  for (const { name } of [type.union.base, ...type.union.variants]) yield [name, source];
}

function* operationExports({
  id,
  functionName,
  input,
  output,
  errorCodeName,
}: Operation): Iterable<readonly [string, string]> {
  yield [functionName, id];
  yield [`${input.inputName}Schema`, id];
  yield [`${output.outputName}Schema`, id];
  yield [output.outputName, id];
  yield [errorCodeName, id];
  yield* typeExports({ ...input, directions: new Set(["input"]) }, id);
}

function sitesByName(spec: Spec): ReadonlyMap<string, Site> {
  const sites = new Map<string, Site>();
  const tables = [spec.enums, spec.types, spec.errors, spec.platformErrors];
  for (const { name, site } of tables.flatMap((table) => [...table.values()]))
    sites.set(name, site);
  for (const { name, site, operations } of spec.resources.values()) {
    sites.set(name, site.at("resource"));
    for (const operation of operations) sites.set(operation.id, operation.site);
  }
  for (const group of groups(spec, (resource, key) => operationNames(resource, key).pascal)) {
    for (const { wire, field, parent, site } of eachField(group, inlineTypeName)) {
      if (field.fields !== undefined) sites.set(inlineTypeName(parent, wire), site);
    }
  }
  return sites;
}
