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
  const said = overrides(given);
  const known = overrides(there ?? []);
  for (const [i, entry] of (there ?? []).entries()) {
    for (const name of typeof entry === "string" ? [entry] : Object.keys(entry)) {
      const at = spot.field(String(codeOf(name) ?? name));
      if (said.has(name) || report.isExcused(at.origins) || spot.site === undefined) continue;
      const [origin] = at.origins;
      const values = { name, operation: origin?.operation ?? "", at: origin?.at ?? "" };
      report.warn("error-gone", spot.site.at(i), values);
    }
  }
  return ordered([...known.keys()], [...said.keys()]).map((name) => {
    const override = { ...known.get(name), ...said.get(name) };
    return Object.keys(override).length === 0 ? name : { [name]: override };
  });
}

const overrides = (errors: Errors): ReadonlyMap<string, Override> =>
  new Map(
    errors.flatMap((entry) => (typeof entry === "string" ? [[entry, {}]] : Object.entries(entry))),
  );
