import type { JsonSchema } from "../json-schema.js";
import type { Level } from "../side.js";
import type { Model, Shape } from "./model.js";

/** The model as JSON Schema, with `type` lists in place of unions, which validators do better with. */
export function detailJsonSchema({ root, objects }: Model, level: Level): JsonSchema {
  const $defs: Record<string, JsonSchema> = {};
  const object = (name: string, orNull: boolean): JsonSchema => {
    const key = orNull ? `${name}OrNull` : name;
    if (!Object.hasOwn($defs, key)) {
      const properties: Record<string, JsonSchema> = {};
      const type = orNull ? (["object", "null"] as const) : "object";
      $defs[key] = { type, properties, additionalProperties: level === "loose" };
      for (const [field, shape] of Object.entries(objects[name] ?? {}))
        properties[field] = schema(shape, true);
    }
    return { $ref: `#/$defs/${key}` };
  };
  const schema = (shape: Shape, orNull: boolean): JsonSchema => {
    if (shape.kind === "object") return object(shape.name, orNull);
    if (shape.kind === "enum") return { enum: orNull ? [...shape.values, null] : shape.values };
    const kind = shape.kind === "list" ? "array" : shape.kind;
    const type = orNull ? ([kind, "null"] as const) : kind;
    if (shape.kind === "list") return { type, items: schema(shape.of, false) };
    return shape.kind === "integer" ? { type, ...SAFE } : { type };
  };
  object(root, false);
  const { [root]: top, ...others } = $defs;
  return { ...top, $defs: others };
}

const SAFE = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
