import type { FieldSpecs } from "../../lint/fields.js";
import { pascalCase } from "../../model/names.js";
import { typeNames, type Setting } from "./candidates.js";
import type { Context } from "./context.js";
import { checkedBy, united } from "./facts.js";
import { agrees, shapeOf, type Agreement } from "./shape.js";

/** An object that needs a name. */
export interface Nameless {
  readonly fields: FieldSpecs;
  /** The vendor's name of its type; empty when it has none. */
  readonly vendor: string;
  readonly label: string | undefined;
  /** The type that the spec has at this place. */
  readonly before: string | undefined;
}

/** The name of an object's type: that of the spec, or the vendor's, or one that tells it apart. */
export function typeOf(context: Context, object: Nameless, setting: Setting): string {
  const { known, id, vendors, splits } = context;
  const { before } = object;
  const there = before === undefined ? undefined : namedBefore(context, object, before, setting);
  const { name, isNew } = there ?? nameOf(context, object, setting);
  if (before !== undefined && name !== before) splits.set(name, before);
  const old = known.type(name);
  const isChecked = old !== undefined && !isNew && !setting.isSent && known.isSent(name);
  const fields = isChecked ? checkedBy(old.fields, object.fields) : object.fields;
  const label = old?.label ?? typeLabel(object.label);
  const value = { ...(label === undefined ? {} : { label }), fields };
  known.setType(name, { ...value, fields: united(fields, old?.fields ?? {}) });
  known.use(name, id, setting.isSent);
  context.describe(name, value);
  vendors.set(name, vendorName(object));
  return name;
}

interface Named {
  readonly name: string;
  readonly isNew: boolean;
}

/** The name that the spec has there, unless it must go on meaning something else. */
function namedBefore(
  context: Context,
  { fields }: Nameless,
  name: string,
  setting: Setting,
): Named | undefined {
  const { known } = context;
  if (known.type(name) === undefined) return undefined;
  // A field that a page no longer has is not taken out of the type: a warning tells of it.
  const wasThere = known.before?.types.get(name)?.value.fields ?? {};
  const mayLack = (wire: string) => Object.hasOwn(wasThere, wire);
  if (fits(context, fields, name, setting, "required", mayLack)) return { name, isNew: false };
  const mayChange = !known.isShared(name) && known.mayBecome(name, fields);
  return mayChange ? { name, isNew: true } : undefined;
}

function nameOf(context: Context, object: Nameless, setting: Setting): Named {
  const { known } = context;
  const { fields, vendor } = object;
  const fitting = (name: string) => fits(context, fields, name, setting, "checks");
  for (const name of known.similarTypes(fields))
    if (isAlike(context, object, name, setting) && fitting(name)) return { name, isNew: false };
  for (const name of typeNames(vendor, setting)) {
    if (known.isFreeType(name, fields)) return { name, isNew: true };
    if (fitting(name)) return { name, isNew: false };
  }
  throw new Error("the candidates for a name never end");
}

function fits(
  { known }: Context,
  fields: FieldSpecs,
  name: string,
  setting: Setting,
  agreement: Agreement,
  mayLack?: (wire: string) => boolean,
): boolean {
  const other = known.type(name);
  if (other === undefined) return false;
  const isChecked = setting.isSent && known.isSent(name);
  const wanted = isChecked ? agreement : "fields";
  return agrees(shapeOf(fields), shapeOf(other.fields), wanted, mayLack);
}

/** Fewer fields are alike by chance, even under one label. */
const SOME = 3;
/** So many are not, whatever they are called. */
const MANY = 8;

/**
 * Whether a type of the same fields is the same thing: it was told apart from others of the vendor's
 * name for this operation or its resource; or it has so many fields, or the same label, that it can be nothing else.
 */
function isAlike(
  { known, vendors }: Context,
  object: Nameless,
  name: string,
  { resource }: Setting,
): boolean {
  const vendor = vendorName(object);
  const isOfResource = name.startsWith(resource) && name.endsWith(vendor);
  if (vendor !== "" && (isOfResource || vendors.get(name) === vendor)) return true;
  const term = typeLabel(object.label);
  const isTold = term !== undefined && term === known.type(name)?.label;
  return Object.keys(object.fields).length >= (isTold ? SOME : MANY);
}

const vendorName = ({ vendor }: Nameless): string => pascalCase(vendor.slice(0, 100));

/** One item of a list is called without the word list. */
const typeLabel = (label: string | undefined): string | undefined =>
  label?.replace(/(?:\s*列表|\s+list)$/u, "") || label;
