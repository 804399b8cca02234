import type { EnumModel, Field, ObjectType, TypeRef } from "../model/model.js";
import { enumSchema } from "./enums.js";
import type { JsonObject } from "../model/json.js";
import { isClosed, objectName, objectSchema, type SchemaStyle } from "./schema.js";

type Named = ObjectType | EnumModel;

/** The schema of everything named that these fields lead to, by name. */
export function definitions(
  fields: Iterable<Field>,
  style: SchemaStyle,
): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const type of reachable(fields)) {
    if (!isEnum(type)) found.set(objectName(type, style.direction), objectSchema(type, style));
    else if (isClosed(style)) found.set(type.name, enumSchema(type, style.form === "document"));
  }
  return found;
}

/** Sorted by name, so that moving an operation does not move the components. */
export function byName(...groups: readonly ReadonlyMap<string, JsonObject>[]): JsonObject {
  const entries = groups.flatMap((group) => [...group]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A set iterates over what is added meanwhile, so types that contain themselves come to an end. */
function reachable(fields: Iterable<Field>): ReadonlySet<Named> {
  const found = new Set<Named>();
  for (const field of fields) addNamed(field.type, found);
  for (const type of found) {
    if (!isEnum(type)) for (const field of type.fields) addNamed(field.type, found);
  }
  return found;
}

function addNamed(type: TypeRef, found: Set<Named>): void {
  if (type.kind === "enum" || type.kind === "object") found.add(type.of);
  else if (type.kind !== "scalar") addNamed(type.of, found);
}

function isEnum(type: Named): type is EnumModel {
  return "members" in type;
}
