import type { Condition, Field, Json } from "../model/model.js";
import { unreachable } from "../unreachable.js";
import type { JsonObject } from "../model/json.js";
import { record } from "./json.js";

/** Conditions in the notation of the spec, for `x-when` and `x-required-when`. */
export function conditionNotes(conditions: readonly Condition[]): JsonObject | undefined {
  if (conditions.length === 0) return undefined;
  return Object.fromEntries(conditions.map((item) => [item.sibling.wire, note(item.test)]));
}

function note(test: Condition["test"]): Json {
  switch (test.kind) {
    case "members":
      return oneOrMany(test.members.map((member) => member.name));
    case "boolean":
      return test.value;
    case "present":
    case "absent":
      return test.kind;
    default:
      return unreachable(test);
  }
}

function oneOrMany(names: readonly string[]): Json {
  const [only] = names;
  return only !== undefined && names.length === 1 ? only : names;
}

/** The `allOf` of an object whose conditional fields are enforced, not only noted. */
export function conditionRules(fields: readonly Field[], strict: boolean): readonly JsonObject[] {
  const usable = fields.filter((field) => !field.unusable);
  return [...usable.flatMap(requiredRule), ...(strict ? usable.flatMap(placementRule) : [])];
}

function requiredRule({ property, requiredWhen }: Field): readonly JsonObject[] {
  if (requiredWhen.length === 0) return [];
  return [{ if: allOf(requiredWhen), then: { required: [property] } }];
}

function placementRule({ property, when }: Field): readonly JsonObject[] {
  if (when.length === 0) return [];
  // This way around a violation is where the field is.
  return [{ if: allOf(when), else: { properties: { [property]: false } } }];
}

function allOf(conditions: readonly Condition[]): JsonObject {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return holds(only);
  return { allOf: conditions.map(holds) };
}

function holds({ sibling, test }: Condition): JsonObject {
  const name = sibling.property;
  switch (test.kind) {
    case "members":
      return hasValue(
        sibling,
        test.members.map((member) => member.value),
      );
    case "boolean":
      return hasValue(sibling, [test.value]);
    case "present":
      return { required: [name] };
    case "absent":
      return { not: { required: [name] } };
    default:
      return unreachable(test);
  }
}

/** An array passes when it contains one of the values. */
function hasValue({ property, type }: Field, values: readonly Json[]): JsonObject {
  const value = { enum: values };
  const test = type.kind === "array" ? record({ type: "array", contains: value }) : value;
  return { required: [property], properties: { [property]: test } };
}
