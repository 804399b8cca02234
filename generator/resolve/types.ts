import { isList, type FieldSpecs } from "../lint/fields.js";
import type { ConditionSpec, FieldSpec, TypeSpec, TypeText } from "../lint/grammar.js";
import type { Entry } from "../lint/spec.js";
import type {
  Condition,
  Direction,
  EnumModel,
  Field,
  ObjectType,
  TypeRef,
} from "../model/model.js";
import { inlineTypeName, inputName } from "../model/names.js";
import { SCALAR_NAMES } from "../model/scalars.js";
import { union } from "./union.js";

/** Types refer to each other in circles: each is known by name before its fields are. */
interface Growing extends Omit<ObjectType, "fields" | "union" | "directions"> {
  fields: readonly Field[];
  union: ObjectType["union"];
  readonly directions: Set<Direction>;
}

export interface Around {
  readonly name: string;
  readonly resource: string | undefined;
  readonly origin: string;
}

export class TypeTable {
  readonly #specs: ReadonlyMap<string, Entry<TypeSpec>>;
  readonly #enums: ReadonlyMap<string, EnumModel>;
  readonly #named = new Map<string, Growing>();
  /** Each type under itself: what a field refers to is read-only, what grows is not. */
  readonly #growing = new Map<ObjectType | undefined, Growing>();

  constructor(specs: ReadonlyMap<string, Entry<TypeSpec>>, enums: ReadonlyMap<string, EnumModel>) {
    this.#specs = specs;
    this.#enums = enums;
    for (const name of specs.keys()) this.#object(name);
  }

  /** Every type there is, once all operations have said what they use. */
  finish(): readonly ObjectType[] {
    const all = [...this.#growing.values()];
    for (const type of all) if (type.directions.has("input")) type.union = union(type);
    return all;
  }

  /** The fields of one place, to be linked with those of the other places. */
  drafts(specs: FieldSpecs, place: Field["place"], around: Around): Draft[] {
    return Object.entries(specs).map(([wire, spec]) => ({
      spec,
      field: this.#field(wire, spec, place, around),
    }));
  }

  #field(wire: string, spec: FieldSpec, place: Field["place"], around: Around): Field {
    return {
      wire,
      property: spec.as ?? wire,
      place,
      type: this.#reference(spec.type, wire, spec, around),
      required: place === "path" || (spec.required === true && spec.when === undefined),
      always: spec.always ?? false,
      label: spec.label,
      doc: spec.doc,
      example: spec.example,
      default: spec.default,
      bounds: boundsOf(spec),
      when: [],
      requiredWhen: [],
      deprecated: spec.deprecated ?? false,
      unusable: spec.unusable ?? false,
      unit: spec.unit,
      extra: spec.extra,
    };
  }

  /** An object that stands in no table: the input or the output of an operation. */
  root(
    around: Around,
    names: Pick<ObjectType, "inputName" | "outputName">,
    fields: readonly Field[],
    direction: Direction,
  ): ObjectType {
    const type: Growing = { ...grow(around, undefined), ...names, fields };
    this.#mark(type, direction);
    if (direction === "input") type.union = union(type);
    return type;
  }

  #object(name: string): Growing {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const entry = this.#specs.get(name);
    if (entry === undefined) throw new Error(`no type is called ${name}`);
    const around = { name, resource: entry.resource, origin: entry.site.file };
    const type = grow(around, entry.value);
    this.#named.set(name, type);
    this.#growing.set(type, type);
    type.fields = linked(this.drafts(entry.value.fields, "field", around));
    return type;
  }

  #inline(wire: string, spec: FieldSpec, around: Around): Growing {
    const inner = { ...around, name: inlineTypeName(around.name, wire) };
    const type = grow(inner, { label: spec.label, doc: spec.doc, fields: {} });
    this.#growing.set(type, type);
    type.fields = linked(this.drafts(spec.fields ?? {}, "field", inner));
    return type;
  }

  #reference(text: TypeText, wire: string, spec: FieldSpec, around: Around): TypeRef {
    if (typeof text !== "string") {
      return isList(text)
        ? { kind: "array", of: this.#reference(text[0], wire, spec, around) }
        : { kind: "map", of: this.#reference(text.map, wire, spec, around) };
    }
    if (text === "object") return { kind: "object", of: this.#inline(wire, spec, around) };
    const scalar = SCALAR_NAMES.find((name) => name === text);
    if (scalar !== undefined) return { kind: "scalar", name: scalar };
    const of = this.#enums.get(text);
    return of === undefined ? { kind: "object", of: this.#object(text) } : { kind: "enum", of };
  }

  /** Says of a type, and of all that it leads to, which way it travels. */
  #mark(type: Growing, direction: Direction): void {
    if (type.directions.has(direction)) return;
    type.directions.add(direction);
    for (const field of type.fields) {
      if (direction === "input" && field.unusable) continue;
      const inner = this.#growing.get(objectIn(field.type));
      if (inner !== undefined) this.#mark(inner, direction);
    }
  }
}

function grow(around: Around, spec: TypeSpec | undefined): Growing {
  return {
    ...around,
    inputName: inputName(around.name),
    outputName: around.name,
    label: spec?.label,
    doc: spec?.doc,
    fields: [],
    union: undefined,
    directions: new Set(),
  };
}

/** A field that still lacks its conditions. */
export interface Draft {
  readonly field: Field;
  readonly spec: FieldSpec;
}

/** Gives conditions their siblings, which must all exist first. */
export function linked(drafts: readonly Draft[]): Field[] {
  const siblings = new Map(drafts.map(({ field }) => [field.property, field]));
  return drafts.map(({ field, spec }) => {
    const when = conditions(spec.when, siblings);
    const requiredWhen = conditions(spec.requiredWhen, siblings);
    const implied = spec.required === true && requiredWhen.length === 0 ? when : requiredWhen;
    return { ...field, when, requiredWhen: implied };
  });
}

function conditions(
  spec: ConditionSpec | undefined,
  siblings: ReadonlyMap<string, Field>,
): Condition[] {
  return Object.entries(spec ?? {}).flatMap(([name, test]) => {
    const sibling = siblings.get(name);
    return sibling === undefined ? [] : [{ sibling, test: testOf(test, sibling) }];
  });
}

function testOf(test: ConditionSpec[string], sibling: Field): Condition["test"] {
  if (typeof test === "boolean") return { kind: "boolean", value: test };
  if (test === "present" || test === "absent") return { kind: test };
  const of = sibling.type.kind === "array" ? sibling.type.of : sibling.type;
  const members = of.kind === "enum" ? of.of.members : [];
  return { kind: "members", members: members.filter(({ name }) => [test].flat().includes(name)) };
}

export function objectIn(type: TypeRef): ObjectType | undefined {
  if (type.kind === "object") return type.of;
  return type.kind === "array" || type.kind === "map" ? objectIn(type.of) : undefined;
}

function boundsOf({
  min,
  max,
  minLength,
  maxLength,
  minItems,
  maxItems,
  maxBytes,
}: FieldSpec): Field["bounds"] {
  // Nothing is shorter than nothing.
  const least = (size: number | undefined) => (size === 0 ? undefined : size);
  return {
    min,
    max,
    minLength: least(minLength),
    maxLength,
    minItems: least(minItems),
    maxItems,
    maxBytes,
  };
}
