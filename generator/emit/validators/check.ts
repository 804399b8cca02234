import type { FunctionDeclarationStructure } from "ts-morph";
import type { Field } from "../../model/model.js";
import { comment, conditionText } from "../comments.js";
import { literal } from "../escape.js";
import { kind } from "../kinds.js";
import { checkRef, inputRef, outputRef, runtime } from "../symbols.js";
import { fails, holds } from "./conditions.js";
import { foundLines, issuesOf, usesLevel } from "./found.js";
import { destructured, isUnusable, lines, type Scope } from "./scope.js";
import { kindText } from "./shape.js";

/**
 * What must be there is asked for by name, all else by the keys that there are: each key is compared
 * once, and fields of one kind share their code.
 */
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
    docs: comment(`Every difference between a value and {@link ${name}}.`),
    parameters: [
      { name: "value", type: "unknown" },
      { name: asksLevel(scope) ? "strict" : "_strict", type: "boolean" },
    ],
    returnType: `${issue}[] | undefined`,
    statements: lines(
      `if (!${isRecord}(value)) return ${expectObject}(value);`,
      ...destructured(scope, mayBeMissing(scope), ({ when, requiredWhen }) => [
        ...when,
        ...requiredWhen,
      ]),
      `let issues: ${issue}[] | undefined;`,
      ...type.fields.flatMap((field) => missingLines(field, scope)),
      ...keyLines(scope, issue),
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

/** Whether a check asks for a field by name. */
const mayBeMissing =
  ({ direction }: Scope) =>
  ({ always, required, requiredWhen, unusable }: Field): boolean =>
    direction === "output" ? always : !unusable && (required || requiredWhen.length > 0);

/** Reports a field that is absent and should not be. */
function missingLines(field: Field, scope: Scope): string[] {
  const { local, module, property, direction } = scope;
  const isInput = direction === "input";
  if (isUnusable(field, scope)) return [];
  const value = local(field);
  const key = literal(property(field));
  const needed = isInput ? field.required : field.always;
  const isAny = field.type.kind === "scalar" && field.type.name === "any";
  // In replies null means absent, except where it may be a value.
  const absent = isInput || isAny ? `${value} === undefined` : `${value} == null`;
  const within = () => module.value(runtime("issues", "within"));
  const missing = () => issuesOf(field.type, value, direction, module);
  const lines = needed
    ? [`if (${absent}) issues = ${within()}(issues, ${missing()}, ${key});`]
    : [];
  if (!isInput || field.requiredWhen.length === 0) return lines;
  const what = literal(`${kindText(field.type)}, since ${conditionText(field.requiredWhen)}`);
  const expected = module.value(runtime("issues", "expected"));
  const test = `${absent} && ${holds(field.requiredWhen, local, module)}`;
  return [...lines, `if (${test}) issues = ${expected}(issues, [${key}], ${what}, ${value});`];
}

/** Looks at the keys there are, each of them once. */
function keyLines(scope: Scope, issue: string): string[] {
  const { type, module, direction } = scope;
  const isInput = direction === "input";
  const unknown = isInput ? unknownKey(scope) : undocumentedKey(scope);
  if (type.fields.length === 0)
    return [`${isInput ? "" : "if (strict) "}for (const name in value) ${unknown}`];
  return [
    "for (const name in value) {",
    "const field = value[name];",
    `if (field ${isInput ? "=== undefined" : "== null"}) continue;`,
    `let found: ${issue}[] | undefined;`,
    "switch (name) {",
    ...cases(scope),
    "default:",
    isInput ? unknown : `if (strict) ${unknown}`,
    "}",
    `if (found !== undefined) issues = ${module.value(runtime("issues", "within"))}(issues, found, name);`,
    "}",
  ];
}

/** Fields of which the same is asked share a case. */
function cases(scope: Scope): string[] {
  const groups = new Map<string, string[]>();
  for (const field of scope.type.fields) {
    const body = [...fieldLines(field, scope), "break;"].join("\n");
    groups.set(body, [...(groups.get(body) ?? []), `case ${literal(scope.property(field))}:`]);
  }
  return [...groups].flatMap(([body, labels]) => [...labels, body]);
}

function fieldLines(field: Field, scope: Scope): string[] {
  const { local, module, direction } = scope;
  const report = (name: string) => `found = ${module.value(runtime("issues", name))}`;
  if (isUnusable(field, scope)) return [`${report("unusable")}(found, []);`];
  const lines = foundLines(field, "field", direction, module);
  if (direction === "output" || field.when.length === 0) return lines;
  const notApplicable = `${report("notApplicable")}(found, [], ${literal(conditionText(field.when))});`;
  return [...lines, `if (strict && ${fails(field.when, local, module)}) ${notApplicable}`];
}

/** A caller may have misspelt a key: the issue names the one it resembles. */
function unknownKey({ type, module, property }: Scope): string {
  const known = `[${type.fields.map((field) => literal(property(field))).join(", ")}]`;
  return `issues = ${module.value(runtime("issues", "unknownKey"))}(issues, value, name, ${known});`;
}

/** The server misspells nothing: its key is newer than the documentation. */
const undocumentedKey = ({ module }: Scope): string =>
  `issues = ${module.value(runtime("issues", "undocumentedKey"))}(issues, value, name);`;
