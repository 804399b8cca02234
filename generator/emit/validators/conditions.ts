import type { Condition } from "../../model/model.js";
import { unreachable } from "../../unreachable.js";
import { literal } from "../escape.js";
import type { Module } from "../module.js";
import { runtime } from "../symbols.js";
import type { Locals } from "./locals.js";

/** The expression that is true when every condition holds; safe to join with `&&`. */
export const holds = (conditions: readonly Condition[], local: Locals, module: Module): string =>
  conditions.map((condition) => test(condition, local, module)).join(" && ");

/** The expression that is true when one of them does not; safe to join with `&&`. */
export function fails(conditions: readonly Condition[], local: Locals, module: Module): string {
  const [only, ...others] = conditions;
  const negated = only && others.length === 0 && negation(only, local);
  return negated || `!(${holds(conditions, local, module)})`;
}

/** The opposite of one plain test, without brackets. */
function negation({ sibling, test }: Condition, local: Locals): string | undefined {
  const value = local(sibling);
  if (test.kind === "present") return `${value} === undefined`;
  if (test.kind === "absent") return `${value} !== undefined`;
  if (sibling.type.kind === "array") return undefined;
  if (test.kind === "boolean") return `${value} !== ${test.value}`;
  return test.members.map((member) => `${value} !== ${literal(member.value)}`).join(" && ");
}

function test({ sibling, test }: Condition, local: Locals, module: Module): string {
  const value = local(sibling);
  const is = (expected: string) => {
    if (sibling.type.kind !== "array") return `${value} === ${expected}`;
    return `${module.value(runtime("issues", "isList"))}(${value}) && ${value}.includes(${expected})`;
  };
  switch (test.kind) {
    case "members": {
      const tests = test.members.map((member) => is(literal(member.value)));
      return tests.length === 1 ? tests.join() : `(${tests.join(" || ")})`;
    }
    case "boolean":
      return is(String(test.value));
    case "present":
      return `${value} !== undefined`;
    case "absent":
      return `${value} === undefined`;
    default:
      return unreachable(test);
  }
}
