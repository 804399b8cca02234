import Handlebars from "handlebars";
import type {
  EnumModel,
  ErrorModel,
  Field,
  Model,
  ObjectType,
  Operation,
  ResourceModel,
  TypeRef,
} from "../model/model.js";
import { camelCase, kebabCase } from "../model/names.js";
import { bounds, conditionSentences } from "./comments.js";
import { exampleCall } from "./example.js";
import { md, mdCode, mdLink } from "./markdown.js";
import { facts } from "./operation-comment.js";

/** The Markdown templates, by file name. */
export type Templates = ReadonlyMap<string, string>;

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** README and reference pages. Texts are made safe here; the templates insert them as they are. */
export function docs(model: Model, templates: Templates): TextFile[] {
  const handlebars = Handlebars.create();
  const template = (name: string) => {
    const text = templates.get(name);
    if (text === undefined) throw new Error(`no template is called ${name}`);
    return handlebars.compile(text, { noEscape: true, strict: true });
  };
  handlebars.registerPartial("fields", templates.get("fields.md.hbs") ?? "");
  const page = template("resource.md.hbs");
  return [
    { path: "README.md", text: template("README.md.hbs")(readme(model)) },
    { path: "docs/errors.md", text: template("errors.md.hbs")(errorsPage(model)) },
    ...model.resources.map((resource) => ({
      path: `docs/${resource.kebab}.md`,
      text: page(resourcePage(model, resource)),
    })),
  ];
}

function readme({ service, resources }: Model): object {
  const all = resources.flatMap((resource) =>
    resource.operations.map((operation) => ({ resource, operation })),
  );
  const shown = all.find(({ operation }) => operation.effect === "write") ?? all[0];
  const count = all.length === 1 ? "one operation" : `${all.length} operations`;
  return {
    package: service.package,
    title: titleText(service),
    count: `${count} of ${md(service.label)}`,
    factory: `create${service.pascal}`,
    facade: camelCase(service.name),
    example: shown && {
      method: exampleCall(shown.operation, "method"),
      function: exampleCall(shown.operation, "function"),
      call: exampleCall(shown.operation, "method").replace(/^const .*? = (?=await )/u, ""),
      functionName: shown.operation.functionName,
      subpath: shown.resource.kebab,
      inputSchema: `${shown.operation.input.inputName}Schema`,
      error: shown.operation.errors.find(({ retry }) => retry === "never")?.name ?? "",
    },
    resources: resources.map(({ label, doc, kebab, operations }) => ({
      label: md(label),
      doc: doc === undefined ? "" : md(doc),
      kebab,
      operations: operations.map((operation) => ({
        ...common(operation),
        limits: operation.rateLimits.map(md).join("<br>"),
        scopes: operation.scopes.map(mdCode).join("<br>"),
      })),
    })),
  };
}

function resourcePage({ service }: Model, resource: ResourceModel): object {
  const { label, doc, kebab, operations } = resource;
  const reached = reachable(operations);
  return {
    label: md(label),
    doc: doc === undefined ? "" : md(doc),
    kebab,
    package: service.package,
    functions: operations.map(({ functionName }) => functionName).join(", "),
    operations: operations.map((operation) => ({
      ...common(operation),
      title: titleText(operation),
      see: operation.see === undefined ? "" : mdLink("vendor's page", operation.see),
      facts: facts(operation, mdCode),
      example: exampleCall(operation, "function"),
      input: rows(operation.input, "input"),
      output: rows(operation.output, "output"),
      errors: operation.errors.map(errorRow),
    })),
    types: [...reached.types].flatMap((type) => [
      ...(type.directions.has("output") ? [typeEntry(type, "output")] : []),
      ...(type.directions.has("input") ? [typeEntry(type, "input")] : []),
    ]),
    enums: [...reached.enums].map(enumEntry),
  };
}

