import type {
  Direction,
  EnumModel,
  Field,
  ObjectType,
  Operation,
  ResourceModel,
  Service,
  TypeRef,
} from "../../model/model.js";
import { bounds, conditionSentences } from "../comments.js";
import { exampleCall, exampleEnums } from "../example.js";
import { md, mdCode, mdLink, mdProse } from "../markdown.js";
import { facts } from "../operation-comment.js";
import { common, titleText } from "./common.js";
import { errorRow } from "./errors-page.js";

/** What a resource's page shows: its operations, then the types and enums they lead to. */
export function resourcePage(service: Service, resource: ResourceModel): object {
  const { label, doc, kebab, operations } = resource;
  const reached = reachable(operations);
  return {
    label: md(label),
    doc: doc && mdProse(doc),
    kebab,
    package: service.package,
    enumImports: [...new Set(operations.flatMap(exampleEnums))].sort().join(", "),
    functions: operations.map(({ functionName }) => functionName).join(", "),
    schema: operations[0] && `${operations[0].input.inputName}Schema`,
    operations: operations.map((operation) => ({
      ...common(operation),
      see: operation.see === undefined ? "" : mdLink("vendor's page", operation.see),
      facts: facts(operation, mdCode),
      example: exampleCall(operation, "method"),
      input: rows(operation.input, "input"),
      output: rows(operation.output, "output"),
      errors: operation.errors.map(errorRow),
    })),
    types: [...reached.types].flatMap(([type, directions]) =>
      DIRECTIONS.filter((direction) => directions.has(direction)).map((direction) =>
        typeEntry(type, direction),
      ),
    ),
    enums: [...reached.enums].map(enumEntry),
  };
}

const DIRECTIONS: readonly Direction[] = ["output", "input"];

const typeName = (type: ObjectType, direction: Direction): string =>
  direction === "input" ? type.inputName : type.outputName;

const typeEntry = (type: ObjectType, direction: Direction) => ({
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
  members: model.members.map(({ name, value, label, doc, deprecated }) => ({
    name: mdCode(`${model.name}.${name}`),
    value: mdCode(JSON.stringify(value)),
    title: [titleText({ label, doc }), ...(deprecated ? ["Deprecated."] : [])].join("<br>"),
  })),
});

function rows({ fields }: ObjectType, direction: Direction): object[] {
  const shown = fields.filter((field) => direction === "output" || !field.unusable);
  return shown.map((field) => ({
    name: mdCode(direction === "input" ? field.property : field.wire),
    type: typeCell(field.type, direction),
    required: direction === "input" ? field.required : field.always,
    meaning: meaning(field, direction),
  }));
}

function meaning(field: Field, direction: Direction): string {
  const { extra, deprecated, unusable, example, default: fallback } = field;
  return [
    titleText(field),
    bounds(field).join(" "),
    ...conditionSentences(field, direction).map(md),
    extra !== undefined && `Not in the vendor's table: ${mdProse(extra)}`,
    unusable ? "Not to be used." : deprecated && "Deprecated.",
    fallback !== undefined && `Default: ${mdCode(JSON.stringify(fallback))}`,
    example !== undefined && `Example: ${mdCode(JSON.stringify(example))}`,
  ]
    .filter(Boolean)
    .join("<br>");
}

function typeCell(type: TypeRef, direction: Direction): string {
  if (type.kind === "array") return `list of ${typeCell(type.of, direction)}`;
  if (type.kind === "map") return `map of ${typeCell(type.of, direction)}`;
  if (type.kind === "scalar") return type.name;
  const name = type.kind === "enum" ? type.of.name : typeName(type.of, direction);
  return `[${name}](#${name})`;
}

/** The types and enums that the operations of a page lead to, each way that they do. */
function reachable(operations: readonly Operation[]) {
  const types = new Map<ObjectType, Set<Direction>>();
  const enums = new Set<EnumModel>();
  const visit = (type: TypeRef, direction: Direction): void => {
    if (type.kind === "array" || type.kind === "map") visit(type.of, direction);
    else if (type.kind === "enum") enums.add(type.of);
    else if (type.kind === "object") {
      const directions = types.get(type.of) ?? new Set();
      types.set(type.of, directions);
      if (directions.has(direction)) return;
      directions.add(direction);
      visitAll(type.of.fields, direction);
    }
  };
  const visitAll = (fields: readonly Field[], direction: Direction) => {
    for (const field of fields)
      if (direction === "output" || !field.unusable) visit(field.type, direction);
  };
  for (const { input, output } of operations) {
    visitAll(input.fields, "input");
    visitAll(output.fields, "output");
  }
  return { types, enums };
}
