import { find, isRecord } from "./issues.js";
import type { AnyOperation } from "./operation.js";
import type { Hooks } from "./hooks.js";
import type { Level } from "./settings.js";
import { tolerant } from "./tolerant.js";
import { ValidationError } from "./validation-error.js";

/** Returns the input, or throws a `ValidationError`. That it is an object counts at every level. */
export function checkedInput(
  { id, input: check }: AnyOperation,
  input: unknown,
  level: Level,
): Record<string, unknown> {
  if (level === "off" && isRecord(input)) return input;
  const issues = find(check, input, level === "strict");
  if (issues.length > 0) throw new ValidationError(id, "input", issues);
  // Sound: a check has an issue for what is no object.
  return input as Record<string, unknown>;
}

/** Reports how a reply differs from its documentation, and throws for it only at the level `strict`. */
export function checkOutput(
  { id, effect, output: check }: AnyOperation,
  data: unknown,
  level: Level,
  hooks: Hooks,
): void {
  const strict = level === "strict";
  if (!strict && (!hooks.onUnexpected || level === "off")) return;
  const issues = find(check, data, strict);
  if (issues.length === 0) return;
  if (!strict) return void tolerant(() => hooks.onUnexpected?.({ operation: id, issues }));
  const fate = { mayHaveBeenApplied: effect === "write" };
  throw Object.assign(new ValidationError(id, "output", issues), fate);
}
