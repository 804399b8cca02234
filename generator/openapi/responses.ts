import type { ErrorModel, Json, Operation } from "../model/model.js";
import type { JsonObject } from "../model/json.js";
import { record, withoutNulls } from "./json.js";
import { objectName, type SchemaStyle } from "./schema.js";
import { markdown } from "./text.js";

/** Names of the components that every service has. No type can have them: they are in lower case. */
export const PLATFORM_ERROR = "platform-error";
export const ERROR_DETAILS = "error-details";

/** An error as `x-errors` tells it. */
export function errorFacts({ code, status, name, label, advice }: ErrorModel): JsonObject {
  return record({ code, status, name, label, advice });
}

/**
 * By HTTP status, as the page has them; `4XX` is what the platform itself may answer to any call.
 * Errors documented under the status of success are in that reply's `code`.
 */
export function responses(operation: Operation, style: SchemaStyle): JsonObject {
  const { errors } = operation;
  const statuses = new Set(errors.flatMap(({ status }) => (status === undefined ? [] : [status])));
  const refusals = [...statuses].filter((status) => status !== 200);
  const at = (status: number): readonly ErrorModel[] =>
    errors.filter((error) => error.status === status);
  return {
    "200": success(operation, at(200), style),
    ...Object.fromEntries(refusals.map((status) => [String(status), errorResponse(at(status))])),
    "4XX": { $ref: `#/components/responses/${PLATFORM_ERROR}` },
  };
}

/** What the platform answers before an operation is reached. */
export function platformResponse(errors: readonly ErrorModel[]): JsonObject {
  return record({
    description: "Refused by the platform.",
    content: json(envelope(errors, {}, DETAILS)),
    "x-errors": errors.length > 0 ? errors.map(errorFacts) : undefined,
  });
}

function success(
  operation: Operation,
  errors: readonly ErrorModel[],
  style: SchemaStyle,
): JsonObject {
  const { output, examples } = operation;
  const data =
    output.fields.length === 0
      ? { type: "object" }
      : { $ref: style.home + objectName(output, style.direction) };
  const example = examples.response === undefined ? undefined : withoutNulls(examples.response);
  return {
    description: "The call succeeded when `code` is 0.",
    content: json(envelope(errors, { data }, {}), example),
  };
}

function errorResponse(errors: readonly ErrorModel[]): JsonObject {
  const description = errors.map(({ code, label }) => `${code} ${label}`).join("; ");
  return { description: markdown(description), content: json(envelope(errors, {}, DETAILS)) };
}

const DETAILS: JsonObject = { error: { $ref: `#/components/schemas/${ERROR_DETAILS}` } };

/** Only `code` is certain: one operation writes `message` for `msg`, and `data` may be missing. */
function envelope(
  errors: readonly ErrorModel[],
  before: JsonObject,
  after: JsonObject,
): JsonObject {
  return {
    type: "object",
    properties: { code: codeSchema(errors), msg: { type: "string" }, ...before, ...after },
    required: ["code"],
    additionalProperties: true,
  };
}

function codeSchema(errors: readonly ErrorModel[]): JsonObject {
  const code = { type: "integer" };
  if (errors.length === 0) return code;
  return {
    ...code,
    "x-extensible-enum": errors.map((error) => error.code),
    "x-enum-varnames": errors.map((error) => error.name),
    "x-enum-descriptions": errors.map((error) => error.label),
  };
}

function json(schema: JsonObject, example?: Json): JsonObject {
  return { "application/json": record({ schema, example }) };
}
