import { type, type Type } from "arktype";
import type { Level } from "../side.js";
import type { Model, Shape } from "./model.js";

/** The model as one would write it with arktype: a constant for every type. */
export function detailArktype({ root, objects }: Model, level: Level): Type {
  const done = new Map<string, Type>();
  const object = (name: string): Type => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const fields = Object.entries(objects[name] ?? {});
    const made = type.raw({
      "+": level === "loose" ? "ignore" : "reject",
      ...Object.fromEntries(fields.map(([key, field]) => [`${key}?`, schema(field).or("null")])),
    }) as Type;
    done.set(name, made);
    return made;
  };
  const schema = (shape: Shape): Type => {
    switch (shape.kind) {
      case "string":
        return type("string") as unknown as Type;
      case "integer":
        return type("number.integer & number.safe") as unknown as Type;
      case "number":
        return type("number") as unknown as Type;
      case "boolean":
        return type("boolean") as unknown as Type;
      case "enum":
        return type.enumerated(...shape.values) as unknown as Type;
      case "list":
        return schema(shape.of).array() as unknown as Type;
      case "object":
        return object(shape.name);
    }
  };
  return object(root);
}
