import type { Scalar, TypeRef } from "../model/model.js";
import { unreachable } from "../unreachable.js";

/**
 * What the texts of one parameter mean for its type. Text that means nothing stays text and several
 * values stay a list, so that the check names what is wrong.
 */
export function coerce(type: TypeRef, texts: readonly string[]): unknown {
  if (type.kind === "array") return texts.map((text) => coerceOne(type.of, text));
  const [text] = texts;
  return text !== undefined && texts.length === 1 ? coerceOne(type, text) : texts;
}

function coerceOne(type: TypeRef, text: string): unknown {
  switch (type.kind) {
    case "scalar":
      return coerceScalar(type.name, text);
    case "enum":
      return coerceScalar(type.of.base, text);
    case "object":
    case "array":
    case "map":
      return parsed(text);
    default:
      return unreachable(type);
  }
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

function coerceScalar(name: Scalar, text: string): unknown {
  switch (name) {
    case "int":
    case "float":
      return NUMBER.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "string":
    case "file":
    case "any":
      return text;
    default:
      return unreachable(name);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
