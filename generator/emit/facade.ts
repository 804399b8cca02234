import type { StatementStructures } from "ts-morph";
import type { Model, ResourceModel } from "../model/model.js";
import { comment, title } from "./comments.js";
import { objectText } from "./constant.js";
import { kind } from "./kinds.js";
import { Module, type ModuleFile, type Ref } from "./module.js";
import {
  bindRef,
  CLIENT,
  FACADE,
  facadeName,
  resourceModule,
  suffix,
  versions,
} from "./symbols.js";

interface Part {
  readonly model: ResourceModel;
  readonly version: number;
  readonly type: Ref;
  readonly bind: Ref;
}

/** `createHire`: every resource on one object. */
export function facade(model: Model): ModuleFile {
  const { service } = model;
  const module = new Module(FACADE);
  const client = module.value({ name: "createClient", module: CLIENT });
  const options = module.type({ name: "ClientOptions", module: CLIENT });
  const parts = model.resources.flatMap(partsOf);
  const later = [...new Set(parts.map(({ version }) => version))]
    .filter((version) => version > 1)
    .sort();
  const ofVersion = (version: number) => parts.filter((part) => part.version === version);
  const bound = (of: readonly Part[]) =>
    of.map(({ model, bind }) => ({ key: model.camel, value: `${module.value(bind)}(client)` }));
  const typed = (of: readonly Part[]) =>
    of.map(({ model, type }) => ({
      name: model.camel,
      type: module.type(type),
      isReadonly: true,
      docs: comment(title(model)),
    }));
  const statements: StatementStructures[] = [
    ...later.map((version): StatementStructures => ({
      kind: kind.interface,
      isExported: true,
      name: facadeName(service, version),
      docs: comment(`The operations of version ${version}.`),
      properties: typed(ofVersion(version)),
    })),
    {
      kind: kind.interface,
      isExported: true,
      name: facadeName(service),
      docs: comment(title(service)),
      properties: [
        ...typed(ofVersion(1)),
        ...later.map((version) => ({
          name: `v${version}`,
          type: facadeName(service, version),
          isReadonly: true,
        })),
      ],
    },
    {
      kind: kind.function,
      name: "bind",
      parameters: [{ name: "client", type: module.type({ name: "Client", module: CLIENT }) }],
      returnType: facadeName(service),
      statements: [
        `return ${objectText([
          ...bound(ofVersion(1)),
          ...later.map((version) => ({
            key: `v${version}`,
            value: objectText(bound(ofVersion(version))),
          })),
        ])};`,
      ],
    },
    {
      kind: kind.function,
      isExported: true,
      name: `create${service.pascal}`,
      docs: comment(
        "Makes a client with every operation on it, or puts the operations on a client that is there. Nothing is sent before the first call; throws a `TypeError` for options that cannot work.",
      ),
      parameters: [{ name: "options", type: `${options} | Client` }],
      returnType: facadeName(service),
      statements: [`return bind("~connection" in options ? options : ${client}(options));`],
    },
  ];
  return module.file(service.origin, statements);
}

function partsOf(model: ResourceModel): Part[] {
  const module = resourceModule(model);
  return versions(model).map((version) => ({
    model,
    version,
    type: { name: `${model.pascal}Resource${suffix(version)}`, module },
    bind: bindRef(model, version),
  }));
}
