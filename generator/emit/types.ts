import type {
  InterfaceDeclarationStructure,
  OptionalKind,
  PropertySignatureStructure,
  StatementStructures,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import type {
  Field,
  Model,
  ObjectType,
  Operation,
  ResourceModel,
  Union,
  Variant,
} from "../model/model.js";
import { comment, fieldComment, title } from "./comments.js";
import { access, doc, docSpan, key } from "./escape.js";
import { kind } from "./kinds.js";
import { Module, type ModuleFile } from "./module.js";
import { enumRef, errorCode, errorCodeRef, typesModule } from "./symbols.js";
import { typeText } from "./type-text.js";

/** The interfaces of one resource: its operations' inputs and outputs, then the types they use. */
export function resourceTypes(resource: ResourceModel): ModuleFile {
  const module = new Module(typesModule(resource.name));
  return module.file(resource.origin, [
    ...resource.operations.flatMap((operation) => operationTypes(operation, module)),
    ...resource.types.flatMap((type) => objectTypes(type, module)),
  ]);
}

/** The types that belong to no resource. */
export function sharedTypes({ types, service }: Model): ModuleFile[] {
  if (types.length === 0) return [];
  const module = new Module(typesModule(undefined));
  const origin = types[0]?.origin ?? service.origin;
  return [
    module.file(
      origin,
      types.flatMap((type) => objectTypes(type, module)),
    ),
  ];
}

function operationTypes(operation: Operation, module: Module): StatementStructures[] {
  const { id, input, output } = operation;
  const described = (type: ObjectType, doc: string) => ({ ...type, label: operation.label, doc });
  return [
    ...inputTypes(described(input, `What \`${id}\` takes.`), module),
    outputInterface(described(output, `What \`${id}\` answers.`), module),
    errorCodes(operation, module),
  ];
}

function objectTypes(type: ObjectType, module: Module): StatementStructures[] {
  return [
    ...(type.directions.has("output") ? [outputInterface(type, module)] : []),
    ...(type.directions.has("input") ? inputTypes(type, module) : []),
  ];
}

/** What the server sends: every field may be missing unless the page promises it. */
function outputInterface(type: ObjectType, module: Module): InterfaceDeclarationStructure {
  return {
    kind: kind.interface,
    isExported: true,
    name: type.outputName,
    docs: comment(title(type)),
    properties: type.fields.map((field) => ({
      name: key(field.wire),
      type: typeText(field.type, "output", module),
      hasQuestionToken: !field.always,
      docs: fieldComment(field, "output"),
    })),
  };
}

function inputTypes(type: ObjectType, module: Module): StatementStructures[] {
  const { union } = type;
  if (union === undefined) {
    const fields = type.fields.filter((field) => !field.unusable);
    if (fields.length === 0) return [emptyInput(type)];
    return [inputInterface(type.inputName, comment(title(type)), properties(fields, module))];
  }
  const { base, variants } = union;
  const baseComment = `The fields of {@link ${type.inputName}} that do not depend on ${docSpan(union.tag.property)}.`;
  return [
    unionAlias(type, union),
    inputInterface(base.name, comment(baseComment), properties(base.fields, module)),
    ...variants.map((variant) => variantInterface(union, variant, module)),
  ];
}

/** An interface without fields would take any object. */
const emptyInput = (type: ObjectType): TypeAliasDeclarationStructure => ({
  kind: kind.typeAlias,
  isExported: true,
  name: type.inputName,
  docs: comment(title(type)),
  type: "Record<string, never>",
});

function unionAlias(type: ObjectType, { tag, variants }: Union): TypeAliasDeclarationStructure {
  return {
    kind: kind.typeAlias,
    isExported: true,
    name: type.inputName,
    docs: comment(title(type), `Its ${docSpan(tag.property)} decides which other fields it has.`),
    type: variants.map(({ name }) => name).join(" | "),
  };
}

function variantInterface(
  union: Union,
  variant: Variant,
  module: Module,
): InterfaceDeclarationStructure {
  const { members, name, fields } = variant;
  const own = fields.map(({ field, required }) => ({
    ...property(field, required, module),
    docs: fieldComment(field, "input", beyond(field, union)),
  }));
  const tag = {
    name: key(union.tag.property),
    type: tagType(union, variant, module),
    hasQuestionToken: members === undefined,
    docs: comment(title(union.tag)),
  };
  return {
    ...inputInterface(name, comment(variantText(union, variant)), [tag, ...own]),
    extends: [union.base.name],
  };
}

function variantText({ tag }: Union, { members }: Variant): string {
  if (members === undefined) return `The shape without ${docSpan(tag.property)}.`;
  const [only, second] = members;
  if (only === undefined || second !== undefined) return "The shape of every other kind.";
  return `The shape of the kind ${only.name} (${doc(only.label)}).`;
}

/** A field with the conditions that its variant does not settle. */
function beyond(field: Field, { tag }: Union): Field {
  const other = ({ sibling }: Field["when"][number]) => sibling.property !== tag.property;
  return {
    ...field,
    when: field.when.filter(other),
    requiredWhen: field.requiredWhen.filter(other),
  };
}

/** The members of one variant; none at all in the variant without the tag. */
function tagType({ tag }: Union, { members }: Variant, module: Module): string {
  if (members === undefined || tag.type.kind !== "enum") return "undefined";
  const name = module.type(enumRef(tag.type.of));
  if (members.length === tag.type.of.members.length) return name;
  return members.map((member) => `typeof ${name}${access(member.name)}`).join(" | ");
}

function inputInterface(
  name: string,
  docs: string[],
  members: OptionalKind<PropertySignatureStructure>[],
): InterfaceDeclarationStructure {
  return { kind: kind.interface, isExported: true, name, docs, properties: members };
}

const properties = (fields: readonly Field[], module: Module) =>
  fields.map((field) => property(field, field.required, module));

/** An absent field and one that is undefined mean the same. */
function property(
  field: Field,
  required: boolean,
  module: Module,
): OptionalKind<PropertySignatureStructure> {
  const type = typeText(field.type, "input", module);
  return {
    name: key(field.property),
    type: required || type === "unknown" ? type : `${type} | undefined`,
    hasQuestionToken: !required,
    docs: fieldComment(field, "input"),
  };
}

function errorCodes(operation: Operation, module: Module): TypeAliasDeclarationStructure {
  const codes = operation.errors.map(({ name }) => `typeof ${module.type(errorCode)}.${name}`);
  return {
    kind: kind.typeAlias,
    isExported: true,
    name: errorCodeRef(operation).name,
    docs: comment(
      `The codes that are documented for \`${operation.id}\`; any call may also fail with a general one.`,
    ),
    type: codes.length === 0 ? "never" : codes.join(" | "),
  };
}
