import { baseType, type FieldSpecs } from "../../lint/fields.js";
import type { EnumSpec, FieldSpec, TypeText } from "../../lint/grammar.js";
import { inlineTypeName, inputName, pascalCase } from "../../model/names.js";
import type { Field, FieldType } from "../endpoint.js";
import type { Around } from "./around.js";
import type { Setting } from "./candidates.js";
import type { Context } from "./context.js";
import { enumOf } from "./enums.js";
import { typeOf } from "./types.js";
import { isVariant } from "./variants.js";
import { unwrap, wrapped, type Wrap } from "./wraps.js";
import { itemName } from "./singular.js";

/** The keys of a field that say what it holds. */
export type Kind = Pick<FieldSpec, "type" | "fields">;

type ObjectKind = Extract<FieldType, { kind: "object" }>;

/** Fields within an object, which another module makes. */
export type FieldsOf = (fields: readonly Field[], around: Around) => FieldSpecs;

/** Objects in objects without a name of their own; deeper ones get one. */
const MAX_INLINE = 4;
/** The linter stops at 64 levels of YAML. */
const MAX_DEPTH = 48;

export function kindOf(context: Context, field: Field, around: Around, fieldsOf: FieldsOf): Kind {
  const { wraps, inner } = unwrap(field.type);
  const wrap = (type: TypeText) => wrapped(type, wraps);
  if (inner.kind === "scalar") {
    const type = scalar(context, field, inner.name, wraps, around);
    const fields = type === "object" ? around.known?.get(field.name)?.fields : undefined;
    return fields === undefined ? { type: wrap(type) } : { type: wrap(type), fields };
  }
  const { type, fields } = object(context, field, inner, wraps, around, fieldsOf);
  return fields === undefined ? { type: wrap(type) } : { type: wrap(type), fields };
}

function scalar(
  context: Context,
  field: Field,
  name: string,
  wraps: readonly Wrap[],
  around: Around,
): TypeText {
  if (
    name === "file" &&
    !(around.part === "body" && around.depth === 0 && !wraps.includes("map"))
  ) {
    context.leaveOut(
      field.at,
      `the kind file of "${field.name}"`,
      "only a field of the request body can be a file",
    );
    return "any";
  }
  const before = around.known?.get(field.name);
  const base = before && baseType(before.type);
  if (field.options === undefined) return openedBy(context, base, name);
  const enumName = enumOf(
    context,
    field,
    name,
    wraps.length > 0,
    settingOf(context, field, around),
    base,
  );
  return enumName ?? name;
}

/** Where a page leaves a kind open, a person may have found out what it holds. */
function openedBy({ known }: Context, base: string | undefined, name: string): string {
  if (base === undefined) return name;
  if (name === "any" && (base === "object" || known.type(base) !== undefined)) return base;
  const values = known.enum(base);
  return values !== undefined && kindOfEnum(values) === name ? base : name;
}

const kindOfEnum = ({ values }: EnumSpec): "string" | "int" =>
  Object.values(values).some(({ value }) => typeof value === "string") ? "string" : "int";

function object(
  context: Context,
  field: Field,
  { name: vendor, fields: inner }: ObjectKind,
  wraps: readonly Wrap[],
  around: Around,
  fieldsOf: FieldsOf,
): Kind {
  const before = around.known?.get(field.name);
  const base = before && baseType(before.type);
  const named = base === undefined ? undefined : context.known.type(base);
  const known = named?.fields ?? before?.fields;
  if (inner.length === 0 || around.depth >= MAX_DEPTH)
    return unexplained(context, field, inner, named && base, before);
  if (base !== undefined && named !== undefined && around.above.includes(base)) {
    // The spec knows that the type holds itself; a page writes such a type out for some levels.
    if (inner.every(({ name }) => Object.hasOwn(named.fields, name))) return { type: base };
  }
  const hasName = pascalCase(vendor ?? "") !== "";
  const isPlain = wraps.length === 0 || (wraps.length === 1 && wraps[0] === "list");
  const wantsName = named !== undefined || (hasName && before?.fields === undefined);
  const inline = inlineTypeName(around.inline, field.name);
  const isOwned = around.inlineOwner !== "";
  const isVariantName = isVariant(around.variants, field.name);
  const mayBeInline = !wantsName && isPlain && !isVariantName && around.inlineDepth < MAX_INLINE;
  const isInline = mayBeInline && canBeInline(context, field, around);
  const owner = hasName ? pascalCase(vendor ?? "") : wordOf(field, wraps);
  const fields = fieldsOf(inner, {
    ...around,
    known: known && new Map(Object.entries(known)),
    owners: [...around.owners, owner].slice(-6),
    above: named !== undefined && base !== undefined ? [...around.above, base] : around.above,
    inline: isInline ? inline : owner,
    inlineOwner: isInline && isOwned ? `${around.inlineOwner}/${field.name}` : "",
    claimed: isInline ? around.claimed : new Set<string>(),
    inlineDepth: isInline ? around.inlineDepth + 1 : 0,
    depth: around.depth + 1,
    taken: new Map(),
  });
  if (Object.keys(fields).length === 0) return { type: { map: "any" } };
  if (isInline) return { type: "object", fields };
  const apart = isVariantName && !hasName ? `${around.inline}_${field.name}_data` : "";
  const nameless = {
    fields,
    vendor: hasName ? (vendor ?? "") : apart,
    label: field.label,
    before: named && base,
  };
  return { type: typeOf(context, nameless, settingOf(context, field, around, wraps)) };
}

/** Nothing is known of its fields: what the spec knows of them stays, else it may have any. */
function unexplained(
  context: Context,
  field: Field,
  inner: readonly Field[],
  named: string | undefined,
  before: FieldSpec | undefined,
): Kind {
  if (inner.length > 0)
    context.leaveOut(field.at, `what "${field.name}" holds`, "it is nested too deep");
  if (named !== undefined) return { type: named };
  if (before?.fields !== undefined) return { type: "object", fields: before.fields };
  return { type: { map: "any" } };
}

/** The names of inline types must be free; within a named type that is seen with its name. */
function canBeInline(context: Context, { name }: Field, around: Around): boolean {
  if (pascalCase(name) === "") return false;
  const type = inlineTypeName(around.inline, name);
  if (around.inlineOwner === "") {
    if (around.claimed.has(type)) return false;
    around.claimed.add(type);
    return true;
  }
  const owner = `${around.inlineOwner}/${name}`;
  return context.claim(around.isSent ? inputName(type) : type, owner, `${around.part} ${owner}`);
}

function wordOf({ name }: Field, wraps: readonly Wrap[]): string {
  return pascalCase((wraps.length > 0 ? itemName(name) : name).slice(0, 100)) || "Item";
}

function settingOf(
  { words }: Context,
  field: Field,
  { owners, isSent }: Around,
  wraps: readonly Wrap[] = [],
): Setting {
  return { ...words, owners, field: wordOf(field, wraps), isSent };
}
