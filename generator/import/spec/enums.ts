import type { EnumSpec } from "../../lint/grammar.js";
import type { Field } from "../endpoint.js";
import { enumName, enumNames, isGeneral, type Setting } from "./candidates.js";
import type { Context } from "./context.js";
import { labelOf, membersOf, valuesOf, type Valued } from "./members.js";
import { oneLine } from "./wording.js";

type Listed = Pick<Field, "name" | "label" | "options" | "at">;

/** What an enum can stand for. */
type Kind = "string" | "number" | "other";

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["string", "string"],
  ["int", "number"],
  ["float", "number"],
] as const);

/** The name of the enum that a field's values make; undefined when they make none. */
export function enumOf(
  context: Context,
  field: Listed,
  kind: string,
  isList: boolean,
  setting: Setting,
  before: string | undefined,
): string | undefined {
  const options = distinct(context, field, KINDS.get(kind) ?? "other");
  if (options === undefined) return undefined;
  const known = before === undefined ? undefined : context.known.enum(before);
  const name = nameOf(context, field, options, isList, setting, known && before);
  settle(context, name, field, options, setting.isSent);
  return name;
}

/** Longer values are texts that were taken for values. */
const MAX_VALUE = 500;

function distinct(context: Context, field: Listed, kind: Kind): readonly Valued[] | undefined {
  const { name, options = [], at } = field;
  const leaveOut = (what: string, reason: string) =>
    context.leaveOut(at, `${what} of "${name}"`, reason);
  if (options.length === 0) return undefined;
  if (kind === "other") {
    leaveOut("the list of values", "only text and numbers have one");
    return undefined;
  }
  const values = valuesOf(
    options.filter(({ value }) => !value.includes("\uFFFD") && value.length <= MAX_VALUE),
    kind === "number",
  );
  if (values === undefined) {
    leaveOut("the list of values", "the field is a number, and not all of them are whole numbers");
    return undefined;
  }
  const seen = new Map<string | number, Valued>();
  for (const option of values) {
    const first = seen.get(option.value);
    if (first === undefined) seen.set(option.value, option);
    else if (first.label !== option.label)
      leaveOut(`a second meaning of the value ${option.value}`, `it already means ${first.label}`);
  }
  return seen.size === 0 ? undefined : [...seen.values()];
}

function nameOf(
  { known }: Context,
  { name }: Listed,
  options: readonly Valued[],
  isList: boolean,
  setting: Setting,
  before: string | undefined,
): string {
  const old = before === undefined ? undefined : known.enum(before);
  if (before !== undefined && old !== undefined) {
    if (isSame(old, options, false) || !known.isShared(before)) return before;
  }
  const own = enumName(name, isList);
  // The same values under a longer name, which told them apart from others of the resource.
  const values = membersOf(options, undefined, false);
  for (const candidate of isGeneral(own) ? [] : known.similarEnums({ values })) {
    const other = known.enum(candidate);
    const isNear = candidate.startsWith(setting.resource) && candidate.endsWith(own);
    if (isNear && other !== undefined && isSame(other, options, true)) return candidate;
  }
  for (const candidate of enumNames(own, setting)) {
    const other = known.enum(candidate);
    if (other === undefined ? known.isFreeEnum(candidate) : isSame(other, options, true))
      return candidate;
  }
  throw new Error("the candidates for a name never end");
}

function isSame({ values }: EnumSpec, options: readonly Valued[], withLabels: boolean): boolean {
  const labels = new Map(Object.values(values).map(({ value, label }) => [value, label]));
  return (
    labels.size === options.length &&
    options.every(
      (option) =>
        labels.has(option.value) && (!withLabels || labels.get(option.value) === labelOf(option)),
    )
  );
}

function settle(
  context: Context,
  name: string,
  field: Listed,
  options: readonly Valued[],
  isSent: boolean,
): void {
  const { known, id, prose, enums } = context;
  const old = known.enum(name);
  // What others rely on is theirs: only the words could differ.
  if (old === undefined || !known.isShared(name)) {
    const label = old?.label ?? (oneLine(field.label ?? "") || field.name);
    known.setEnum(name, { label, values: membersOf(options, old, prose) });
  }
  known.use(name, id, isSent);
  const settled = known.enum(name);
  if (settled !== undefined) enums.set(name, settled);
}
