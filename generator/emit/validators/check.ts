import type { FunctionDeclarationStructure } from "ts-morph";
import type { Field } from "../../model/model.js";
import { comment, conditionText } from "../comments.js";
import { literal } from "../escape.js";
import { kind } from "../kinds.js";
import { checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { fails, holds } from "./conditions.js";
import { foundLines, usesLevel } from "./found.js";
import { destructured, isUnusable, lines, type Scope } from "./scope.js";
import { kindText } from "./shape.js";

/** Straight through the fields, each of which is read once, and on to the keys that nobody expects. */
export function check(scope: Scope): FunctionDeclarationStructure {
  const { type, module, direction, name } = scope;
  const ref = direction === "input" ? inputRef(type) : outputRef(type);
  const issue = module.type(runtime("issues", "Issue"));
  const isRecord = module.value(runtime("issues", "isRecord"));
  const expectObject = module.value(runtime("expect", "expectObject"));
  return {
    kind: kind.function,
    isExported: true,
    name: checkRef(ref).name,
    docs: comment(`@internal Every difference between a value and {@link ${name}}.`),
    parameters: [
      { name: "value", type: "unknown" },
      { name: asksLevel(scope) ? "strict" : "_strict", type: "boolean" },
    ],
    returnType: `${issue}[] | undefined`,
    statements: lines(
      `if (!${isRecord}(value)) return ${expectObject}(value);`,
      ...destructured(scope, isChecked(scope), ({ when, requiredWhen }) => [
        ...when,
        ...requiredWhen,
      ]),
      `let issues: ${issue}[] | undefined;`,
      ...type.fields.flatMap((field) => fieldLines(field, scope, issue)),
      keyLine(scope),
      "return issues;",
    ),
  };
}

/** Whether anything in a check depends on the level. */
const asksLevel = ({ type, direction }: Scope): boolean =>
  direction === "output" ||
  type.fields.some(
    ({ type, when, unusable }) => !unusable && (when.length > 0 || usesLevel(type, direction)),
  );

/** Whether a check reads a field. */
const isChecked = (scope: Scope) => (field: Field) => fieldLines(field, scope, "").length > 0;

function fieldLines(field: Field, scope: Scope, issue: string): string[] {
  const { local, module, property, direction } = scope;
  const report = (name: string) => `issues = ${module.value(runtime("issues", name))}`;
  const value = local(field);
  const key = literal(property(field));
  const isInput = direction === "input";
  if (isUnusable(field, scope))
    return [`if (${value} !== undefined) ${report("unusable")}(issues, [${key}]);`];
  // In replies null means absent, except where it may be a value.
  const isAny = field.type.kind === "scalar" && field.type.name === "any";
  const present = isInput || isAny ? `${value} !== undefined` : `${value} != null`;
  const isNeeded = isInput ? field.required : field.always;
  const lines: string[] = [];
  const found = foundLines(field, value, isNeeded, direction, module);
  if (found !== undefined) {
    const { first, more } = found;
    const within = (what: string) => `${report("within")}(issues, ${what}, ${key});`;
    const test = isNeeded ? "" : `if (${present}) `;
    if (more.length === 0) lines.push(`${test}${within(first)}`);
    else
      lines.push(
        `${test}{`,
        `let found: ${issue}[] | undefined = ${first};`,
        ...more,
        within("found"),
        "}",
      );
  }
  if (!isInput) return lines;
  if (field.requiredWhen.length > 0) {
    const what = literal(`${kindText(field.type)}, since ${conditionText(field.requiredWhen)}`);
    const test = `${value} === undefined && ${holds(field.requiredWhen, local, module)}`;
    lines.push(`if (${test}) ${report("expected")}(issues, [${key}], ${what}, ${value});`);
  }
  if (field.when.length > 0) {
    const test = `strict && ${value} !== undefined && ${fails(field.when, local, module)}`;
    const when = literal(conditionText(field.when));
    lines.push(`if (${test}) ${report("notApplicable")}(issues, [${key}], ${when});`);
  }
  return lines;
}

/** Looks at the keys there are: what nobody expects is among them. */
function keyLine({ type, module, property, direction, isKey }: Scope): string {
  const report = (name: string) => `issues = ${module.value(runtime("issues", name))}`;
  const known = `[${type.fields.map((field) => literal(property(field))).join(", ")}]`;
  // The server misspells nothing: its key is newer than the documentation.
  if (direction === "output")
    return `if (strict) ${report("undocumentedKeys")}(issues, value, ${known});`;
  const isNone = type.fields.length > 0 ? `if (!${isKey}(name)) ` : "";
  // A caller may have misspelt a key: the issue names the one it resembles.
  return `for (const name in value) ${isNone}${report("unknownKey")}(issues, value, name, ${known});`;
}
