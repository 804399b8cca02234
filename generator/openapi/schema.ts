import type { Direction, Field, ObjectType, Scalar, TypeRef } from "../model/model.js";
import { unreachable } from "../unreachable.js";
import { facts } from "./annotations.js";
import { conditionRules } from "./conditions.js";
import { enumFacts, enumType } from "./enums.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";
import { limits } from "./limits.js";
import { description } from "./text.js";

export type JsonSchema = JsonObject;
export type Level = "documented" | "strict";

export interface SchemaStyle {
  readonly direction: Direction;
  readonly level: Level;
  /**
   * `document`: flat and annotated, for readers and generators of clients. `check`: only what can
   * fail, with the conditional parts as if/then; files may be anything, since JSON has none.
   */
  readonly form: "document" | "check";
  /** Where named schemas are: `#/components/schemas/`. */
  readonly home: string;
}

/** The schema of a type. A named one is a reference; `definitions` has its target. */
function typeSchema(type: TypeRef, style: SchemaStyle): JsonSchema {
  switch (type.kind) {
    case "scalar":
      return scalarSchema(type.name, style);
    case "enum":
      if (isClosed(style)) return { $ref: style.home + type.of.name };
      if (!isDocument(style)) return scalarSchema(type.of.base, style);
      return record({ type: enumType(type.of), ...enumFacts(type.of) });
    case "object":
      return { $ref: style.home + objectName(type.of, style.direction) };
    case "array":
      return { type: "array", items: typeSchema(type.of, style) };
    case "map":
      return { type: "object", additionalProperties: typeSchema(type.of, style) };
    default:
      return unreachable(type);
  }
}

export function objectName(type: ObjectType, direction: Direction): string {
  return direction === "input" ? type.inputName : type.outputName;
}

/** A named object in full. */
export function objectSchema(type: ObjectType, style: SchemaStyle): JsonSchema {
  return {
    ...only(isDocument(style), record({ description: description(type) })),
    ...fieldsSchema(type.fields, style),
  };
}

/** An object with these fields; the body of a request is one without a name. */
export function fieldsSchema(fields: readonly Field[], style: SchemaStyle): JsonSchema {
  const key = (field: Field): string => (isDocument(style) ? field.wire : field.property);
  const required = fields.filter((field) => isRequired(field, style.direction)).map(key);
  const input = style.direction === "input";
  const rules = input && !isDocument(style) ? conditionRules(fields, style.level === "strict") : [];
  return record({
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [key(field), fieldSchema(field, style)])),
    required: required.length > 0 ? required : undefined,
    additionalProperties: !input && style.level === "documented",
    allOf: rules.length > 0 ? rules : undefined,
  });
}

export function fieldSchema(field: Field, style: SchemaStyle): JsonSchema {
  const input = style.direction === "input";
  if (input && field.unusable && !isDocument(style)) return { not: {} };
  return {
    ...typeSchema(field.type, style),
    ...only(input, limits(field)),
    ...only(isDocument(style), facts(field, style.direction)),
  };
}

/** Named enums exist where values are closed: in all inputs, and in outputs that are strict. */
export function isClosed(style: SchemaStyle): boolean {
  return style.direction === "input" || style.level === "strict";
}

function isRequired(field: Field, direction: Direction): boolean {
  return direction === "input" ? field.required && !field.unusable : field.always;
}

function scalarSchema(name: Scalar, style: SchemaStyle): JsonSchema {
  switch (name) {
    case "string":
    case "boolean":
      return { type: name };
    case "float":
      return { type: "number" };
    case "int":
      // What a double cannot hold has already lost digits when we see it.
      return {
        type: "integer",
        minimum: Number.MIN_SAFE_INTEGER,
        maximum: Number.MAX_SAFE_INTEGER,
      };
    case "file":
      if (!isDocument(style)) return {};
      return { type: "string", contentMediaType: "application/octet-stream" };
    case "any":
      return {};
    default:
      return unreachable(name);
  }
}

function isDocument(style: SchemaStyle): boolean {
  return style.form === "document";
}

function only(condition: boolean, part: JsonObject): JsonObject {
  return condition ? part : {};
}
