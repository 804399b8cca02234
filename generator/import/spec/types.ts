import type { FieldSpecs } from "../../lint/fields.js";
import { pascalCase } from "../../model/names.js";
import { typeNames, type Setting } from "./candidates.js";
import type { Context } from "./context.js";
import { merged, withOwn } from "./facts.js";
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
  const { name, isNew } = nameOf(context, object, setting);
  const { known, id, types } = context;
  const old = known.type(name);
  const fields =
    old === undefined || isNew || !known.isShared(name)
      ? object.fields
      : merged(object.fields, old.fields, setting.isSent || !known.isSent(name));
  const label = old?.label ?? typeLabel(object.label);
  const value = { ...(label === undefined ? {} : { label }), fields };
  known.setType(name, { ...value, fields: withOwn(fields, old?.fields ?? {}) });
  known.use(name, id, setting.isSent);
  types.set(name, value);
  return name;
}

function nameOf(
  { known, types }: Context,
  { fields, vendor, before }: Nameless,
  setting: Setting,
): { readonly name: string; readonly isNew: boolean } {
  const shape = shapeOf(fields);
  const fits = (name: string, agreement: Agreement): boolean => {
    const other = known.type(name);
    if (other === undefined) return false;
    const isChecked = setting.isSent && known.isSent(name);
    return agrees(shape, shapeOf(other.fields), isChecked ? agreement : "fields");
  };
  if (before !== undefined && known.type(before) !== undefined) {
    if (fits(before, "required")) return { name: before, isNew: false };
    if (!known.isShared(before) && known.mayBecome(before, fields))
      return { name: before, isNew: true };
  }
  // The vendor's type in a shape that was told apart before, for this operation or its resource.
  const ending = pascalCase(vendor.slice(0, 100));
  for (const name of ending === "" ? [] : known.similarTypes(fields)) {
    const isNear = name.startsWith(setting.resource) ? name.endsWith(ending) : types.has(name);
    if (isNear && fits(name, "checks")) return { name, isNew: false };
  }
  for (const name of typeNames(vendor, setting)) {
    if (known.isFreeType(name, fields)) return { name, isNew: true };
    if (fits(name, "checks")) return { name, isNew: false };
  }
  throw new Error("the candidates for a name never end");
}

/** One item of a list is called without the word list. */
const typeLabel = (label: string | undefined): string | undefined =>
  label?.replace(/(?:\s*列表|\s+list)$/u, "") || label;
