import type { Field, TypeRef } from "../../model/model.js";
import { literal } from "../escape.js";
import { unreachable } from "../../unreachable.js";
import { checkEnum, checkOpenEnum, checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import type { Scope } from "./scope.js";
import { kindText, limits, SCALARS, wrongKind } from "./shape.js";

/** A value whose issues are wanted. */
interface Place {
  /** The expression that reads it. */
  readonly value: string;
  readonly key: string;
  /** Tests that hold when it counts as there; none when it must be there. */
  readonly present: readonly string[];
}

/** The statements that add the issues of a field's value. */
export function valueLines(field: Field, scope: Scope): string[] {
  const { local, property, direction, module, report } = scope;
  const { type } = field;
  const value = local(field);
  const isNeeded = direction === "input" ? field.required : field.always;
  const there = `${value} ${direction === "input" ? "!== undefined" : "!= null"}`;
  const key = literal(property(field));
  const place: Place = { value, key, present: isNeeded ? [] : [there] };
  const rules = limits(field, direction, value, module).map(
    ({ proof, needsProof, broken, code, expected }) => ({
      test: needsProof || type.kind === "array" ? `${proof} && ${broken}` : broken,
      report: report("broken", literal(code), literal(expected), value, key),
    }),
  );
  if (rules.length === 0) return linesOf(type, place, scope);
  // The size of a list says nothing about its items.
  if (type.kind === "array")
    return [
      ...linesOf(type, place, scope),
      ...rules.map(({ test, report }) => when([test], `${report};`)),
    ];
  // Else one issue a value is enough.
  const wrong = wrongKind(type, value, direction, module) ?? "";
  const chain = [
    { test: wrong, report: report("mismatch", literal(kindText(type)), value, key) },
    ...rules,
  ].map(({ test, report }) => `if (${test}) ${report};`);
  return isNeeded ? [chain.join(" else ")] : [`if (${there}) {`, chain.join(" else "), "}"];
}

const when = (tests: readonly string[], statement: string): string =>
  tests.length === 0 ? statement : `if (${tests.join(" && ")}) ${statement}`;

function linesOf(type: TypeRef, { value, key, present }: Place, scope: Scope): string[] {
  // Any value will do, but nothing is none.
  if (type.kind === "scalar" && type.name === "any" && present.length > 0) return [];
  return [when(present, `${checkCall(type, value, key, scope)};`)];
}

/** The call that adds the issues of a value under a key. */
function checkCall(type: TypeRef, value: string, key: string, scope: Scope): string {
  const { report, direction } = scope;
  if (type.kind === "array") return report("checkList", value, itemCheck(type.of, scope), key);
  if (type.kind === "map") {
    // In a map as in an object: what is absent, or null in a reply, is no entry.
    const absent = direction === "input" ? [] : ["null"];
    return report("checkMap", value, itemCheck(type.of, scope), key, ...absent);
  }
  return `${itemCheck(type, scope)}(out, ${value}, ${key})`;
}

/** The function that checks values of a type. */
function itemCheck(type: TypeRef, scope: Scope): string {
  const { direction, module } = scope;
  const isInput = direction === "input";
  switch (type.kind) {
    case "scalar":
      return module.value(runtime("expect", SCALARS[type.name].check));
    case "object":
      return module.value(checkRef(isInput ? inputRef(type.of) : outputRef(type.of)));
    case "enum":
      // The server may send values that are newer than the documentation.
      return module.value(isInput ? checkEnum(type.of) : checkOpenEnum(type.of));
    case "array":
    case "map": {
      const inner = module.value(runtime("expect", "inner"));
      return `${inner}((out, item, index) => ${checkCall(type, "item", "index", scope)})`;
    }
    default:
      return unreachable(type);
  }
}
