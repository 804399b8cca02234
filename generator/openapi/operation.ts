import type { Field, FieldScope, Operation } from "../model/model.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";
import { errorFacts, responses } from "./responses.js";
import { fieldSchema, fieldsSchema, type SchemaStyle } from "./schema.js";
import { description } from "./text.js";

export const INPUT: SchemaStyle = {
  direction: "input",
  level: "documented",
  form: "document",
  home: "#/components/schemas/",
};
export const OUTPUT: SchemaStyle = { ...INPUT, direction: "output" };

/** `pathNames` are the names of the path's parameters in the document, in their order. */
export function operationObject(operation: Operation, pathNames: readonly string[]): JsonObject {
  return record({
    operationId: operation.functionName,
    tags: [operation.resource],
    summary: operation.label,
    description: description({ doc: operation.doc }),
    externalDocs: operation.see === undefined ? undefined : { url: operation.see },
    deprecated: operation.deprecated ? true : undefined,
    security: operation.tokens.map((token) => ({ [token]: [] })),
    parameters: nonEmpty(parameters(operation, pathNames)),
    requestBody: requestBody(operation),
    responses: responses(operation, OUTPUT),
    ...extensions(operation),
  });
}

function parameters(
  { input, http }: Operation,
  pathNames: readonly string[],
): readonly JsonObject[] {
  const wires = [...http.path.matchAll(PATH_PARAMETER)].map(([, name]) => name);
  return input.fields.flatMap((field) => {
    if (field.place === "query") return [parameter(field, field.wire)];
    if (field.place !== "path") return [];
    return [parameter(field, pathNames[wires.indexOf(field.wire)] ?? field.wire)];
  });
}

/** A parameter in `http.path`. */
export const PATH_PARAMETER = /:([A-Za-z0-9_]+)/gu;

function parameter(field: Field, name: string): JsonObject {
  const { description, deprecated, ...schema } = fieldSchema(field, INPUT);
  const required = field.place === "path" || (field.required && !field.unusable);
  return record({
    name,
    in: field.place,
    description,
    required: required ? true : undefined,
    deprecated,
    schema,
  });
}

function requestBody({ input, content, examples }: Operation): JsonObject | undefined {
  if (content === undefined) return undefined;
  const fields = input.fields.filter((field) => field.place === "body");
  const json = content === "json";
  return record({
    required: fields.some((field) => field.required && !field.unusable) ? true : undefined,
    content: {
      [json ? "application/json" : "multipart/form-data"]: record({
        schema: fieldsSchema(fields, INPUT),
        example: json ? examples.request : undefined,
      }),
    },
  });
}

function extensions(operation: Operation): Parameters<typeof record>[0] {
  const { idempotency, paging } = operation;
  return {
    "x-effect": operation.effect,
    "x-token-types": nonEmpty(operation.tokens),
    "x-app-types": nonEmpty(operation.appTypes),
    "x-scopes": nonEmpty(operation.scopes),
    "x-field-scopes": fieldScopes(operation.fieldScopes),
    "x-rate-limit": nonEmpty(operation.rateLimits),
    "x-idempotency":
      idempotency && record({ field: idempotency.field.wire, window: idempotency.window }),
    "x-paging": paging && { items: paging.items.join(".") },
    "x-errors": nonEmpty(operation.errors.map(errorFacts)),
  };
}

/** In the notation of the spec: scope → the fields that are absent without it. */
function fieldScopes(scopes: readonly FieldScope[]): JsonObject | undefined {
  if (scopes.length === 0) return undefined;
  return Object.fromEntries(scopes.map(({ scope, fields }) => [scope, fields]));
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
