import type { StatementStructures } from "ts-morph";
import type { Field } from "../../model/model.js";
import { comment, conditionText } from "../comments.js";
import { constant, objectText } from "../constant.js";
import { key, literal } from "../escape.js";
import { checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { fails, holds } from "./conditions.js";
import { fieldCheck } from "./field-check.js";
import { pattern } from "./locals.js";
import { isUnusable, withSiblings, type Scope } from "./scope.js";
import { kindText } from "./shape.js";

/** The checks of the fields by their keys, the keys that must be there, and the conditions. */
export function check(scope: Scope): StatementStructures {
  const { type, module, direction, name, property } = scope;
  const isInput = direction === "input";
  const ref = isInput ? inputRef(type) : outputRef(type);
  const needed = type.fields.filter((field) => (isInput ? field.required : field.always));
  const rest = isInput ? conditions(scope) : undefined;
  const fields = type.fields.map((field) => ({
    key: key(property(field)),
    value: fieldCheck(field, scope),
  }));
  const words = [
    `() => (${fields.length === 0 ? "{}" : objectText(fields)})`,
    ...(needed.length > 0 || rest ? [literal(needed.map(property))] : []),
    ...(rest ? [rest] : []),
  ];
  return constant({
    name: checkRef(ref).name,
    docs: comment(`@internal Adds every difference between a value and {@link ${name}}.`),
    type: module.type(runtime("issues", "Check")),
    value: `/* @__PURE__ */ ${module.value(runtime("checks", direction))}(${words.join(", ")})`,
  });
}

/** The function that looks at fields beside each other; undefined when there is no need to. */
function conditions(scope: Scope): string | undefined {
  const fields = scope.type.fields.filter((field) => !isUnusable(field, scope));
  const lines = fields.flatMap((field) => conditionLines(field, scope));
  if (lines.length === 0) return undefined;
  const isAsked = (field: Field) =>
    !field.unusable && field.when.length + field.requiredWhen.length > 0;
  const read = withSiblings(scope, isAsked);
  return `(out, ${pattern(read, scope.property, scope.local)}) => {\n${lines.join("\n")}\n}`;
}

function conditionLines(field: Field, { local, module, property }: Scope): string[] {
  const { type, when, requiredWhen } = field;
  const [value, name] = [local(field), literal(property(field))];
  const lines: string[] = [];
  if (requiredWhen.length > 0) {
    const mismatch = module.value(runtime("expect", "mismatch"));
    const what = literal(`${kindText(type)}, since ${conditionText(requiredWhen)}`);
    lines.push(
      `if (${value} === undefined && ${holds(requiredWhen, local, module)}) ${mismatch}(out, ${what}, ${value}, ${name});`,
    );
  }
  if (when.length > 0) {
    const notApplicable = module.value(runtime("expect", "notApplicable"));
    const isIdle = `out.strict && ${value} !== undefined && ${fails(when, local, module)}`;
    lines.push(`if (${isIdle}) ${notApplicable}(out, ${literal(conditionText(when))}, ${name});`);
  }
  return lines;
}
