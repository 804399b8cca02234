import type { OperationText } from "../../lint/grammar.js";
import { ordered } from "./order.js";
import type { Report, Spot } from "./place.js";

type Errors = NonNullable<OperationText["errors"]>;
type Override = Exclude<Errors[number], string>[string];

/** An operation's errors: new ones are added, and what somebody wrote of the others stays. */
export function mergeErrors(
  there: Errors | undefined,
  given: Errors | undefined,
  spot: Spot,
  codeOf: (error: string) => number | undefined,
  report: Report,
): Errors | undefined {
  // A page without a table of errors says nothing of them.
  if (given === undefined) return there;
  const known = overrides(there ?? []);
  const placeOf = (name: string) => spot.field(String(codeOf(name) ?? name));
  const isExcused = (name: string) => report.isExcused(placeOf(name).origins);
  const said = new Map(
    [...overrides(given)].filter(([name]) => known.has(name) || !isExcused(name)),
  );
  for (const [i, entry] of (there ?? []).entries()) {
    for (const name of typeof entry === "string" ? [entry] : Object.keys(entry)) {
      if (said.has(name) || isExcused(name) || spot.site === undefined) continue;
      const [origin] = placeOf(name).origins;
      const values = { name, operation: origin?.operation ?? "", at: origin?.at ?? "" };
      report.warn("error-gone", spot.site.at(i), values);
    }
  }
  if (there !== undefined)
    for (const name of said.keys())
      if (!known.has(name)) report.notes.push(`${spot.name}: new error ${name}`);
  return ordered([...known.keys()], [...said.keys()]).map((name) => {
    const override = { ...known.get(name), ...(isExcused(name) ? {} : said.get(name)) };
    return Object.keys(override).length === 0 ? name : { [name]: override };
  });
}

const overrides = (errors: Errors): ReadonlyMap<string, Override> =>
  new Map(
    errors.flatMap((entry) => (typeof entry === "string" ? [[entry, {}]] : Object.entries(entry))),
  );
