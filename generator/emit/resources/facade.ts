import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  MethodSignatureStructure,
  OptionalKind,
} from "ts-morph";
import type { Operation, ResourceModel } from "../../model/model.js";
import { comment, title } from "../comments.js";
import { objectText } from "../constant.js";
import { kind } from "../kinds.js";
import type { Module } from "../module.js";
import { operationComment } from "../operation-comment.js";
import { bindRef, runtime, suffix } from "../symbols.js";
import { parameters, resultText } from "./function.js";

/** The resource as it hangs on the facade, and the function that binds it to a client. */
export function facadePart(
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
      name: bindRef(model, version).name,
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
