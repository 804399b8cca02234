import type {
  EnumModel,
  Field,
  Model,
  ObjectType,
  Operation,
  ResourceModel,
  TypeRef,
} from "../../model/model.js";
import { bounds, conditionSentences } from "../comments.js";
import { exampleCall, exampleEnums } from "../example.js";
import { md, mdCode, mdLink, mdProse } from "../markdown.js";
import { facts } from "../operation-comment.js";
import { common, titleText } from "./common.js";
import { errorRow } from "./errors-page.js";

/** What a resource's page shows: its operations, then the types and enums they lead to. */
export function resourcePage({ service }: Model, resource: ResourceModel): object {
  const { label, doc, kebab, operations } = resource;
  const reached = reachable(operations);
  return {
    label: md(label),
    doc: doc === undefined ? "" : mdProse(doc),
    kebab,
    package: service.package,
    enumImports: [...new Set(operations.flatMap(exampleEnums))].sort().join(", "),
    functions: operations.map(({ functionName }) => functionName).join(", "),
    operations: operations.map((operation) => ({
      ...common(operation),
      title: titleText(operation),
      see: operation.see === undefined ? "" : mdLink("vendor's page", operation.see),
      facts: facts(operation, mdCode),
      example: exampleCall(operation, "method"),
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
    extra !== undefined && `Not on the vendor's page: ${mdProse(extra)}`,
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
