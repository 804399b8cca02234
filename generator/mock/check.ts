import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Field, Operation } from "../model/model.js";
import { levelSchema } from "../openapi/level.js";
import type { Violation } from "./answer.js";
import { fileViolations } from "./files.js";

export type Check = (
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
) => readonly Violation[];

/** Enough to act on; a list of a million wrong items needs no million lines. */
const MOST = 20;

/**
 * Checks inputs against their exported schemas with a validator that is none of ours. A schema is
 * compiled when its operation is first called.
 */
export function createCheck(): Check {
  // Parts of an `if` have no `type`; that is how they apply to what the rest has checked.
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false });
  const compiled = new Map<Operation, ValidateFunction>();
  return (operation, input) => {
    const schema = { direction: "input", level: "documented" } as const;
    const validate = compiled.get(operation) ?? ajv.compile(levelSchema(operation.input, schema));
    compiled.set(operation, validate);
    const errors = validate(input) ? [] : (validate.errors ?? []);
    const { fields } = operation.input;
    return [
      // An `if` only repeats what its `then` has said.
      ...errors.filter(({ keyword }) => keyword !== "if").map((error) => violation(error, fields)),
      ...fileViolations(fields, input),
    ].slice(0, MOST);
  };
}

function violation(error: ErrorObject, fields: readonly Field[]): Violation {
  const { missingProperty, additionalProperty } = error.params;
  const last: unknown = missingProperty ?? additionalProperty;
  const path = error.instancePath.split("/").slice(1).map(unescape);
  const keys = typeof last === "string" ? [...path, last] : path;
  const value = last === undefined ? shown(error.data) : undefined;
  return {
    field: wirePath(keys, fields),
    ...(value === undefined ? {} : { value }),
    description: describe(error),
  };
}

function describe({ keyword, params, message }: ErrorObject): string {
  if (keyword === "enum") return `must be one of ${params["allowedValues"].join(", ")}`;
  if (keyword === "required") return "is required";
  if (keyword === "additionalProperties") return "is not known";
  if (keyword === "not") return "must not be used";
  return message ?? "is not valid";
}

/** `list[0].name`, with the name that the first field has on the wire. */
function wirePath([first = "", ...rest]: readonly string[], fields: readonly Field[]): string {
  const wire = fields.find(({ property }) => property === first)?.wire ?? first;
  return rest.reduce(
    (path, key) => (/^\d+$/u.test(key) ? `${path}[${key}]` : `${path}.${key}`),
    wire,
  );
}

function unescape(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function shown(value: unknown): string | undefined {
  if (value === null || typeof value === "object") return undefined;
  return String(value).slice(0, 100);
}
