import type {
  EnumModel,
  ErrorModel,
  ObjectType,
  Operation,
  ResourceModel,
  Service,
} from "../model/model.js";
import { kebabCase } from "../model/names.js";
import type { Ref } from "./module.js";

/** Which module of the package holds what. */
export const ENUMS = "enums.ts";
export const ERRORS = "errors.ts";
export const ERROR_TABLE = "error-table.ts";
export const PLATFORM = "platform.ts";
export const CLIENT = "client.ts";
export const ENUM_VALIDATORS = "validators/enums.ts";
const SHARED = "shared.ts";

const fileOf = (resource: string | undefined): string =>
  resource === undefined ? SHARED : `${kebabCase(resource)}.ts`;

export const typesModule = (resource: string | undefined): string => `types/${fileOf(resource)}`;
export const validatorsModule = (resource: string | undefined): string =>
  `validators/${fileOf(resource)}`;
export const resourceModule = ({ kebab }: Pick<ResourceModel, "kebab">): string =>
  `resources/${kebab}.ts`;
export const FACADE = "facade.ts";
/** `HireClient`, `HireClientV2` */
export const facadeName = ({ pascal }: Service, version = 1): string =>
  `${pascal}Client${version === 1 ? "" : `V${version}`}`;

export const enumRef = ({ name }: EnumModel): Ref => ({ name, module: ENUMS });
export const errorRef = ({ name }: ErrorModel): Ref => ({ name, module: ERROR_TABLE });
export const errorCode: Ref = { name: "ErrorCode", module: ERRORS };

export const inputRef = ({ inputName, resource }: ObjectType): Ref => ({
  name: inputName,
  module: typesModule(resource),
});
export const outputRef = ({ outputName, resource }: ObjectType): Ref => ({
  name: outputName,
  module: typesModule(resource),
});

export const isRef = ({ name, module }: Ref): Ref => ({
  name: `is${name}`,
  module: module.replace(/^types\//u, "validators/"),
});
export const checkRef = ({ name, module }: Ref): Ref => ({
  name: `check${name}`,
  module: module.replace(/^types\//u, "validators/"),
});
export const schemaRef = ({ name, module }: Ref): Ref => ({
  name: `${name}Schema`,
  module: module.replace(/^types\//u, "validators/"),
});

export const isEnum = ({ name }: EnumModel): Ref => ({
  name: `is${name}`,
  module: ENUM_VALIDATORS,
});
export const checkEnum = ({ name }: EnumModel): Ref => ({
  name: `check${name}`,
  module: ENUM_VALIDATORS,
});

export const checkOpenEnum = ({ name }: EnumModel): Ref => ({
  name: `checkOpen${name}`,
  module: ENUM_VALIDATORS,
});

export const errorCodeRef = ({ errorCodeName, resource }: Operation): Ref => ({
  name: errorCodeName,
  module: typesModule(resource),
});

/** The hand-written part, by file. */
export const runtime = (file: string, name: string): Ref => ({
  name,
  module: `runtime/${file}.ts`,
});

/** The function that puts a resource's operations on a client; no bare name, which could be a reserved word. */
export const bindRef = (resource: ResourceModel, version: number): Ref => ({
  name: `${resource.camel}Resource${suffix(version)}`,
  module: resourceModule(resource),
});

/** The versions a resource has operations of: 1 mostly. */
export const versions = ({ operations }: ResourceModel): number[] =>
  [...new Set(operations.map(({ version }) => version))].sort();

export const suffix = (version: number): string => (version === 1 ? "" : `V${version}`);
