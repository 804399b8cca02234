import type {
  Bounds,
  Condition,
  EnumModel,
  Field,
  Json,
  ObjectType,
  Operation,
  TypeRef,
} from "../model/model.js";
import { camelCase } from "../model/names.js";
import { isList, isObject } from "../model/json.js";
import { unreachable } from "../unreachable.js";
import { access, commented, isIdentifier, key, literal } from "./escape.js";
import { isReserved } from "./reserved-words.js";

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
  const input = [...exampleInput(operation), ...exampleOptions(operation)];
  const args = [...(style === "function" ? ["client"] : []), ...input].join(", ");
  const given = `${callee}(${args})`;
  if (paging !== undefined) {
    const list = input.length > 0 ? "items" : given;
    const first = input.length > 0 ? `const items = ${given};\n` : "";
    return quoted(`${first}for await (const item of ${list}) console.log(item);`);
  }
  const usable = output.fields.filter(({ unusable }) => !unusable);
  const [field, ...others] = usable.map(({ wire }) => wire);
  const taken = ["client", ...way];
  const isVariable =
    field !== undefined && isIdentifier(field) && !isReserved(field) && !taken.includes(field);
  const result = isVariable && others.length === 0 ? `{ ${field} }` : "data";
  return quoted(`const ${result} = await ${given};`);
}

/** Code that stands in a fence and in a comment, and can end neither: only literals could hold such text. */
const quoted = (code: string): string => commented(code).replaceAll("`", "\\u0060");

/** An operation that takes no tenant token needs one for each call. */
function exampleOptions(operation: Operation): string[] {
  if (operation.tokens.includes("tenant")) return [];
  const input = exampleInput(operation).length === 0 ? ["{}"] : [];
  return [...input, '{ token: "u-…" }'];
}

/** The input argument. */
export function exampleInput(operation: Operation): string[] {
  const fields = exampleFields(operation);
  const text = fields.map((field) => `  ${key(field.property)}: ${valueText(field)},`);
  return fields.length === 0 ? [] : [`{\n${text.join("\n")}\n}`];
}

/** The enums that an example names, for its imports. */
export function exampleEnums(operation: Operation): readonly string[] {
  const named = exampleFields(operation).flatMap((field) =>
    enumsIn(field.type, exampleValue(field)),
  );
  return [...new Set(named)].sort();
}

/** What is required, and what makes a repeated call harmless. */
export function exampleFields({ input, idempotency }: Operation): readonly Field[] {
  const key = idempotency?.field.property;
  return needed(input.fields, (field) => field.required || field.property === key);
}

/** The fields that are wanted, and those which their values make necessary. */
function needed(fields: readonly Field[], wanted: (field: Field) => boolean): readonly Field[] {
  const usable = fields.filter(({ unusable }) => !unusable);
  const names = new Set(usable.filter(wanted).map(({ property }) => property));
  const isDue = ({ property, requiredWhen }: Field) =>
    !names.has(property) &&
    requiredWhen.length > 0 &&
    requiredWhen.every(({ sibling, test }) => {
      const given = names.has(sibling.property);
      return given ? passes(exampleValue(sibling), test) : test.kind === "absent";
    });
  // Of several that would do, one that nobody advises against.
  const inTurn = [...usable].sort((a, b) => Number(a.deprecated) - Number(b.deprecated));
  for (let due = inTurn.find(isDue); due !== undefined; due = inTurn.find(isDue))
    names.add(due.property);
  return usable.filter(({ property }) => names.has(property));
}

function passes(value: Json, test: Condition["test"]): boolean {
  if (test.kind === "present" || test.kind === "absent") return test.kind === "present";
  const wanted = test.kind === "boolean" ? [test.value] : test.members.map(({ value }) => value);
  return [value].flat().some((item) => wanted.some((other) => other === item));
}

const valueText = (field: Field): string =>
  fileText(field.type) ?? code(field.type, exampleValue(field));

/** A value of a type as people write it: the members of enums by their names. */
function code(type: TypeRef, value: Json): string {
  if (type.kind === "enum") return memberText(type.of, value) ?? literal(value);
  if (isList(value))
    return `[${parts(type, value)
      .map(([of, part]) => code(of, part))
      .join(", ")}]`;
  if (!isObject(value)) return literal(value);
  const texts = parts(type, value).map(([of, part, name]) => `${key(name)}: ${code(of, part)}`);
  return texts.length === 0 ? "{}" : `{ ${texts.join(", ")} }`;
}

function enumsIn(type: TypeRef, value: Json): readonly string[] {
  if (type.kind === "enum") return memberText(type.of, value) === undefined ? [] : [type.of.name];
  return parts(type, value).flatMap(([of, part]) => enumsIn(of, part));
}

function memberText({ name, members }: EnumModel, value: Json): string | undefined {
  const member = members.find((member) => member.value === value);
  return member && `${name}${access(member.name)}`;
}

/** What a list or an object holds, each with its type and, in an object, its name. */
function parts(type: TypeRef, value: Json): readonly (readonly [TypeRef, Json, string])[] {
  if (isList(value)) {
    const of = type.kind === "array" ? type.of : ANY;
    return value.map((item) => [of, item, ""] as const);
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, inner]) => [partType(type, name), inner, name] as const);
}

function partType(type: TypeRef, name: string): TypeRef {
  if (type.kind === "map") return type.of;
  const fields = type.kind === "object" ? type.of.fields : [];
  return fields.find(({ wire }) => wire === name)?.type ?? ANY;
}

const ANY: TypeRef = { kind: "scalar", name: "any" };

/** Files are no literals. */
function fileText(type: TypeRef): string | undefined {
  if (type.kind === "scalar" && type.name === "file") return 'new Blob(["…"])';
  const item = type.kind === "array" ? fileText(type.of) : undefined;
  return item && `[${item}]`;
}

/** The documented example, or a plain value of the type. */
function exampleValue(field: Field): Json {
  const { type, example, default: fallback } = field;
  if (example !== undefined && type.kind !== "object" && !holdsObject(type)) return example;
  return fallback ?? fitting(sample(type, 0), field.bounds);
}

/** The value, moved into its bounds. */
function fitting(value: Json, { min, max, minLength = 0, minItems = 1 }: Bounds): Json {
  const within = (number: number) => Math.min(Math.max(number, min ?? number), max ?? number);
  if (typeof value === "number") return within(value);
  if (Array.isArray(value)) return Array.from({ length: minItems }, () => value[0] ?? null);
  if (typeof value !== "string") return value;
  return (min ?? max) === undefined ? value.padEnd(minLength, "…") : String(within(1));
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
  const wanted = needed(fields, ({ required }) => required);
  return Object.fromEntries(
    wanted.map((field) => [
      field.wire,
      field.example ?? fitting(sample(field.type, depth + 1), field.bounds),
    ]),
  );
}
