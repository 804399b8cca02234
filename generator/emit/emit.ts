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

/** Every TypeScript file of the package under `src/`, in the order of the folder. */
export function emit(model: Model): ModuleFile[] {
  return [
    client(model),
    enums(model),
    errorTable(model),
    errors(model),
    facade(model),
    barrel(model),
    platform(model),
    ...model.resources.map(resource),
    ...model.resources.map(resourceTypes),
    ...sharedTypes(model),
    enumValidators(model),
    ...model.resources.map(resourceValidators),
    ...sharedValidators(model),
  ];
}
