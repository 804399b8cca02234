import * as z from "zod";
import type { Level } from "../side.js";
import type { Model, Shape } from "./model.js";

/** The model as one would write it with zod: a constant for every type. */
export function detailZod({ root, objects }: Model, level: Level): z.ZodType {
  const done = new Map<string, z.ZodType>();
  const object = (name: string): z.ZodType => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const fields = Object.entries(objects[name] ?? {});
    const shape = Object.fromEntries(fields.map(([key, field]) => [key, schema(field).nullish()]));
    const made = level === "loose" ? z.object(shape) : z.strictObject(shape);
    done.set(name, made);
    return made;
  };
  const schema = (shape: Shape): z.ZodType => {
    switch (shape.kind) {
      case "string":
        return z.string();
      case "integer":
        return z.int();
      case "number":
        return z.number();
      case "boolean":
        return z.boolean();
      case "enum":
        return z.literal([...shape.values]);
      case "list":
        return z.array(schema(shape.of));
      case "object":
        return object(shape.name);
    }
  };
  return object(root);
}
