import type { FieldSpec } from "../../lint/grammar.js";
import { misfits } from "../../lint/misfit.js";
import { losesDigits } from "../../load/plain.js";
import type { Field, Json } from "../endpoint.js";
import type { Context } from "./context.js";

/** An example or a default that the linter would let stand beside the field's other facts. */
export function fitting(
  context: Context,
  field: Field,
  spec: FieldSpec,
  key: "example" | "default",
): FieldSpec["example"] {
  const value = field[key];
  if (value === undefined) return undefined;
  const reason = unwritable(value, MAX_DEPTH) ?? misfit(context, spec, value);
  // The grammar's own type of JSON is the same, but for its lists, which it would let us change.
  if (reason === undefined) return value as FieldSpec["example"];
  context.leaveOut(field.at, `the ${key} of "${field.name}"`, reason);
  return undefined;
}

function misfit(context: Context, spec: FieldSpec, value: Json): string | undefined {
  for (const { path, reason } of misfits(context.known.spec, spec, value, "input"))
    return path.length === 0 ? reason : `at ${path.join(".")}, ${reason}`;
  return undefined;
}

const MAX_DEPTH = 12;
const MAX_LENGTH = 2000;

/** Why YAML, or the spec's grammar, cannot hold a value. */
function unwritable(value: Json, left: number): string | undefined {
  if (value === null) return "a spec has no null";
  if (typeof value === "string") {
    if (value.length > MAX_LENGTH) return "it is too long for an example";
    return value.includes("\uFFFD") ? "it is broken text" : undefined;
  }
  if (typeof value === "number")
    return losesDigits(value, String(value)) ? "it has more digits than a number keeps" : undefined;
  if (typeof value === "boolean") return undefined;
  if (left === 0) return "it is nested too deep";
  for (const [key, inner] of Object.entries(value)) {
    if (key === "__proto__") return "no object of JavaScript can have a field __proto__";
    const reason = unwritable(inner, left - 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
