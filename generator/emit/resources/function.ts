import type {
  FunctionDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import type { Operation } from "../../model/model.js";
import { kind } from "../kinds.js";
import type { Module } from "../module.js";
import { operationComment } from "../operation-comment.js";
import { inputRef, outputRef, runtime } from "../symbols.js";
import { typeText } from "../type-text.js";
import { dataName } from "./data.js";

/** The operation as a function of a client: its body is one call of the runtime. */
export function operationFunction(
  operation: Operation,
  module: Module,
): FunctionDeclarationStructure {
  const run = module.value(
    operation.paging ? runtime("paging", "paginate") : runtime("call", "call"),
  );
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
    statements: [`return ${run}(client, ${dataName(operation)}, input, options);`],
  };
}

export function parameters(
  { input, inputOptional }: Operation,
  module: Module,
): OptionalKind<ParameterDeclarationStructure>[] {
  const options = module.type(runtime("call", "CallOptions"));
  return [
    { name: "input", type: module.type(inputRef(input)), hasQuestionToken: inputOptional },
    { name: "options", type: options, hasQuestionToken: true },
  ];
}

export function resultText({ output, paging }: Operation, module: Module): string {
  const data = module.type(outputRef(output));
  if (paging === undefined) return `${module.type(runtime("call", "ApiPromise"))}<${data}>`;
  return `${module.type(runtime("paging", "PagedPromise"))}<${data}, ${typeText(paging.item, "output", module)}>`;
}
