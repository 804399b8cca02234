import type { FunctionDeclarationStructure } from "ts-morph";
import type { Direction, Field, ObjectType } from "../../model/model.js";
import { comment, conditionText } from "../comments.js";
import { literal } from "../escape.js";
import { kind } from "../kinds.js";
import type { Module } from "../module.js";
import { checkRef, inputRef, isRef, outputRef, runtime } from "../symbols.js";
import { checkLines } from "./check.js";
import { fails, holds } from "./conditions.js";
import { isLines } from "./is.js";
import { destructure, locals, type Locals } from "./locals.js";
import { isIdle, passesLevel, plan, type Plan } from "./plan.js";
import { kindText } from "./shape.js";

/** The predicate, the check and the known keys of a type, for one direction. */
export function validators(
  type: ObjectType,
  direction: Direction,
  module: Module,
): FunctionDeclarationStructure[] {
  const scope = scopeOf(type, direction, module);
  return [predicate(scope), check(scope), ...(type.fields.length === 0 ? [] : [knownKeys(scope)])];
}

interface Scope {
  readonly type: ObjectType;
  readonly direction: Direction;
  readonly module: Module;
  readonly name: string;
  readonly property: (field: Field) => string;
  readonly local: Locals;
  readonly plans: ReadonlyMap<Field, Plan>;
  readonly isKey: string;
}

function scopeOf(type: ObjectType, direction: Direction, module: Module): Scope {
  const isInput = direction === "input";
  const { name } = isInput ? inputRef(type) : outputRef(type);
  const property = (field: Field) => (isInput ? field.property : field.wire);
  const local = locals(type.fields, property);
  const checked = type.fields.filter((field) => !(isInput && field.unusable));
  const plans = new Map(
    checked.map((field) => {
      const value = local(field);
      const needed = isInput ? field.required : field.always;
      // In replies null means absent.
      const present = needed ? undefined : isInput ? `${value} !== undefined` : `${value} != null`;
      return [
        field,
        plan(field, { value, path: literal(property(field)), present }, direction, module),
      ];
    }),
  );
  return { type, direction, module, name, property, local, plans, isKey: `knownTo${name}` };
}

const isUnusable = (field: Field, { direction }: Scope): boolean =>
  direction === "input" && field.unusable;

function predicate(scope: Scope): FunctionDeclarationStructure {
  const { type, module, direction, name } = scope;
  const ref = direction === "input" ? inputRef(type) : outputRef(type);
  const isRecord = module.value(runtime("issues", "isRecord"));
  const fields = type.fields.flatMap((field) => predicateLines(field, scope));
  const unknown = () => `${module.value(runtime("issues", "isUnknown"))}(value, name)`;
  const extra = direction === "input" ? [eachUnknown(scope, [unknown()], "return false;")] : [];
  return {
    kind: kind.function,
    isExported: true,
    name: isRef(ref).name,
    docs: comment(`Whether a value passes as {@link ${name}} at the level \`documented\`.`),
    parameters: [{ name: "value", type: "unknown" }],
    returnType: `value is ${module.type(ref)}`,
    statements:
      fields.length + extra.length === 0
        ? [`return ${isRecord}(value);`]
        : lines(
            `if (!${isRecord}(value)) return false;`,
            ...destructured(scope, ({ requiredWhen }) => requiredWhen),
            ...fields,
            ...extra,
            "return true;",
          ),
  };
}

function predicateLines(field: Field, scope: Scope): string[] {
  const { local, plans, direction, module } = scope;
  if (isUnusable(field, scope)) return [`if (${local(field)} !== undefined) return false;`];
  const planned = plans.get(field);
  const tests = planned === undefined ? [] : isLines(planned);
  if (direction === "output" || field.requiredWhen.length === 0) return tests;
  return [
    ...tests,
    `if (${local(field)} === undefined && ${holds(field.requiredWhen, local, module)}) return false;`,
  ];
}

function check(scope: Scope): FunctionDeclarationStructure {
  const { type, module, direction, name } = scope;
  const ref = direction === "input" ? inputRef(type) : outputRef(type);
  const issue = module.type(runtime("issues", "Issue"));
  const isRecord = module.value(runtime("issues", "isRecord"));
  const expected = module.value(runtime("issues", "expected"));
  const fields = type.fields.flatMap((field) => fieldChecks(field, scope));
  const body = [
    ...destructured(scope, ({ when, requiredWhen }) => [...when, ...requiredWhen]),
    `let issues: ${issue}[] | undefined;`,
    ...fields,
    direction === "input" ? unknownKeys(scope) : `if (strict) ${undocumentedKeys(scope)}`,
    "return issues;",
  ];
  return {
    kind: kind.function,
    isExported: true,
    name: checkRef(ref).name,
    docs: comment(`Every difference between a value and {@link ${name}}.`),
    parameters: [
      { name: "value", type: "unknown" },
      {
        name: usesLevel(scope) ? "strict" : "_strict",
        type: "boolean",
      },
    ],
    returnType: `${issue}[] | undefined`,
    statements: lines(
      `if (!${isRecord}(value)) return ${expected}(undefined, [], "an object", value);`,
      ...body,
    ),
  };
}

