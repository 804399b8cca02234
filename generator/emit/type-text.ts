import type { Direction, TypeRef } from "../model/model.js";
import { unreachable } from "../unreachable.js";
import type { Module } from "./module.js";
import { enumRef, inputRef, outputRef, runtime } from "./symbols.js";

/** A type reference as TypeScript; what the server sends may hold values that we do not know yet. */
export function typeText(type: TypeRef, direction: Direction, module: Module): string {
  switch (type.kind) {
    case "scalar":
      return scalarText(type.name, module);
    case "enum": {
      const name = module.type(enumRef(type.of));
      return direction === "input" ? name : `${module.type(runtime("types", "Open"))}<${name}>`;
    }
    case "object":
      return module.type(direction === "input" ? inputRef(type.of) : outputRef(type.of));
    case "array":
      return direction === "input"
        ? `readonly ${bracketed(typeText(type.of, direction, module))}[]`
        : `${bracketed(typeText(type.of, direction, module))}[]`;
    case "map":
      return direction === "input"
        ? `Readonly<Record<string, ${typeText(type.of, direction, module)}>>`
        : `Record<string, ${typeText(type.of, direction, module)}>`;
    default:
      return unreachable(type);
  }
}

function scalarText(name: (TypeRef & { kind: "scalar" })["name"], module: Module): string {
  switch (name) {
    case "int":
    case "float":
      return "number";
    case "any":
      return "unknown";
    case "file":
      return module.type(runtime("types", "FileInput"));
    default:
      return name;
  }
}

const bracketed = (text: string): string => (text.startsWith("readonly ") ? `(${text})` : text);
