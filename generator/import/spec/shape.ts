import type { FieldSpecs } from "../../lint/fields.js";
import type { EnumSpec, FieldSpec } from "../../lint/grammar.js";
import { plainLabel } from "../label.js";

/** What must agree for two objects to be one type. */
interface Side {
  /** Name of a type, kind, enum. */
  readonly core: string;
  readonly isRequired: boolean;
  /** What the server checks in an input. */
  readonly marks: string;
  readonly unit: string | undefined;
}

/** By field. Fields that the page does not decide are left out: `isFree` names them. */
export interface Shape {
  readonly sides: ReadonlyMap<string, Side>;
  readonly free: ReadonlySet<string>;
}

/** Keys of a field that only mean something in what is sent. */
export const INPUT_KEYS = [
  ...(["required", "requiredWhen", "min", "max", "minLength", "maxLength"] as const),
  ...(["minItems", "maxItems", "maxBytes", "unusable"] as const),
] as const;

/** Each known type is compared with every page that may mean it. */
const shapes = new WeakMap<FieldSpecs, Shape>();

export function shapeOf(fields: FieldSpecs): Shape {
  const shape = shapes.get(fields) ?? shapeIn(fields);
  shapes.set(fields, shape);
  return shape;
}

function shapeIn(fields: FieldSpecs): Shape {
  const entries = Object.entries(fields);
  const free = entries.filter(([, field]) => (field.extra ?? field.keep) !== undefined);
  return {
    sides: new Map(entries.map(([wire, field]) => [wire, sideOf(field)])),
    free: new Set(free.map(([wire]) => wire)),
  };
}

function sideOf(field: FieldSpec): Side {
  // Inner fields in the order of their names: tables may list them in any.
  const inner = Object.entries(field.fields ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([wire, value]) => [wire, sideOf(value)] as const);
  return {
    core: JSON.stringify([field.type, inner.map(([wire, { core }]) => [wire, core])]),
    isRequired: field.required === true,
    marks: JSON.stringify([
      ...INPUT_KEYS.map((key) => field[key] ?? null),
      ...inner.map(([, { marks }]) => marks),
    ]),
    unit: field.unit,
  };
}

/**
 * How much two shapes must agree: in their fields and kinds only, as an input and an output do; also
 * in what is required; or in everything that the server checks.
 */
export type Agreement = "fields" | "required" | "checks";

/** `mayLack` says which fields of `b` need not be in `a`. */
export function agrees(
  a: Shape,
  b: Shape,
  agreement: Agreement,
  mayLack: (wire: string) => boolean = () => false,
): boolean {
  const isFree = (wire: string) => a.free.has(wire) || b.free.has(wire);
  for (const [wire, side] of a.sides) {
    if (isFree(wire)) continue;
    const other = b.sides.get(wire);
    if (other === undefined || other.core !== side.core) return false;
    if ((side.unit ?? other.unit) !== (other.unit ?? side.unit)) return false;
    if (agreement === "required" && other.isRequired !== side.isRequired) return false;
    if (agreement === "checks" && other.marks !== side.marks) return false;
  }
  return [...b.sides.keys()].every((wire) => isFree(wire) || a.sides.has(wire) || mayLack(wire));
}

/** The same for shapes whose fields and kinds agree. */
export const likeness = ({ sides }: Shape): string =>
  [...sides]
    .map(([wire, { core }]) => `${JSON.stringify(wire)}:${core}`)
    .sort()
    .join();

/** The same for enums whose values and labels agree. */
export const enumLikeness = ({ values }: Pick<EnumSpec, "values">): string =>
  Object.values(values)
    .map(({ value, label }) => JSON.stringify([value, plainLabel(label)]))
    .sort()
    .join();
