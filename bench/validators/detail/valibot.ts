import * as v from "valibot";
import type { Level } from "../side.js";
import type { Model, Shape } from "./model.js";

/** The model as one would write it with valibot: a constant for every type. */
export function detailValibot({ root, objects }: Model, level: Level): v.GenericSchema {
  const done = new Map<string, v.GenericSchema>();
  const object = (name: string): v.GenericSchema => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const fields = Object.entries(objects[name] ?? {});
    const entries = Object.fromEntries(
      fields.map(([key, field]) => [key, v.nullish(schema(field))]),
    );
    const made = level === "loose" ? v.object(entries) : v.strictObject(entries);
    done.set(name, made);
    return made;
  };
  const schema = (shape: Shape): v.GenericSchema => {
    switch (shape.kind) {
      case "string":
        return v.string();
      case "integer":
        return v.pipe(v.number(), v.safeInteger());
      case "number":
        return v.number();
      case "boolean":
        return v.boolean();
      case "enum":
        return v.picklist([...shape.values]);
      case "list":
        return v.array(schema(shape.of));
      case "object":
        return object(shape.name);
    }
  };
  return object(root);
}