/** Whether anything in a check depends on the level. */
const usesLevel = ({ type, direction, plans }: Scope): boolean =>
  direction === "output" ||
  type.fields.some(({ when, unusable }) => when.length > 0 && !unusable) ||
  [...plans].some(([{ unusable }, plan]) => !unusable && passesLevel(plan));

function fieldChecks(field: Field, scope: Scope): string[] {
  const { local, module, plans, property, direction } = scope;
  const value = local(field);
  const path = `[${literal(property(field))}]`;
  if (isUnusable(field, scope)) {
    return [
      `if (${value} !== undefined) issues = ${module.value(runtime("issues", "unusable"))}(issues, ${path});`,
    ];
  }
  const planned = plans.get(field);
  const tests = planned === undefined ? [] : checkLines(planned, module);
  if (direction === "output") return tests;
  const { when, requiredWhen } = field;
  if (requiredWhen.length > 0) {
    const what = literal(`${kindText(field.type)}, since ${conditionText(requiredWhen)}`);
    const expected = module.value(runtime("issues", "expected"));
    tests.push(
      `if (${value} === undefined && ${holds(requiredWhen, local, module)}) issues = ${expected}(issues, ${path}, ${what}, ${value});`,
    );
  }
  if (when.length > 0) {
    const notApplicable = module.value(runtime("issues", "notApplicable"));
    const report = `issues = ${notApplicable}(issues, ${path}, ${literal(conditionText(when))});`;
    tests.push(`if (strict && ${value} !== undefined && ${fails(when, local, module)}) ${report}`);
  }
  return tests;
}

/** As one statement: ts-morph would set blocks apart by blank lines. */
const lines = (...text: readonly string[]): string[] => [text.join("\n")];

/** Variables for what the body reads: the fields that it tests, and what their conditions name. */
function destructured(scope: Scope, conditions: (field: Field) => Field["when"]): string[] {
  const { type, direction, plans, property, local, module } = scope;
  const named = type.fields.flatMap((field) =>
    direction === "output" || field.unusable || conditions(field).length === 0
      ? []
      : [field, ...conditions(field).map(({ sibling }) => sibling)],
  );
  const names = new Set(named.map(property));
  const read = type.fields.filter((field) => {
    const planned = plans.get(field);
    const isTested = planned !== undefined && !isIdle(planned);
    return isTested || names.has(property(field)) || isUnusable(field, scope);
  });
  return destructure(read, property, local, () => module.value(runtime("issues", "own")));
}

/** Looks at the keys there are, not at those there could be: cheap, and finds what nobody expects. */
const eachUnknown = ({ type, isKey }: Scope, unknown: readonly string[], then: string): string => {
  const tests = [...(type.fields.length > 0 ? [`!${isKey}(name)`] : []), ...unknown];
  return `for (const name in value) ${tests.length > 0 ? `if (${tests.join(" && ")}) ` : ""}${then}`;
};

/** A caller may have misspelt a key: the issue names the one it resembles. */
function unknownKeys(scope: Scope): string {
  const { type, module, property } = scope;
  const known = `[${type.fields.map((field) => literal(property(field))).join(", ")}]`;
  const report = module.value(runtime("issues", "unknownKey"));
  return eachUnknown(scope, [], `issues = ${report}(issues, value, name, ${known});`);
}

/** The server misspells nothing: its key is newer than the documentation. */
function undocumentedKeys(scope: Scope): string {
  const report = scope.module.value(runtime("issues", "undocumentedKey"));
  return eachUnknown(scope, [], `issues = ${report}(issues, value, name);`);
}

function knownKeys({ type, property, isKey }: Scope): FunctionDeclarationStructure {
  const tests = type.fields.map((field) => `name === ${literal(property(field))}`);
  return {
    kind: kind.function,
    name: isKey,
    parameters: [{ name: "name", type: "string" }],
    returnType: "boolean",
    statements: [`return ${tests.join(" || ")};`],
  };
}
