import type { StatementStructures } from "ts-morph";
import type { Field } from "../../model/model.js";
import { comment, conditionText } from "../comments.js";
import { constant, objectText } from "../constant.js";
import { key, literal } from "../escape.js";
import { checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { fails, holds } from "./conditions.js";
import { fieldCheck } from "./field-check.js";
import { pattern } from "./locals.js";
import { inOrder, isUnusable, type Scope } from "./scope.js";
import { kindText } from "./shape.js";

/** The checks of the fields by their keys, the keys that must be there, and the conditions. */
export function check(scope: Scope): StatementStructures {
  const { type, module, direction, name, property } = scope;
  const isInput = direction === "input";
  const ref = isInput ? inputRef(type) : outputRef(type);
  const needed = type.fields.filter((field) => (isInput ? field.required : field.always));
  const fields = type.fields.map((field) => ({
    key: key(property(field)),
    value: fieldCheck(field, scope),
  }));
  const [demands, refusals] = isInput
    ? [together(scope, "requiredWhen", demand), together(scope, "when", refusal)]
    : [];
  const words = [
    `() => (${fields.length === 0 ? "{}" : objectText(fields)})`,
    ...(needed.length > 0 || demands || refusals ? [literal(needed.map(property))] : []),
    ...(demands || refusals ? [demands ?? "undefined"] : []),
    ...(refusals ? [refusals] : []),
  ];
  return constant({
    name: checkRef(ref).name,
    docs: comment(`@internal Adds every difference between a value and {@link ${name}}.`),
    type: module.type(runtime("issues", "Check")),
    value: `/* @__PURE__ */ ${module.value(runtime("checks", direction))}(${words.join(", ")})`,
  });
}

/** The function that looks at fields beside each other; undefined when there is no need to. */
function together(
  scope: Scope,
  conditions: "when" | "requiredWhen",
  line: (field: Field, scope: Scope) => string,
): string | undefined {
  const asked = (field: Field) => !isUnusable(field, scope) && field[conditions].length > 0;
  const fields = scope.type.fields.filter(asked);
  if (fields.length === 0) return undefined;
  const siblings = fields.flatMap((field) => field[conditions].map(({ sibling }) => sibling));
  const read = inOrder(scope, [...fields, ...siblings]);
  const lines = fields.map((field) => line(field, scope));
  return `(out, ${pattern(read, scope.property, scope.local)}) => {\n${lines.join("\n")}\n}`;
}

/** Adds that a field is missing for which its siblings ask. */
function demand(field: Field, { local, module, property }: Scope): string {
  const { type, requiredWhen } = field;
  const mismatch = module.value(runtime("expect", "mismatch"));
  const what = literal(`${kindText(type)}, since ${conditionText(requiredWhen)}`);
  const isMissing = `${local(field)} === undefined && ${holds(requiredWhen, local, module)}`;
  return `if (${isMissing}) ${mismatch}(out, ${what}, ${local(field)}, ${literal(property(field))});`;
}

/** Adds that a field is there which its siblings make pointless. */
function refusal(field: Field, { local, module, property }: Scope): string {
  const notApplicable = module.value(runtime("expect", "notApplicable"));
  const isIdle = `${local(field)} !== undefined && ${fails(field.when, local, module)}`;
  return `if (${isIdle}) ${notApplicable}(out, ${literal(conditionText(field.when))}, ${literal(property(field))});`;
}
