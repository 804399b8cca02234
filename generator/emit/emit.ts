import type { Model, ResourceModel } from "../model/model.js";
import { barrel } from "./barrel.js";
import { enums } from "./enums.js";
import { errorTable, errors, platform } from "./errors.js";
import { client } from "./client.js";
import { facade } from "./facade.js";
import type { ModuleFile } from "./module.js";
import { resource } from "./resources/module.js";
import { resourceModule, typesModule, validatorsModule } from "./symbols.js";
import { resourceTypes, sharedTypes } from "./types.js";
import { enumValidators, resourceValidators, sharedValidators } from "./validators/module.js";

/** A file that can be made. */
export interface Draft<File> {
  readonly make: () => File;
  /** Of a file that is made from a part of the model: where it goes, and everything that it is made from. */
  readonly of?: { readonly path: string; readonly parts: readonly unknown[] };
}

/**
 * Every TypeScript file of the package under `src/`. Each is made when it is asked for: all of them
 * at once would take most of the memory of a run, and most are not needed when little has changed.
 */
export function emit(model: Model): Draft<ModuleFile>[] {
  const whole = [client, enums, errorTable, errors, facade, barrel, platform, enumValidators];
  const shared = [sharedTypes, sharedValidators].flatMap((files) => files(model));
  return [
    ...whole.map((file) => ({ make: () => file(model) })),
    ...shared.map((file) => ({ make: () => file })),
    ...model.resources.flatMap((part) => {
      const draft = (path: string, make: (part: ResourceModel) => ModuleFile) => ({
        make: () => make(part),
        of: { path, parts: [part] },
      });
      return [
        draft(resourceModule(part), resource),
        draft(typesModule(part.name), resourceTypes),
        draft(validatorsModule(part.name), resourceValidators),
      ];
    }),
  ];
}
