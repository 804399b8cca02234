import type { Field, TypeRef } from "../../model/model.js";
import { literal } from "../escape.js";
import { unreachable } from "../../unreachable.js";
import { checkEnum, checkOpenEnum, checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { isUnusable, type Scope } from "./scope.js";
import { limits, SCALARS } from "./shape.js";

/** The expression for the check of a field's value. */
export function fieldCheck(field: Field, scope: Scope): string {
  const { direction, module } = scope;
  if (isUnusable(field, scope)) return module.value(runtime("checks", "unusable"));
  return limits(field, direction, "value", module).reduce(
    (inner, { proof, broken, code, expected }) =>
      `${module.value(runtime("checks", "limited"))}(${inner}, (value) => ${proof} && ${broken}, ${literal(code)}, ${literal(expected)})`,
    check(field.type, scope),
  );
}

function check(type: TypeRef, scope: Scope): string {
  const { direction, module } = scope;
  const isInput = direction === "input";
  switch (type.kind) {
    case "scalar":
      return module.value(runtime("checks", SCALARS[type.name].check));
    case "object":
      return module.value(checkRef(isInput ? inputRef(type.of) : outputRef(type.of)));
    case "enum":
      // The server may send values that are newer than the documentation.
      return module.value(isInput ? checkEnum(type.of) : checkOpenEnum(type.of));
    case "array":
      return `${module.value(runtime("checks", "list"))}(${check(type.of, scope)})`;
    case "map": {
      // In a map as in an object: what is absent, or null in a reply, is no entry.
      const absent = isInput ? "" : ", null";
      return `${module.value(runtime("checks", "map"))}(${check(type.of, scope)}${absent})`;
    }
    default:
      return unreachable(type);
  }
}
