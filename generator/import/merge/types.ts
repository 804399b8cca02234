import type { TypeSpec } from "../../lint/grammar.js";
import { mergeFields, type Claim } from "./field.js";
import type { Report, Spot } from "./place.js";
import { chosen } from "./words.js";

/** A type as the pages that describe it say it is. */
export function mergeType(
  there: TypeSpec | undefined,
  given: readonly Claim<TypeSpec>[],
  others: number,
  spot: Spot,
  report: Report,
): TypeSpec {
  const label = chosen(
    there?.label,
    given.map(({ value }) => value.label),
    others === 0,
  );
  const doc = there?.doc ?? given.find(({ value }) => value.doc !== undefined)?.value.doc;
  const claims = { given: given.map(fieldsOf), others };
  const fields = mergeFields(there?.fields, claims, spot.inside("fields"), report);
  const said = {
    ...(label === undefined ? {} : { label }),
    ...(doc === undefined ? {} : { doc }),
    fields,
  };
  return { ...there, ...said };
}

const fieldsOf = ({ operation, value }: Claim<TypeSpec>): Claim<TypeSpec["fields"]> => ({
  operation,
  value: value.fields,
});
