import type { Direction, Field, ObjectType, TypeRef } from "../../model/model.js";

/** Whether the level `strict` asks more of a type than `documented`: its predicate then has a parameter for it. */
export function isStricter(type: ObjectType, direction: Direction): boolean {
  if (direction === "output") return true;
  // Types may hold each other.
  const reached = new Set([type]);
  for (const { fields } of reached) {
    const used = fields.filter(({ unusable }) => !unusable);
    if (used.some(isConditional)) return true;
    for (const field of used) {
      const held = objectOf(field.type);
      if (held) reached.add(held);
    }
  }
  return false;
}

/** Whether a field is for some values of its siblings only, which is asked of what is sent. */
export const isConditional = ({ when, unusable }: Field): boolean => when.length > 0 && !unusable;

function objectOf(type: TypeRef): ObjectType | undefined {
  if (type.kind === "array" || type.kind === "map") return objectOf(type.of);
  return type.kind === "object" ? type.of : undefined;
}