function common({ label, service, resource, method, version, http }: Operation) {
  const way = [
    service,
    ...(version === 1 ? [] : [`v${version}`]),
    camelCase(resource),
    method,
  ].join(".");
  return {
    label: md(label),
    way: mdCode(way),
    anchor: `${kebabCase(method)}${version === 1 ? "" : `-v${version}`}`,
    http: mdCode(`${http.method} ${http.path}`),
  };
}

const typeName = (type: ObjectType, direction: "input" | "output"): string =>
  direction === "input" ? type.inputName : type.outputName;

const typeEntry = (type: ObjectType, direction: "input" | "output") => ({
  name: mdCode(typeName(type, direction)),
  anchor: typeName(type, direction),
  title: titleText(type),
  kind: direction,
  fields: rows(type, direction),
});

const enumEntry = (model: EnumModel) => ({
  name: mdCode(model.name),
  anchor: model.name,
  title: titleText(model),
  members: model.members.map(({ name, value, label, doc }) => ({
    name: mdCode(`${model.name}.${name}`),
    value: mdCode(JSON.stringify(value)),
    title: titleText({ label, doc }),
  })),
});

function rows({ fields }: ObjectType, direction: "input" | "output"): object[] {
  const shown = fields.filter((field) => direction === "output" || !field.unusable);
  return shown.map((field) => ({
    name: mdCode(direction === "input" ? field.property : field.wire),
    type: typeCell(field.type, direction),
    required: direction === "input" ? field.required : field.always,
    meaning: meaning(field),
  }));
}

function meaning(field: Field): string {
  const { extra, deprecated, unusable, example, default: fallback } = field;
  return [
    titleText(field),
    bounds(field).join(" "),
    ...conditionSentences(field).map(md),
    extra !== undefined && `Not on the vendor's page: ${md(extra)}`,
    unusable ? "Not to be used." : deprecated && "Deprecated.",
    fallback !== undefined && `Default: ${mdCode(JSON.stringify(fallback))}`,
    example !== undefined && `Example: ${mdCode(JSON.stringify(example))}`,
  ]
    .filter(Boolean)
    .join("<br>");
}

function typeCell(type: TypeRef, direction: "input" | "output"): string {
  if (type.kind === "array") return `list of ${typeCell(type.of, direction)}`;
  if (type.kind === "map") return `map of ${typeCell(type.of, direction)}`;
  if (type.kind === "scalar") return type.name;
  const name = type.kind === "enum" ? type.of.name : typeName(type.of, direction);
  return `[${name}](#${name})`;
}

function errorsPage({ service, errors, platformErrors }: Model): object {
  return {
    label: md(service.label),
    errors: errors.map(errorRow),
    platformErrors: platformErrors.map(errorRow),
  };
}

const RETRY = { always: "yes", never: "no", ifIdempotent: "reads, and writes with their key" };

const errorRow = ({ code, name, label, status, advice, retry }: ErrorModel) => ({
  code: mdCode(String(code)),
  name: mdCode(name),
  label: md(label),
  status: status ?? "",
  advice: advice === undefined ? "" : md(advice),
  retry: RETRY[retry],
});

function titleText({
  label,
  doc,
}: {
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
}): string {
  return [label, doc].flatMap((text) => (text === undefined ? [] : [md(text)])).join(": ");
}

/** The types and enums that the operations of a page lead to. */
function reachable(operations: readonly Operation[]) {
  const types = new Set<ObjectType>();
  const enums = new Set<EnumModel>();
  const visit = (type: TypeRef): void => {
    if (type.kind === "array" || type.kind === "map") visit(type.of);
    else if (type.kind === "enum") enums.add(type.of);
    else if (type.kind === "object" && !types.has(type.of)) {
      types.add(type.of);
      for (const field of type.of.fields) visit(field.type);
    }
  };
  for (const { input, output } of operations) {
    for (const field of [...input.fields, ...output.fields]) visit(field.type);
  }
  return { types, enums };
}
