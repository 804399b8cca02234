import type { Field, Json, ObjectType, Scalar, TypeRef } from "../model/model.js";
import { unreachable } from "../unreachable.js";
import type { JsonObject } from "../model/json.js";

/** A value for an object the page has no example of, from its fields' examples and types. */
export function sampleObject(type: ObjectType, around: readonly ObjectType[] = []): JsonObject {
  const inside = [...around, type];
  const fields = type.fields.filter((field) => !field.unusable && !returns(field.type, inside));
  return Object.fromEntries(fields.map((field) => [field.wire, sampleField(field, inside)]));
}

function sampleField({ example, type }: Field, around: readonly ObjectType[]): Json {
  return example ?? sample(type, around);
}

function sample(type: TypeRef, around: readonly ObjectType[]): Json {
  switch (type.kind) {
    case "scalar":
      return SCALARS[type.name];
    case "enum":
      return type.of.members[0]?.value ?? SCALARS[type.of.base];
    case "object":
      return sampleObject(type.of, around);
    case "array":
      return [sample(type.of, around)];
    case "map":
      return {};
    default:
      return unreachable(type);
  }
}

const SCALARS: Readonly<Record<Scalar, Json>> = {
  string: "text",
  int: 1,
  float: 1.5,
  boolean: true,
  file: "",
  any: {},
};

/** Whether a field leads back to an object that it is already inside of. */
function returns(type: TypeRef, around: readonly ObjectType[]): boolean {
  if (type.kind === "object") return around.includes(type.of);
  return type.kind === "array" && returns(type.of, around);
}
