import { expected, isRecord } from "./issues.js";
import type { AnyOperation } from "./operation.js";
import { notify } from "./hooks.js";
import type { Hooks } from "./hooks.js";
import type { Level } from "./settings.js";
import { ValidationError } from "./validation-error.js";

/** Returns the input, or throws a `ValidationError`. That it is an object counts at every level. */
export function checkedInput(
  { id, input: check }: AnyOperation,
  input: unknown,
  level: Level,
): Record<string, unknown> {
  if (!isRecord(input))
    throw new ValidationError(id, "input", expected(undefined, [], "an object", input));
  const issues = level === "off" ? undefined : check(input, level === "strict");
  if (issues === undefined) return input;
  throw new ValidationError(id, "input", issues);
}

/** Reports how a reply differs from its documentation, and throws for it only at the level `strict`. */
export function checkOutput(
  { id, effect, output: check }: AnyOperation,
  data: unknown,
  level: Level,
  onUnexpected: Hooks["onUnexpected"],
): void {
  const strict = level === "strict";
  if (level === "off" || (!strict && onUnexpected === undefined)) return;
  const issues = check(data, strict);
  if (issues === undefined) return;
  const mayHaveBeenApplied = effect === "write";
  if (strict)
    throw Object.assign(new ValidationError(id, "output", issues), { mayHaveBeenApplied });
  notify(onUnexpected, { operation: id, issues });
}
