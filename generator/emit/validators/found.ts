import type { Field, Scalar, TypeRef } from "../../model/model.js";
import { literal } from "../escape.js";
import { checkEnum, checkRef, inputRef, isRef, outputRef, runtime } from "../symbols.js";
import type { Scope } from "./scope.js";
import { kindText, limits, SCALARS, wrongKind } from "./shape.js";

type List = TypeRef & { readonly kind: "array" | "map" };

/** A value whose issues are wanted. */
interface Place {
  /** The expression that reads it. */
  readonly value: string;
  /** Expressions for its key and index. */
  readonly keys: readonly string[];
  /** Tests that hold when it counts as there; none when it must be there. */
  readonly present: readonly string[];
  /** How many lists and maps it is in. */
  readonly depth: number;
}

/** The statements that add the issues of a field's value. */
export function valueLines(field: Field, scope: Scope): string[] {
  const { local, property, direction, module, report } = scope;
  const { type } = field;
  const value = local(field);
  const isNeeded = direction === "input" ? field.required : field.always;
  const there = `${value} ${direction === "input" ? "!== undefined" : "!= null"}`;
  const keys = [literal(property(field))];
  const place: Place = { value, keys, present: isNeeded ? [] : [there], depth: 0 };
  const rules = limits(field, direction, value, module).map(
    ({ proof, needsProof, broken, code, expected }) => ({
      test: needsProof || type.kind === "array" ? `${proof} && ${broken}` : broken,
      report: report("broken", literal(code), literal(expected), value, ...keys),
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
    { test: wrong, report: report("mismatch", literal(kindText(type)), value, ...keys) },
    ...rules,
  ].map(({ test, report }) => `if (${test}) ${report};`);
  return isNeeded ? [chain.join(" else ")] : [`if (${there}) {`, chain.join(" else "), "}"];
}

const when = (tests: readonly string[], statement: string): string =>
  tests.length === 0 ? statement : `if (${tests.join(" && ")}) ${statement}`;

function linesOf(type: TypeRef, place: Place, scope: Scope): string[] {
  const { direction, module } = scope;
  if (type.kind === "array" || type.kind === "map") return listLines(type, place, scope);
  const { value, keys, present } = place;
  const told = `(${["out", value, ...keys].join(", ")});`;
  const scalar = (name: Scalar) => module.value(runtime("expect", SCALARS[name].check));
  if (type.kind === "object") {
    const ref = direction === "input" ? inputRef(type.of) : outputRef(type.of);
    // Most values are right, and the predicate is the fastest way to know it.
    const isSuspect = `(out.strict || !${module.value(isRef(ref))}(${value}))`;
    return [
      when(
        [...present, present.length > 0 ? isSuspect : isSuspect.slice(1, -1)],
        module.value(checkRef(ref)) + told,
      ),
    ];
  }
  // Any value will do, but nothing is none.
  if (type.kind === "scalar" && type.name === "any" && present.length > 0) return [];
  if (type.kind === "scalar") return [when(present, scalar(type.name) + told)];
  const check = module.value(checkEnum(type.of));
  if (direction === "input") return [when(present, check + told)];
  // The server may send values that are newer than the documentation.
  return [when(present, `(out.strict ? ${check} : ${scalar(type.of.base)})${told}`)];
}

function listLines(type: List, { value, keys, present, depth }: Place, scope: Scope): string[] {
  const { module, report } = scope;
  const guard = module.value(runtime("issues", type.kind === "array" ? "isList" : "isRecord"));
  const wrong = when(present, `${report("mismatch", literal(kindText(type)), value, ...keys)};`);
  const items = itemLines(type, value, keys, scope, depth);
  if (items.length === 0) return [when([`!${guard}(${value})`], wrong)];
  return [`if (${guard}(${value})) {`, ...items, `} else ${wrong}`];
}

function itemLines(
  { kind, of }: List,
  value: string,
  keys: readonly string[],
  scope: Scope,
  depth: number,
): string[] {
  const { direction, report } = scope;
  const index = "ijklmn".charAt(depth % 6);
  const [item, from] = [`inner${depth || ""}`, `from${depth || ""}`];
  const isPart = of.kind === "array" || of.kind === "map";
  // In a map as in an object: what is absent, or null in a reply, is no entry.
  const entry = `${item} ${direction === "input" ? "!== undefined" : "!= null"}`;
  const head =
    kind === "array"
      ? `for (let ${index} = 0; ${index} < ${value}.length; ${index}++)`
      : `for (const ${index} of Object.keys(${value}))`;
  const read = `${value}[${index}]`;
  const isBound = isPart || kind === "map";
  const place: Place = {
    value: isBound ? item : read,
    // A list in a list has a way of its own, which then goes below that of the outer one.
    keys: isPart ? [] : [...keys, index],
    present: kind === "map" ? [entry] : [],
    depth: depth + 1,
  };
  const lines = linesOf(of, place, scope);
  if (lines.length === 0) return [];
  if (!isBound) return [head, ...lines];
  return [
    `${head} {`,
    `const ${item} = ${read};`,
    ...(isPart ? [`const ${from} = out.issues.length;`] : []),
    ...lines,
    ...(isPart ? [`${report("below", from, ...keys, index)};`] : []),
    "}",
  ];
}
