import type { ExampleFile } from "../lint/example-file.js";
import type { Entry, ResourceEntry, Spec } from "../lint/spec.js";
import type { EnumSpec, ErrorSpec } from "../lint/grammar.js";
import type {
  EnumModel,
  ErrorModel,
  Model,
  ResourceGroup,
  ResourceModel,
  Service,
} from "../model/model.js";
import { camelCase, kebabCase, pascalCase } from "../model/names.js";
import { followable } from "./examples.js";
import { resolveOperation } from "./operation.js";
import { TypeTable } from "./types.js";

/** A checked spec with its references followed and its names settled. */
export function resolve(spec: Spec, examples: readonly ExampleFile[]): Model {
  const service = resolveService(spec);
  const enums = new Map([...spec.enums].map(([name, entry]) => [name, resolveEnum(entry)]));
  const errors = new Map([...spec.errors].map(([name, entry]) => [name, resolveError(entry)]));
  const platform = new Map(
    [...spec.platformErrors].map(([name, entry]) => [name, resolveError(entry)]),
  );
  const types = new TypeTable(spec.types, enums);
  const found = followable(examples, spec);
  const allErrors = new Map([...platform, ...errors]);
  const resources = [...spec.resources.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) =>
      resolveResource(entry, (operation) =>
        resolveOperation(operation, types, allErrors, found, camelCase(service.name)),
      ),
    );
  const objects = types.finish();
  const of = (resource: string | undefined) =>
    objects.filter((type) => type.resource === resource && type.directions.size > 0);
  const complete = resources.map((resource) => ({ ...resource, types: of(resource.name) }));
  return {
    service,
    enums: [...enums.values()].sort(byName),
    errors: [...errors.values()],
    platformErrors: [...platform.values()],
    types: of(undefined),
    resources: complete,
    groups: resolveGroups(spec, complete),
  };
}

function resolveService({ service }: Spec): Service {
  if (service === undefined) throw new Error("a spec without a service does not pass the linter");
  const { name, label, doc, see, version, featured } = service.value;
  return {
    name,
    pascal: pascalCase(name),
    label,
    doc,
    see,
    package: service.value.package,
    version,
    featured,
    origin: service.site.file,
  };
}

function resolveEnum({ name, value, site }: Entry<EnumSpec>): EnumModel {
  const members = Object.entries(value.values).map(
    ([member, { value, label, doc, deprecated = false }]) => ({
      name: member,
      value,
      label,
      doc,
      deprecated,
    }),
  );
  const base = typeof members[0]?.value === "number" ? "int" : "string";
  return { name, label: value.label, doc: value.doc, base, members, origin: site.file };
}

function resolveError({ name, value, site }: Entry<ErrorSpec>): ErrorModel {
  const { code, status, label, advice, retry, kind } = value;
  return { name, code, status, label, advice, retry, kind, origin: site.file };
}

function resolveResource(
  { name, label = name, doc, site, operations }: ResourceEntry,
  resolved: (entry: ResourceEntry["operations"][number]) => ResourceModel["operations"][number],
): ResourceModel {
  return {
    name,
    camel: camelCase(name),
    pascal: pascalCase(name),
    kebab: kebabCase(name),
    label,
    doc,
    types: [],
    operations: operations.map(resolved),
    origin: site.file,
  };
}

/** Those that stand in no group come last. */
function resolveGroups(
  { service }: Spec,
  resources: readonly ResourceModel[],
): readonly ResourceGroup[] {
  const left = new Map(resources.map((resource) => [resource.name, resource]));
  const take = (name: string) => {
    const resource = left.get(name);
    left.delete(name);
    return resource === undefined ? [] : [resource];
  };
  const groups = (service?.value.groups ?? []).map(({ label, doc, resources: names }) => ({
    label,
    doc,
    resources: names.flatMap(take),
  }));
  const rest = { label: "Others", doc: undefined, resources: [...left.values()] };
  return left.size === 0 ? groups : [...groups, rest];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;
