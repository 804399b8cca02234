import type { VariableStatementStructure } from "ts-morph";
import type { Idempotency, Operation, OperationError } from "../../model/model.js";
import { constant, objectText } from "../constant.js";
import { entryText } from "../errors.js";
import { key, literal } from "../escape.js";
import type { Module } from "../module.js";
import { checkRef, errorRef, inputRef, outputRef, runtime } from "../symbols.js";

export const dataName = ({ functionName }: Operation): string => `${functionName}Operation`;

/** What the runtime interprets: an operation is data, not code. */
export function operationData(operation: Operation, module: Module): VariableStatementStructure {
  const { input, output, http, paging, content, idempotency, limits, see, scopes } = operation;
  const usable = input.fields.filter((field) => !field.unusable);
  const query = usable.filter(({ place }) => place === "query").map(({ property }) => property);
  const renamed = usable.filter(({ property, wire }) => property !== wire);
  const path = http.path.replace(
    /:([A-Za-z0-9_]+)/gu,
    (_, wire: string) => `:${pathProperty(operation, wire)}`,
  );
  const rename = renamed.map(({ property, wire }) => ({
    key: key(property),
    value: literal(wire),
  }));
  const entries: readonly (readonly [string, string | undefined | false])[] = [
    ["id", literal(operation.id)],
    ["method", literal(http.method)],
    ["path", literal(path)],
    ["tokens", literal(operation.tokens)],
    ["effect", literal(operation.effect)],
    ["limits", literal(limits.map((limit) => ({ ...limit })))],
    ["scopes", literal(scopes)],
    ["idempotency", idempotency && literal(idempotencyData(idempotency))],
    ["query", query.length > 0 && literal(query)],
    ["content", content && literal(content)],
    // Only those who send forms carry what writes them.
    ["form", content === "multipart" && module.value(runtime("body", "formBody"))],
    ["rename", rename.length > 0 && objectText(rename)],
    ["paging", paging && `{ items: ${literal(paging.items)} }`],
    ["docs", see && literal(see)],
    ["errors", `[${operation.errors.map((error) => errorText(error, module)).join(", ")}]`],
    ["input", module.value(checkRef(inputRef(input)))],
    ["output", module.value(checkRef(outputRef(output)))],
  ];
  return constant({
    name: dataName(operation),
    exported: false,
    type: `${module.type(runtime("operation", "Operation"))}<${module.type(inputRef(input))}, ${module.type(outputRef(output))}>`,
    value: objectText(
      entries.flatMap(([name, value]) => (typeof value === "string" ? [{ key: name, value }] : [])),
    ),
  });
}

/** By its wire name, as the runtime looks for it in the body that it is about to send. */
const idempotencyData = ({ field, milliseconds }: Idempotency) => ({
  field: field.wire,
  ...(milliseconds === undefined ? {} : { window: milliseconds }),
});

const pathProperty = ({ input }: Operation, wire: string): string =>
  input.fields.find((field) => field.place === "path" && field.wire === wire)?.property ?? wire;

/** The shared entry, or one of its own where the page words the error differently. */
function errorText(error: OperationError, module: Module): string {
  const { base } = error;
  const same = error.label === base.label && error.advice === base.advice;
  return same ? module.value(errorRef(base)) : entryText(error);
}
