import type { StatementStructures } from "ts-morph";
import type { Field } from "../../model/model.js";
import { comment, conditionText } from "../comments.js";
import { constant } from "../constant.js";
import { literal } from "../escape.js";
import { checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { fails, holds } from "./conditions.js";
import { valueLines } from "./found.js";
import { destructured, isUnusable, type Scope } from "./scope.js";
import { kindText } from "./shape.js";

/** Straight through the fields, each of which is read once, and on to the keys that nobody expects. */
export function check(scope: Scope): StatementStructures {
  const { type, module, direction, name } = scope;
  const ref = direction === "input" ? inputRef(type) : outputRef(type);
  const fields = type.fields.map((field) => ({ field, lines: fieldLines(field, scope) }));
  const checked = fields.filter(({ lines }) => lines.length > 0);
  const read = destructured(
    scope,
    (field) => checked.some((other) => other.field === field),
    ({ when, requiredWhen }) => [...when, ...requiredWhen],
  );
  const body = [...read, ...checked.flatMap(({ lines }) => lines), keyLine(scope)];
  return constant({
    name: checkRef(ref).name,
    docs: comment(`@internal Adds every difference between a value and {@link ${name}}.`),
    type: module.type(runtime("issues", "Check")),
    value: `/* @__PURE__ */ ${module.value(runtime("expect", "object"))}((out, value) => {\n${body.join("\n")}\n})`,
  });
}

function fieldLines(field: Field, scope: Scope): string[] {
  const { local, module, property, direction, report } = scope;
  const { type, requiredWhen, when } = field;
  const value = local(field);
  const key = literal(property(field));
  if (isUnusable(field, scope)) return [`if (${value} !== undefined) ${report("unusable", key)};`];
  const lines = valueLines(field, scope);
  if (direction === "output") return lines;
  if (requiredWhen.length > 0) {
    const what = literal(`${kindText(type)}, since ${conditionText(requiredWhen)}`);
    const isMissing = `${value} === undefined && ${holds(requiredWhen, local, module)}`;
    lines.push(`if (${isMissing}) ${report("mismatch", what, value, key)};`);
  }
  if (when.length > 0) {
    const isIdle = `out.strict && ${value} !== undefined && ${fails(when, local, module)}`;
    lines.push(`if (${isIdle}) ${report("notApplicable", literal(conditionText(when)), key)};`);
  }
  return lines;
}

/** Looks at the keys there are: what nobody expects is among them. */
function keyLine({ type, property, direction, report }: Scope): string {
  const known = `[${type.fields.map((field) => literal(property(field))).join(", ")}]`;
  // A caller may have misspelt a key: the issue names the one it resembles. The server misspells
  // nothing: its key is newer than the documentation.
  return direction === "input"
    ? `${report("unknownKeys", "value", known)};`
    : `if (out.strict) ${report("undocumentedKeys", "value", known)};`;
}
