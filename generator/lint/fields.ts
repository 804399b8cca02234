import type { FieldSpec, OperationText, TypeText } from "./grammar.js";
import type { Site, Spec } from "./spec.js";

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;
export type Place = "path" | "query" | "body" | "response" | "type";

/** A field with what stands around it. */
export interface FieldSite {
  readonly wire: string;
  readonly field: FieldSpec;
  readonly site: Site;
  readonly place: Place;
  /** Fields that `when` and `requiredWhen` may name. */
  readonly siblings: FieldSpecs;
  /** From which the type of inline fields is named. */
  readonly parent: string;
}

/** A set of fields that a spec holds in one place, before looking inside. */
export interface FieldGroup extends Omit<FieldSite, "wire" | "field"> {
  readonly fields: FieldSpecs;
}

export const INPUT_PLACES = ["path", "query", "body"] as const;

/** The groups of fields at the top of every type and operation. */
export function* groups(
  spec: Spec,
  pascal: (resource: string, action: string) => string,
): Iterable<FieldGroup> {
  for (const { name, value, site } of spec.types.values()) {
    const { fields } = value;
    const at = site.at("fields");
    yield {
      fields,
      siblings: fields,
      site: at,
      place: "type",
      parent: name,
    };
  }
  for (const { operations } of spec.resources.values()) {
    for (const { value, site, resource, name } of operations) {
      const parent = pascal(resource, name);
      const siblings = inputFields(value);
      for (const place of INPUT_PLACES) {
        const fields = value[place] ?? {};
        yield { fields, siblings, site: site.at(place), place, parent };
      }
      const fields = value.response ?? {};
      const at = site.at("response");
      yield {
        fields,
        siblings: fields,
        site: at,
        place: "response",
        parent,
      };
    }
  }
}

/** The flat input of an operation, by property: `as` tells equal wire names apart. */
export function inputFields(operation: OperationText): FieldSpecs {
  const entries = INPUT_PLACES.flatMap((place) => Object.entries(operation[place] ?? {}));
  return Object.fromEntries(entries.map(([wire, field]) => [field.as ?? wire, field]));
}

/** Every field of a group, inner ones after the field that holds them. */
export function* eachField(
  { fields, ...around }: FieldGroup,
  name: (parent: string, wire: string) => string,
): Iterable<FieldSite> {
  for (const [wire, field] of Object.entries(fields)) {
    const site = around.site.at(wire);
    yield { ...around, wire, field, site };
    if (field.fields === undefined) continue;
    yield* eachField(
      {
        fields: field.fields,
        siblings: field.fields,
        site: site.at("fields"),
        place: around.place,
        parent: name(around.parent, wire),
      },
      name,
    );
  }
}

/** `[[X]]` and `{ map: X }` → `X`. */
export function baseType(type: TypeText): string {
  if (typeof type === "string") return type;
  return baseType(isList(type) ? type[0] : type.map);
}

export const isList = (type: TypeText): type is readonly [TypeText] => Array.isArray(type);

/** The field that a dotted path leads to, through named and inline types and their lists. */
export function fieldAt(
  spec: Spec,
  fields: FieldSpecs,
  path: readonly string[],
): FieldSpec | undefined {
  const [head, ...rest] = path;
  const field = head !== undefined && Object.hasOwn(fields, head) ? fields[head] : undefined;
  if (field === undefined || rest.length === 0) return field;
  return fieldAt(
    spec,
    field.fields ?? spec.types.get(baseType(field.type))?.value.fields ?? {},
    rest,
  );
}
