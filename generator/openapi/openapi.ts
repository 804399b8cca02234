import type { Json, Model, Operation, ResourceModel, TokenKind } from "../model/model.js";
import { byName, definitions } from "./definitions.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";
import { INPUT, OUTPUT } from "./operation.js";
import { paths } from "./paths.js";
import { ERROR_DETAILS_SCHEMA, SECURITY_SCHEMES, SERVERS } from "./platform.js";
import { ERROR_DETAILS, PLATFORM_ERROR, platformResponse } from "./responses.js";
import { objectSchema } from "./schema.js";
import { description } from "./text.js";

export interface OpenApiDocument extends JsonObject {
  readonly openapi: "3.1.0";
  readonly info: JsonObject;
  readonly paths: JsonObject;
  readonly components: JsonObject;
}

/** The service as OpenAPI 3.1. The same model gives the same document, key by key. */
export function openApi(model: Model): OpenApiDocument {
  const { service } = model;
  const resources = model.resources.filter((resource) => resource.operations.length > 0);
  const operations = resources.flatMap((resource) => resource.operations);
  return {
    openapi: "3.1.0",
    info: info(model),
    ...record({ externalDocs: service.see === undefined ? undefined : { url: service.see } }),
    servers: SERVERS,
    tags: resources.map(tag),
    ...record({ "x-tagGroups": tagGroups(model) }),
    paths: paths(operations),
    components: record({
      schemas: schemas(operations),
      responses:
        operations.length > 0
          ? { [PLATFORM_ERROR]: platformResponse(model.platformErrors) }
          : undefined,
      securitySchemes: securitySchemes(operations),
    }),
  };
}

function info({ service }: Model): JsonObject {
  return record({
    title: `${service.label} (${service.pascal})`,
    description: description({ doc: service.doc }),
    version: service.version,
    license: { name: "MIT", identifier: "MIT" },
  });
}

function tag(resource: ResourceModel): JsonObject {
  return record({ name: resource.name, description: description(resource) });
}

/** How pages of reference documentation group tags; a tag in no group would not be shown. */
function tagGroups({ groups }: Model): Json | undefined {
  if (groups.length < 2) return undefined;
  return groups.map(({ label, resources }) => ({
    name: label,
    tags: resources.filter(({ operations }) => operations.length > 0).map(({ name }) => name),
  }));
}

function schemas(operations: readonly Operation[]): JsonObject | undefined {
  if (operations.length === 0) return undefined;
  const outputs = operations.map(({ output }) => output).filter(({ fields }) => fields.length > 0);
  return {
    ...byName(
      definitions(
        operations.flatMap(({ input }) => input.fields),
        INPUT,
      ),
      definitions(
        outputs.flatMap(({ fields }) => fields),
        OUTPUT,
      ),
      new Map(outputs.map((output) => [output.outputName, objectSchema(output, OUTPUT)])),
    ),
    [ERROR_DETAILS]: ERROR_DETAILS_SCHEMA,
  };
}

/** Those that some operation takes. */
function securitySchemes(operations: readonly Operation[]): JsonObject | undefined {
  const taken = new Set(operations.flatMap(({ tokens }) => tokens));
  const kinds = (["tenant", "user", "app"] as const satisfies readonly TokenKind[]).filter((kind) =>
    taken.has(kind),
  );
  if (kinds.length === 0) return undefined;
  return Object.fromEntries(kinds.map((kind) => [kind, SECURITY_SCHEMES[kind]]));
}
