import type { EnumSpec } from "../../lint/grammar.js";
import type { Field } from "../endpoint.js";
import { plainLabel } from "../label.js";
import { enumName, enumNames, isGeneral, type Setting } from "./candidates.js";
import type { Context } from "./context.js";
import type { Known } from "./known.js";
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
  const { known, splits } = context;
  const there = before === undefined ? undefined : known.enum(before);
  const isKept = before !== undefined && there !== undefined && mayStay(known, before, options);
  const name = isKept ? before : nameOf(known, field, options, isList, setting);
  if (there !== undefined && before !== undefined && name !== before) splits.set(name, before);
  settle(context, name, field, options, setting.isSent, there);
  return name;
}

/** Whether the enum that the spec has at a place goes on holding its values. */
function mayStay(known: Known, name: string, options: readonly Valued[]): boolean {
  if (!known.isShared(name)) return true;
  const valuesIn = (value: EnumSpec | undefined) =>
    new Set(Object.values(value?.values ?? {}).map(({ value }) => value));
  const there = valuesIn(known.enum(name));
  // A value that a page no longer lists is not taken out: a warning tells of it.
  const wasThere = valuesIn(known.before?.enums.get(name)?.value);
  const listed = new Set(options.map(({ value }) => value));
  const isKnown = options.every(({ value }) => there.has(value));
  return isKnown && [...there].every((value) => listed.has(value) || wasThere.has(value));
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
  known: Known,
  field: Listed,
  options: readonly Valued[],
  isList: boolean,
  setting: Setting,
): string {
  const own = enumName(field.name, isList);
  for (const name of known.similarEnums({ values: membersOf(options, undefined, false) })) {
    const other = known.enum(name);
    if (other === undefined || !isSame(other, options)) continue;
    const isNamed = name.endsWith(own) && !isGeneral(own);
    if (isNamed || options.length >= MANY || other.label === enumLabel(field)) return name;
  }
  const isPlain = known.census.isPlain(own, options);
  for (const name of enumNames(own, setting, isPlain)) {
    const other = known.enum(name);
    if (other === undefined ? known.isFreeEnum(name) : isSame(other, options)) return name;
  }
  throw new Error("the candidates for a name never end");
}

/** Fewer values with their labels are alike by chance. */
const MANY = 3;

function isSame({ values }: EnumSpec, options: readonly Valued[]): boolean {
  const labels = new Map(
    Object.values(values).map(({ value, label }) => [value, plainLabel(label)]),
  );
  return (
    labels.size === options.length &&
    options.every((option) => labels.get(option.value) === plainLabel(labelOf(option)))
  );
}

const enumLabel = ({ name, label }: Listed): string => oneLine(label ?? "") || name;

/** What the page says of the enum, for the fragment, and for the pages that come after it. */
function settle(
  { known, id, prose, enums }: Context,
  name: string,
  field: Listed,
  options: readonly Valued[],
  isSent: boolean,
  before: EnumSpec | undefined,
): void {
  const old = known.enum(name);
  const label = old?.label ?? enumLabel(field);
  const said = { label, values: membersOf(options, old ?? before, prose) };
  enums.set(name, said);
  // What others rely on is theirs: only the words could differ.
  if (old === undefined || !known.isShared(name))
    known.setEnum(name, { label, values: { ...old?.values, ...said.values } });
  known.use(name, id, isSent);
}
