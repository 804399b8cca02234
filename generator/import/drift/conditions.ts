import type { FieldSpecs } from "../../lint/fields.js";
import type { ConditionSpec } from "../../lint/grammar.js";
import type { Json } from "../endpoint.js";
import type { Names } from "./names.js";
import { shapeOf } from "./shape.js";

/** Fields that a condition may name, by the name that it uses: `as` counts there. */
export type Siblings = ReadonlyMap<string, Sibling>;

interface Sibling {
  readonly wire: string;
  /** Wire values by member. */
  readonly values: ReadonlyMap<string, string | number>;
}

export const siblingsOf = (fields: FieldSpecs, names: Names): Siblings =>
  new Map(
    Object.entries(fields).map(([wire, field]) => {
      const members = Object.entries(shapeOf(field, names).members?.value.values ?? {});
      const values = new Map(members.map(([name, { value }]) => [name, value] as const));
      return [field.as ?? wire, { wire, values }];
    }),
  );

/** A condition in wire names and values, in one order, so that two can be compared. */
export function conditionFacts(
  condition: ConditionSpec | undefined,
  siblings: Siblings,
): Json | undefined {
  if (condition === undefined) return undefined;
  const tests = Object.entries(condition).map(([name, test]): readonly [string, Json] => {
    const sibling = siblings.get(name);
    const wire = sibling?.wire ?? name;
    if (typeof test === "boolean" || test === "present" || test === "absent") return [wire, test];
    return [
      wire,
      [test]
        .flat()
        .map((member) => sibling?.values.get(member) ?? member)
        .sort(byText),
    ];
  });
  return Object.fromEntries(tests.sort(([a], [b]) => byText(a, b)));
}

const byText = (a: string | number, b: string | number): number =>
  String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
