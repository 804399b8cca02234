import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  MethodSignatureStructure,
  OptionalKind,
  ParameterDeclarationStructure,
  StatementStructures,
  VariableStatementStructure,
} from "ts-morph";
import type { Operation, OperationError, ResourceModel } from "../model/model.js";
import { comment, title } from "./comments.js";
import { constant, objectText } from "./constant.js";
import { key, literal } from "./escape.js";
import { entryText } from "./errors.js";
import { kind } from "./kinds.js";
import { Module, type ModuleFile } from "./module.js";
import { operationComment } from "./operation-comment.js";
import {
  checkRef,
  errorRef,
  inputRef,
  outputRef,
  resourceModule,
  runtime,
  schemaRef,
  typesModule,
} from "./symbols.js";
import { typeText } from "./type-text.js";

/** The operations of one resource, as functions of a client and as methods of the facade. */
export function resource(model: ResourceModel): ModuleFile {
  const module = new Module(resourceModule(model));
  return module.file(model.origin, [
    ...reexports(model, module),
    ...model.operations.flatMap((operation) => [
      operationData(operation, module),
      operationFunction(operation, module),
    ]),
    ...versions(model).flatMap((version) => facadePart(model, version, module)),
  ]);
}

/** The versions a resource has operations of: 1 mostly. */
export const versions = ({ operations }: ResourceModel): number[] =>
  [...new Set(operations.map(({ version }) => version))].sort();

export const suffix = (version: number): string => (version === 1 ? "" : `V${version}`);

function reexports({ name, operations }: ResourceModel, module: Module): StatementStructures[] {
  const schemas = operations.flatMap(({ input, output }) => [
    schemaRef(inputRef(input)),
    schemaRef(outputRef(output)),
  ]);
  return [
    {
      kind: kind.exportDeclaration,
      isTypeOnly: true,
      moduleSpecifier: module.specifier(typesModule(name)),
    },
    ...(schemas[0] === undefined
      ? []
      : [
          {
            kind: kind.exportDeclaration,
            moduleSpecifier: module.specifier(schemas[0].module),
            namedExports: schemas.map(({ name }) => ({ name })),
          },
        ]),
  ];
}

const dataName = ({ functionName }: Operation): string => `${functionName}Operation`;

function operationData(operation: Operation, module: Module): VariableStatementStructure {
  const { input, output, http, paging, content, idempotency, see, scopes } = operation;
  const usable = input.fields.filter((field) => !field.unusable);
  const query = usable.filter(({ place }) => place === "query").map(({ property }) => property);
  const renamed = usable.filter(({ property, wire }) => property !== wire);
  const path = http.path.replace(
    /:([A-Za-z0-9_]+)/gu,
    (_, wire: string) => `:${pathProperty(operation, wire)}`,
  );
  const rename = renamed.map(({ property, wire }) => ({
    key: key(property),
    value: literal(wire),
  }));
  const entries: readonly (readonly [string, string | undefined | false])[] = [
    ["id", literal(operation.id)],
    ["method", literal(http.method)],
    ["path", literal(path)],
    ["tokens", literal(operation.tokens)],
    ["effect", literal(operation.effect)],
    ["limits", literal(operation.rateLimits.filter((limit) => limit !== "special"))],
    ["scopes", literal(scopes)],
    ["idempotency", idempotency && literal(idempotency.field.property)],
    ["query", query.length > 0 && literal(query)],
    ["content", content && literal(content)],
    ["rename", rename.length > 0 && objectText(rename)],
    ["paging", paging && `{ items: ${literal(paging.items)} }`],
    ["docs", see && literal(see)],
    ["errors", `[${operation.errors.map((error) => errorText(error, module)).join(", ")}]`],
    ["input", module.value(checkRef(inputRef(input)))],
    ["output", module.value(checkRef(outputRef(output)))],
  ];
  return constant({
    name: dataName(operation),
    exported: false,
    type: `${module.type(runtime("operation", "Operation"))}<${module.type(inputRef(input))}, ${module.type(outputRef(output))}>`,
    value: objectText(
      entries.flatMap(([name, value]) => (typeof value === "string" ? [{ key: name, value }] : [])),
    ),
  });
}

const pathProperty = ({ input }: Operation, wire: string): string =>
  input.fields.find((field) => field.place === "path" && field.wire === wire)?.property ?? wire;

/** The shared entry, or one of its own where the page words the error differently. */
function errorText(error: OperationError, module: Module): string {
  const { base } = error;
  const same = error.label === base.label && error.advice === base.advice;
  return same ? module.value(errorRef(base)) : entryText(error);
}

function operationFunction(operation: Operation, module: Module): FunctionDeclarationStructure {
  const run = module.value(
    operation.paging ? runtime("paging", "paginate") : runtime("call", "call"),
  );
  const input = operation.inputOptional ? "input ?? {}" : "input";
  return {
    kind: kind.function,
    isExported: true,
    name: operation.functionName,
    docs: operationComment(operation, "function"),
    parameters: [
      { name: "client", type: module.type(runtime("client", "Client")) },
      ...parameters(operation, module),
    ],
    returnType: resultText(operation, module),
    statements: [`return ${run}(client, ${dataName(operation)}, ${input}, options);`],
  };
}

function parameters(
  { input, inputOptional }: Operation,
  module: Module,
): OptionalKind<ParameterDeclarationStructure>[] {
  const options = module.type(runtime("call", "CallOptions"));
  return [
    { name: "input", type: module.type(inputRef(input)), hasQuestionToken: inputOptional },
    { name: "options", type: options, hasQuestionToken: true },
  ];
}

function resultText({ output, paging }: Operation, module: Module): string {
  const data = module.type(outputRef(output));
  if (paging === undefined) return `${module.type(runtime("call", "ApiPromise"))}<${data}>`;
  return `${module.type(runtime("paging", "PagedPromise"))}<${data}, ${typeText(paging.item, "output", module)}>`;
}

/** The resource as it hangs on the facade, and the function that binds it to a client. */
function facadePart(
  model: ResourceModel,
  version: number,
  module: Module,
): [InterfaceDeclarationStructure, FunctionDeclarationStructure] {
  const operations = model.operations.filter((operation) => operation.version === version);
  const name = `${model.pascal}Resource${suffix(version)}`;
  const bound = operations.map(({ method, functionName }) => ({
    key: method,
    value: `(input, options) => ${functionName}(client, input, options)`,
  }));
  return [
    {
      kind: kind.interface,
      isExported: true,
      name,
      docs: comment(title(model)),
      methods: operations.map((operation) => methodSignature(operation, module)),
    },
    {
      kind: kind.function,
      isExported: true,
      name: `${model.camel}${suffix(version)}`,
      docs: comment("The operations of this resource, bound to a client."),
      parameters: [{ name: "client", type: module.type(runtime("client", "Client")) }],
      returnType: name,
      statements: [`return ${objectText(bound)};`],
    },
  ];
}

const methodSignature = (
  operation: Operation,
  module: Module,
): OptionalKind<MethodSignatureStructure> => ({
  name: operation.method,
  docs: operationComment(operation, "method"),
  parameters: parameters(operation, module),
  returnType: resultText(operation, module),
});
