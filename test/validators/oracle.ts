import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Direction, ObjectType } from "../../generator/model/model.js";
import { levelSchema } from "../../generator/openapi/level.js";
import type { Level } from "../../generator/openapi/schema.js";
import type { Issue } from "../../templates/runtime/issues.js";

/** The independent validator, on the schema that is generated apart from ours. */
export const schemaOf = (type: ObjectType, direction: Direction, level: Level): ValidateFunction =>
  new Ajv2020({ strictTypes: false, allErrors: true }).compile(
    levelSchema(type, { direction, level }),
  );

/** Undefined is absent, and so is null in a reply: JSON Schema does not know. */
export function asJson(value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return Array.from(value, (item) => asJson(item, direction));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && (direction === "input" || inner !== null))
    .map(([key, inner]) => [key, asJson(inner, direction)] as const);
  return Object.assign(Object.create(null) as object, Object.fromEntries(entries));
}

/** Where our issues are, as JSON Pointers. */
export const pathsOf = (issues: readonly Issue[]): string[] =>
  unique(issues.map(({ path }) => pathText(path)));

export const pathText = (path: Issue["path"]): string =>
  path.map((key) => `/${pointer(key)}`).join("");

/** Where the independent validator found something. */
export const placesOf = ({ errors }: ValidateFunction): string[] =>
  unique((errors ?? []).filter(({ keyword }) => keyword !== "if").map(placeOf));

function placeOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Partial<Record<string, string>>;
  const key = missingProperty ?? additionalProperty;
  return key === undefined ? instancePath : `${instancePath}/${pointer(key)}`;
}

const pointer = (key: string | number) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
