import type { Model } from "../model/model.js";
import { barrel } from "./barrel.js";
import { enums } from "./enums.js";
import { errorTable, errors, platform } from "./errors.js";
import { client } from "./client.js";
import { facade } from "./facade.js";
import type { ModuleFile } from "./module.js";
import { resource } from "./resources/module.js";
import { resourceTypes, sharedTypes } from "./types.js";
import { enumValidators, resourceValidators, sharedValidators } from "./validators/module.js";

/**
 * Every TypeScript file of the package under `src/`, in the order of the folder. Each is made when
 * it is asked for: all of them at once would take most of the memory of a run.
 */
export function emit(model: Model): (() => ModuleFile)[] {
  const { resources } = model;
  return [
    ...[client, enums, errorTable, errors, facade, barrel, platform].map(
      (file) => () => file(model),
    ),
    ...[resource, resourceTypes].flatMap((file) => resources.map((of) => () => file(of))),
    ...sharedTypes(model).map((file) => () => file),
    () => enumValidators(model),
    ...resources.map((of) => () => resourceValidators(of)),
    ...sharedValidators(model).map((file) => () => file),
  ];
}
