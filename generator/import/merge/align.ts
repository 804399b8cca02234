import { baseType, isList, type FieldSpecs } from "../../lint/fields.js";
import type { EnumSpec, FieldSpec, TypeSpec, TypeText } from "../../lint/grammar.js";
import type { Spec } from "../../lint/spec.js";
import type { Fragment } from "../fragment.js";
import { PARTS } from "../page.js";
import type { Claim } from "./field.js";
import { own, record } from "./order.js";
import type { Origin } from "./place.js";

/** What pages say of one type or enum, and where they do. */
export interface Said<T> {
  readonly given: Claim<T>[];
  readonly origins: Origin[];
}

/**
 * Fragments in the shape that the spec has. Their names are those of the spec already; here fields
 * that a person wrote inline stay so, and what a page does not tell stays as it was found out.
 */
export class Alignment {
  readonly types = new Map<string, Said<TypeSpec>>();
  readonly enums = new Map<string, Said<EnumSpec>>();
  /** New types and enums, by those of the spec that they begin as copies of. */
  readonly splits = new Map<string, string>();
  readonly #spec: Spec;
  readonly #left: (() => void)[] = [];

  constructor(spec: Spec) {
    this.#spec = spec;
  }

  /** The fragment's operation, as it would stand in the spec. */
  add(fragment: Fragment, id: string): Fragment["operation"] {
    const there = this.#operation(id);
    for (const [name, before] of Object.entries(fragment.splits))
      if (!this.splits.has(name)) this.splits.set(name, before);
    const seen = new Set<string>();
    const parts = PARTS.map((part) => {
      const fields = fragment.operation[part];
      const origin = { operation: id, at: part };
      return [part, fields && this.#fields(fields, there?.[part], fragment, origin, seen)] as const;
    });
    for (let next = this.#left.shift(); next !== undefined; next = this.#left.shift()) next();
    return { ...fragment.operation, ...record(parts) };
  }

  #operation(id: string): Fragment["operation"] | undefined {
    const resource = this.#spec.resources.get(id.slice(0, id.indexOf(".")));
    return resource?.operations.find((operation) => operation.id === id)?.value;
  }

  #fields(
    fields: FieldSpecs,
    there: FieldSpecs | undefined,
    fragment: Fragment,
    origin: Origin,
    seen: Set<string>,
  ): FieldSpecs {
    return record(
      Object.entries(fields).map(([wire, field]) => {
        const at = { ...origin, at: `${origin.at}.${wire}` };
        return [wire, this.#field(field, own(there, wire), fragment, at, seen)];
      }),
    );
  }

  #field(
    field: FieldSpec,
    there: FieldSpec | undefined,
    fragment: Fragment,
    origin: Origin,
    seen: Set<string>,
  ): FieldSpec {
    const base = baseType(field.type);
    const known = there === undefined ? undefined : baseType(there.type);
    const type = field.fields === undefined ? own(fragment.types, base) : { fields: field.fields };
    if (type !== undefined) {
      const { fields: _, ...bare } = field;
      const isNamed = base === "object" && known !== undefined && this.#spec.types.has(known);
      const name = isNamed ? known : base;
      if (there?.fields !== undefined || name === "object") {
        const inner = this.#fields(type.fields, there?.fields, fragment, origin, seen);
        return { ...bare, type: withBase(field.type, "object"), fields: inner };
      }
      this.#type(name, base, type, fragment, origin, seen);
      return { ...bare, type: withBase(field.type, name) };
    }
    const values = own(fragment.enums, base);
    if (values !== undefined) {
      const said = entryOf(this.enums, base);
      said.origins.push(origin);
      const { operation } = origin;
      if (said.given.every(({ value }) => value !== values))
        said.given.push({ operation, value: values });
    }
    return field;
  }

  #type(
    name: string,
    base: string,
    type: TypeSpec,
    fragment: Fragment,
    origin: Origin,
    seen: Set<string>,
  ): void {
    const said = entryOf(this.types, name);
    said.origins.push(origin);
    const key = `${name} ${base} ${base === "object" ? origin.at : ""}`;
    if (seen.has(key)) return;
    seen.add(key);
    // Types may hold themselves, and each other, many levels deep: one after the other.
    this.#left.push(() => {
      const before = this.#spec.types.has(name) ? name : this.splits.get(name);
      const there = before === undefined ? undefined : this.#spec.types.get(before)?.value.fields;
      const fields = this.#fields(type.fields, there, fragment, origin, seen);
      said.given.push({ operation: origin.operation, value: { ...type, fields } });
    });
  }
}

function entryOf<T>(of: Map<string, Said<T>>, name: string): Said<T> {
  const entry = of.get(name) ?? { given: [], origins: [] };
  of.set(name, entry);
  return entry;
}

const withBase = (type: TypeText, base: string): TypeText => {
  if (typeof type === "string") return base;
  return isList(type) ? [withBase(type[0], base)] : { map: withBase(type.map, base) };
};
