import type { FieldSpecs } from "../../lint/fields.js";
import type { OperationText, TypeText } from "../../lint/grammar.js";
import { inlineTypeName, inputName, operationNames, pascalCase } from "../../model/names.js";

/** A name that the package would export, and the thing of the spec that it belongs to. */
export type Export = readonly [name: string, owner: string];

/** The members of the enum that a field has, if any. */
export type MembersOf = (type: TypeText | undefined) => readonly string[];

type Direction = "input" | "output";
const BOTH: readonly Direction[] = ["input", "output"];

/** All names that a type brings with it, whichever way it travels. */
export function* typeExports(
  name: string,
  fields: FieldSpecs,
  members: MembersOf,
): Iterable<Export> {
  const owner = `type ${name}`;
  yield [name, owner];
  yield [inputName(name), owner];
  yield* variantExports(name, fields, members, owner);
  yield* inlineExports(name, fields, members, BOTH, owner);
}

export function* enumExports(name: string): Iterable<Export> {
  const owner = `enum ${name}`;
  yield [name, owner];
  yield [`${name}Label`, owner];
}

export function* errorExports(name: string, code: number): Iterable<Export> {
  yield [name, `error ${code}`];
}

export function* operationExports(
  resource: string,
  action: string,
  operation: OperationText,
  members: MembersOf,
): Iterable<Export> {
  const id = `${resource}.${action}`;
  yield* ownExports(resource, action);
  const { pascal } = operationNames(resource, action);
  const { path = {}, query = {}, body = {}, response = {} } = operation;
  const inputs: FieldSpecs = { ...path, ...query, ...body };
  yield* variantExports(pascal, inputs, members, id);
  for (const fields of [path, query, body])
    yield* inlineExports(pascal, fields, members, ["input"], id);
  yield* inlineExports(pascal, response, members, ["output"], id);
}

/** Those that an operation has whatever its fields are. */
export function* ownExports(resource: string, action: string): Iterable<Export> {
  const id = `${resource}.${action}`;
  const { functionName, pascal, input, output, errorCode, version } = operationNames(
    resource,
    action,
  );
  for (const name of [functionName, input, output, `${input}Schema`, `${output}Schema`, errorCode])
    yield [name, id];
  // No type is exported under the bare name, but inline ones are called after it.
  yield [`${pascal}Base`, id];
  yield [
    `${pascalCase(resource)}Resource${version === 1 ? "" : `V${version}`}`,
    `resource ${resource}`,
  ];
}

function* inlineExports(
  parent: string,
  fields: FieldSpecs,
  members: MembersOf,
  directions: readonly Direction[],
  owner: string,
): Iterable<Export> {
  for (const [wire, field] of Object.entries(fields)) {
    if (field.fields === undefined) continue;
    const name = inlineTypeName(parent, wire);
    const own = `${owner}/${wire}`;
    if (directions.includes("output")) yield [name, own];
    if (directions.includes("input")) {
      yield [inputName(name), own];
      yield* variantExports(name, field.fields, members, own);
    }
    yield* inlineExports(name, field.fields, members, directions, own);
  }
}

/** An input with conditions may be exported as a union, with a name for each of its variants. */
function* variantExports(
  name: string,
  fields: FieldSpecs,
  members: MembersOf,
  owner: string,
): Iterable<Export> {
  const siblings = new Set(
    Object.values(fields).flatMap(({ when = {}, requiredWhen = {} }) => [
      ...Object.keys(when),
      ...Object.keys(requiredWhen),
    ]),
  );
  for (const sibling of siblings) {
    const words = members(Object.hasOwn(fields, sibling) ? fields[sibling]?.type : undefined);
    const others = words.length === 0 ? [] : ["Other", "Untagged", "Base"];
    for (const word of [...words, ...others, ...others.map((other) => `Any${other}`)])
      yield [inputName(name + word), owner];
  }
}
