import type { Model, ObjectType, ResourceModel } from "../model/model.js";
import { CLIENT_FUNCTIONS, CLIENT_TYPES } from "./client.js";
import { ERROR_CLASSES, ISSUE_TYPES } from "./errors.js";
import { exported } from "./exported.js";
import { Module, type ModuleFile } from "./module.js";
import {
  CLIENT,
  ENUMS,
  ERRORS,
  FACADE,
  facadeName,
  resourceModule,
  typesModule,
  suffix,
  versions,
} from "./symbols.js";

/**
 * The root of the package: functions, types, enums and errors, named one by one. Schemas are at the subpaths of their
 * resources: their code is more than all else together, and whoever imports the root would wait for it.
 */
export function barrel(model: Model): ModuleFile {
  const { service, enums, types, resources } = model;
  const module = new Module("index.ts");
  const list = (isTypeOnly: boolean) => (from: string, names: readonly string[]) =>
    names.length === 0 ? [] : [exported(module, from, names, isTypeOnly)];
  const [values, typesOf] = [list(false), list(true)];
  const later = [...new Set(resources.flatMap(versions))].filter((version) => version > 1).sort();
  return module.file(service.origin, [
    ...values(FACADE, [`create${service.pascal}`]),
    ...typesOf(
      FACADE,
      [1, ...later].map((version) => facadeName(service, version)),
    ),
    ...values(CLIENT, ["createClient", ...CLIENT_FUNCTIONS]),
    ...typesOf(CLIENT, CLIENT_TYPES),
    ...values(
      ENUMS,
      enums.flatMap(({ name }) => [name, `${name}Label`]),
    ),
    ...values(ERRORS, [...ERROR_CLASSES, "ErrorCode"]),
    ...typesOf(ERRORS, ISSUE_TYPES),
    ...resources.flatMap((resource) => [
      ...values(
        resourceModule(resource),
        resource.operations.map(({ functionName }) => functionName),
      ),
      ...typesOf(resourceModule(resource), typeNames(resource)),
    ]),
    ...typesOf(typesModule(undefined), types.flatMap(objectNames)),
  ]);
}

const typeNames = (resource: ResourceModel): string[] => [
  ...versions(resource).map((version) => `${resource.pascal}Resource${suffix(version)}`),
  ...resource.operations.flatMap(({ input, output, errorCodeName }) => [
    ...objectNames({ ...input, directions: new Set(["input"]) }),
    output.outputName,
    errorCodeName,
  ]),
  ...resource.types.flatMap(objectNames),
];

/** Every interface that a type is emitted as. */
function objectNames({ directions, inputName, outputName, union }: ObjectType): string[] {
  return [
    ...(directions.has("output") ? [outputName] : []),
    ...(directions.has("input") ? [inputName] : []),
    ...(union === undefined ? [] : [union.base.name, ...union.variants.map(({ name }) => name)]),
  ];
}
