import type { FieldSpecs } from "../../lint/fields.js";
import type { FieldSpec } from "../../lint/grammar.js";
import type { Field } from "../endpoint.js";
import type { Around } from "./around.js";
import { boundsOf } from "./bounds.js";
import { conditionsOf } from "./conditions.js";
import type { Context } from "./context.js";
import { ordered } from "./facts.js";
import { kindOf, type Kind } from "./kind.js";
import { propertyOf } from "./property.js";
import { fitting } from "./values.js";
import { variantWords } from "./variants.js";
import { flat, oneLine } from "./wording.js";

/** A field whose kind is settled; the rest needs those of its siblings. */
export interface Draft {
  readonly field: Field;
  readonly kind: Kind;
  /** What the input calls it. */
  readonly property: string;
}

/** A table of fields, as the spec writes it. */
export function fieldsOf(context: Context, fields: readonly Field[], around: Around): FieldSpecs {
  const kept = (field: Field) => {
    const known = around.known?.get(field.name);
    return known?.keep === undefined ? undefined : known;
  };
  const there = lawful(context, fields);
  const here = { ...around, variants: variantWords(there) };
  const drafts = there.map((field): Draft => {
    const known = kept(field);
    const kind =
      known === undefined
        ? kindOf(context, field, here, (inner, place) => fieldsOf(context, inner, place))
        : known;
    return { field, kind, property: propertyOf(context, field, around) };
  });
  const byName = new Map(drafts.map((draft) => [draft.field.name, draft]));
  return Object.fromEntries(
    drafts.map((draft) => [
      draft.field.name,
      kept(draft.field) ?? specOf(context, draft, byName, around),
    ]),
  );
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/u;

/** Names that the wire, YAML and JavaScript can all have, each once. */
function lawful(context: Context, fields: readonly Field[]): readonly Field[] {
  const seen = new Set<string>();
  return fields.filter(({ name, at }) => {
    const reason =
      name === "" || name.length > 500
        ? "a name must have at least one and at most 500 characters"
        : CONTROL.test(name)
          ? "its name has a control character"
          : name === "__proto__"
            ? "no object of JavaScript can have a field of that name"
            : seen.has(name)
              ? "its name stands twice in one table, and the first one counts"
              : undefined;
    seen.add(name);
    if (reason !== undefined)
      context.leaveOut(at, `the field ${JSON.stringify(name.slice(0, 60))}`, reason);
    return reason === undefined;
  });
}

function specOf(
  context: Context,
  { field, kind, property }: Draft,
  drafts: ReadonlyMap<string, Draft>,
  around: Around,
): FieldSpec {
  const { isSent, part, depth } = around;
  const isPath = part === "path" && depth === 0;
  const doc = context.prose ? flat(field.prose ?? "") : undefined;
  const conditions = conditionsOf(context, field, drafts, isSent);
  const facts = {
    ...kind,
    required: isSent && !isPath && field.required ? true : undefined,
    as: property === field.name ? undefined : property,
    label: oneLine(field.label ?? "") || undefined,
    doc: doc === "" || doc === field.label ? undefined : doc,
    unit: field.unit,
    ...conditions,
    ...boundsOf(context, field, kind.type),
    deprecated: field.deprecated,
    unusable: field.unusable,
  };
  const bare = ordered(facts);
  return ordered({
    ...facts,
    example: fitting(context, field, bare, "example"),
    default: fitting(context, field, bare, "default"),
  });
}
