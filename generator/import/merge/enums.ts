import type { EnumSpec } from "../../lint/grammar.js";
import { isTelling } from "../label.js";
import type { Claim } from "./field.js";
import { ordered, own, record } from "./order.js";
import type { Report, Spot } from "./place.js";
import { changed } from "./told.js";
import { chosen } from "./words.js";

type Member = EnumSpec["values"][string];

/** Values are found by what is sent, never by name: members keep the names that they have. */
export function mergeEnum(
  there: EnumSpec | undefined,
  given: readonly Claim<EnumSpec>[],
  others: number,
  spot: Spot,
  report: Report,
): EnumSpec {
  const names = new Map(
    Object.entries(there?.values ?? {}).map(([name, { value }]) => [value, name]),
  );
  const taken = new Set(names.values());
  const wanted: string[] = [];
  const said = new Map<string, Member[]>();
  for (const [name, member] of given.flatMap(({ value }) => Object.entries(value.values))) {
    const known = names.get(member.value) ?? free(name, taken);
    names.set(member.value, known);
    taken.add(known);
    wanted.push(known);
    said.set(known, [...(said.get(known) ?? []), member]);
  }
  const values = ordered(Object.keys(there?.values ?? {}), wanted).map((name) => {
    const member = own(there?.values, name);
    const members = said.get(name) ?? [];
    if (member === undefined) return [name, added(members, there, spot, report)] as const;
    warnOfGone(name, member, given, spot, report);
    const isExcused = report.isExcused(spot.field(String(member.value)).origins);
    if (members.length === 0 || isExcused) return [name, member] as const;
    const next = mergeMember(member, members, others === 0);
    if (next.label !== member.label)
      report.notes.push(`${spot.name}.${name}: ${changed("label", member.label, next.label)}`);
    return [name, next] as const;
  });
  const [first] = given;
  const label = chosen(
    there?.label,
    given.map(({ value }) => value.label),
    others === 0,
  );
  return { ...(there ?? first?.value), label: label ?? "", values: record(values) };
}

/** A value that the spec does not have. */
function added(
  [first]: readonly Member[],
  there: EnumSpec | undefined,
  spot: Spot,
  report: Report,
): Member | undefined {
  if (first === undefined || report.isRefused(spot.field(String(first.value)).origins))
    return undefined;
  if (there !== undefined)
    report.notes.push(`${spot.name}: new value ${first.value} (${first.label})`);
  return first;
}

function warnOfGone(
  name: string,
  { value: wire }: Member,
  given: readonly Claim<EnumSpec>[],
  spot: Spot,
  report: Report,
): void {
  const silent = given.filter(({ value }) =>
    Object.values(value.values).every((member) => member.value !== wire),
  );
  const operations = new Set(silent.map(({ operation }) => operation));
  const places = spot
    .field(String(wire))
    .origins.filter(({ operation }) => operations.has(operation));
  const [place] = places;
  if (spot.site === undefined || place === undefined || report.isExcused(places)) return;
  report.warn("value-gone", spot.site.at("values", name), { value: String(wire), ...place });
}

function mergeMember(there: Member, given: readonly Member[], isComplete: boolean): Member {
  const label =
    chosen(
      there.label,
      given.filter(isTelling).map(({ label }) => label),
      isComplete,
    ) ?? there.label;
  const isDeprecated = given.some(({ deprecated }) => deprecated === true);
  return { ...there, label, ...(isDeprecated ? { deprecated: true } : {}) };
}

function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}
