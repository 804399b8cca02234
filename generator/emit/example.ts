import type { Field, Json, ObjectType, Operation, TypeRef } from "../model/model.js";
import { camelCase } from "../model/names.js";
import { unreachable } from "../unreachable.js";
import { isIdentifier, key, literal } from "./escape.js";

/** As a function of a client, or as a method of the facade. */
export type CallStyle = "function" | "method";

/** A call that compiles and passes the check, for docs. */
export function exampleCall(operation: Operation, style: CallStyle): string {
  const { functionName, method, version, resource, paging, output } = operation;
  const way = [
    operation.service,
    ...(version === 1 ? [] : [`v${version}`]),
    camelCase(resource),
    method,
  ];
  const callee = style === "function" ? functionName : way.join(".");
  const args = [...(style === "function" ? ["client"] : []), ...exampleInput(operation)].join(", ");
  if (paging !== undefined)
    return quoted(`for await (const item of ${callee}(${args})) console.log(item);`);
  const fields = output.fields.map(({ wire }) => wire).filter(isIdentifier);
  const result = fields.length === 1 ? `{ ${fields.join()} }` : "data";
  return quoted(`const ${result} = await ${callee}(${args});`);
}

/** Code that stands in a fence and in a comment, and can end neither: only literals could hold such text. */
const quoted = (code: string): string => code.replaceAll("*/", "*\\/").replaceAll("`", "\\u0060");

/** The input argument: what is required, and what makes a repeated call harmless. */
export function exampleInput({ input, idempotency }: Operation): string[] {
  const wanted = input.fields.filter(
    (field) =>
      !field.unusable && (field.required || field.property === idempotency?.field.property),
  );
  if (wanted.length === 0) return [];
  return [literalFields(wanted)];
}

function literalFields(fields: readonly Field[]): string {
  const text = fields.map((field) => `  ${key(field.property)}: ${valueText(field)},`);
  return `{\n${text.join("\n")}\n}`;
}

function valueText(field: Field): string {
  return field.type.kind === "scalar" && field.type.name === "file"
    ? 'new Blob(["…"])'
    : literal(exampleValue(field));
}

/** The documented example, or a plain value of the type. */
export function exampleValue(field: Field): Json {
  const { type, example, default: fallback } = field;
  if (example !== undefined && type.kind !== "object" && !holdsObject(type)) return example;
  return fallback ?? sample(type, 0);
}

const holdsObject = (type: TypeRef): boolean =>
  type.kind === "object" ||
  ((type.kind === "array" || type.kind === "map") && holdsObject(type.of));

function sample(type: TypeRef, depth: number): Json {
  switch (type.kind) {
    case "scalar":
      return SAMPLES[type.name];
    case "enum":
      return type.of.members[0]?.value ?? "";
    case "object":
      return depth > MAX_DEPTH ? {} : objectSample(type.of, depth);
    case "array":
      return [sample(type.of, depth + 1)];
    case "map":
      return { key: sample(type.of, depth + 1) };
    default:
      return unreachable(type);
  }
}

const MAX_DEPTH = 6;
const SAMPLES = { string: "…", int: 1, float: 1, boolean: true, file: "…", any: "…" } as const;

function objectSample({ fields }: ObjectType, depth: number): Json {
  const wanted = fields.filter(({ required, unusable }) => required && !unusable);
  return Object.fromEntries(
    wanted.map((field) => [field.wire, field.example ?? sample(field.type, depth + 1)]),
  );
}
