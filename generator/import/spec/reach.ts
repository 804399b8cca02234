import { baseType, type FieldSpecs } from "../../lint/fields.js";
import type { OperationText, TypeSpec } from "../../lint/grammar.js";

export interface Reached {
  /** Of a type or an enum. */
  readonly name: string;
  readonly isSent: boolean;
}

/** Every name that the fields of an operation lead to, and whether a caller sends it. */
export function reach(
  types: ReadonlyMap<string, { readonly value: TypeSpec }>,
  { path = {}, query = {}, body = {}, response = {} }: OperationText,
): readonly Reached[] {
  const found = new Map<string, Reached>();
  const waiting: { readonly fields: FieldSpecs; readonly isSent: boolean }[] = [
    ...[path, query, body].map((fields) => ({ fields, isSent: true })),
    { fields: response, isSent: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { fields, isSent } = next;
    for (const field of Object.values(fields)) {
      if (field.fields !== undefined) waiting.push({ fields: field.fields, isSent });
      const name = baseType(field.type);
      const key = `${isSent ? ">" : "<"}${name}`;
      if (!/^[A-Z]/u.test(name) || found.has(key)) continue;
      found.set(key, { name, isSent });
      waiting.push({ fields: types.get(name)?.value.fields ?? {}, isSent });
    }
  }
  return [...found.values()];
}
