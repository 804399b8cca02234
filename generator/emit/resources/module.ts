import type { StatementStructures } from "ts-morph";
import type { ResourceModel } from "../../model/model.js";
import { kind } from "../kinds.js";
import { Module, type ModuleFile } from "../module.js";
import {
  inputRef,
  outputRef,
  resourceModule,
  schemaRef,
  typesModule,
  versions,
} from "../symbols.js";
import { operationData } from "./data.js";
import { facadePart } from "./facade.js";
import { operationFunction } from "./function.js";

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
