import type {
  Field,
  Model,
  ObjectType,
  Operation,
  TypeRef,
} from "../../../generator/model/model.js";
import type { Told } from "./oracle.js";

/** The fields of an operation of a model, as the oracle tells those of a page. */
export function told(operation: Operation): ReadonlyMap<string, Told> {
  const fields = new Map<string, Told>();
  const walk = (at: string, type: ObjectType, isInput: boolean) => {
    for (const field of type.fields) add(`${at}.${field.wire}`, field, isInput);
  };
  const add = (at: string, field: Field, isInput: boolean) => {
    const { kind, inner } = outline(field.type);
    const values = inner.kind === "enum" ? inner.of.members.map(({ value }) => String(value)) : [];
    fields.set(at, { kind, required: isInput ? field.required : undefined, values });
    if (inner.kind === "object") walk(at, inner.of, isInput);
  };
  for (const field of operation.input.fields) add(`${field.place}.${field.wire}`, field, true);
  walk("response", operation.output, false);
  return fields;
}

export const operationsOf = ({ resources }: Model): ReadonlyMap<string, Operation> =>
  new Map(
    resources
      .flatMap(({ operations }) => operations)
      .map((operation) => [`${operation.http.method} ${operation.http.path}`, operation]),
  );

function outline(type: TypeRef): { kind: string; inner: TypeRef } {
  if (type.kind === "array" || type.kind === "map") {
    const { kind, inner } = outline(type.of);
    return { kind: type.kind === "array" ? `[${kind}]` : `{${kind}}`, inner };
  }
  if (type.kind === "scalar") return { kind: type.name, inner: type };
  if (type.kind === "object") return { kind: "object", inner: type };
  return { kind: typeof type.of.members[0]?.value === "number" ? "int" : "string", inner: type };
}
