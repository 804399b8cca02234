import type { StatementStructures } from "ts-morph";
import type { EnumModel, Model, ObjectType, Operation, ResourceModel } from "../../model/model.js";
import { comment, memberList } from "../comments.js";
import { constant } from "../constant.js";
import { literal } from "../escape.js";
import { kind } from "../kinds.js";
import { Module, type ModuleFile, type Ref } from "../module.js";
import {
  checkEnum,
  checkOpenEnum,
  checkRef,
  ENUM_VALIDATORS,
  enumRef,
  inputRef,
  isEnum,
  isRef,
  outputRef,
  runtime,
  schemaRef,
  validatorsModule,
} from "../symbols.js";
import { validators } from "./functions.js";
import { SCALARS } from "./shape.js";

/** The validators of one resource: its operations' inputs and outputs, then the types they use. */
export function resourceValidators(resource: ResourceModel): ModuleFile {
  const module = new Module(validatorsModule(resource.name));
  return module.file(resource.origin, [
    ...resource.operations.flatMap((operation) => operationValidators(operation, module)),
    ...resource.types.flatMap((type) => typeValidators(type, module)),
  ]);
}

export function sharedValidators({ types, service }: Model): ModuleFile[] {
  if (types.length === 0) return [];
  const module = new Module(validatorsModule(undefined));
  const origin = types[0]?.origin ?? service.origin;
  return [
    module.file(
      origin,
      types.flatMap((type) => typeValidators(type, module)),
    ),
  ];
}

function operationValidators({ input, output }: Operation, module: Module): StatementStructures[] {
  return [
    ...validators(input, "input", module),
    schema(inputRef(input), module),
    ...validators(output, "output", module),
    schema(outputRef(output), module),
  ];
}

function typeValidators(type: ObjectType, module: Module): StatementStructures[] {
  return [
    ...(type.directions.has("output") ? validators(type, "output", module) : []),
    ...(type.directions.has("input") ? validators(type, "input", module) : []),
  ];
}

/** Marked as pure, so that a bundler drops the schemas that nobody uses. */
function schema(ref: Ref, module: Module): StatementStructures {
  const make = module.value(runtime("schema", "schema"));
  return constant({
    name: schemaRef(ref).name,
    docs: comment(`Checks values against \`${ref.name}\`.`),
    type: `${module.type(runtime("schema", "Schema"))}<${module.type(ref)}>`,
    value: `/* @__PURE__ */ ${make}(${isRef(ref).name}, ${checkRef(ref).name})`,
  });
}

/** A predicate and a check for each enum. */
export function enumValidators({ enums, service }: Model): ModuleFile {
  const module = new Module(ENUM_VALIDATORS);
  return module.file(
    enums[0]?.origin ?? service.origin,
    enums.flatMap((model) => enumStatements(model, module)),
  );
}

function enumStatements(model: EnumModel, module: Module): StatementStructures[] {
  const tests = model.members.map(({ value }) => `value === ${literal(value)}`);
  const checks = (name: string) => module.value(runtime("checks", name));
  return [
    {
      kind: kind.function,
      isExported: true,
      name: isEnum(model).name,
      docs: comment(`@internal Whether a value is a documented {@link ${model.name}}.`),
      parameters: [{ name: "value", type: "unknown" }],
      returnType: `value is ${module.type(enumRef(model))}`,
      statements: [`return ${tests.join(" || ")};`],
    },
    constant({
      name: checkEnum(model).name,
      docs: comment(`@internal Adds that a value is no documented {@link ${model.name}}.`),
      type: module.type(runtime("issues", "Check")),
      value: `/* @__PURE__ */ ${checks("member")}(${isEnum(model).name}, ${literal(memberList(model.members))})`,
    }),
    constant({
      name: checkOpenEnum(model).name,
      docs: comment(
        `@internal The same for replies, where values may be newer than the documentation.`,
      ),
      type: module.type(runtime("issues", "Check")),
      value: `/* @__PURE__ */ ${checks("open")}(${checks(SCALARS[model.base].check)}, ${checkEnum(model).name})`,
    }),
  ];
}
