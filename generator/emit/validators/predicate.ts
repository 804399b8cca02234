import type { FunctionDeclarationStructure } from "ts-morph";
import type { Field, TypeRef } from "../../model/model.js";
import { comment } from "../comments.js";
import { literal } from "../escape.js";
import { kind } from "../kinds.js";
import { inputRef, isRef, outputRef, runtime } from "../symbols.js";
import { fails, holds } from "./conditions.js";
import { isLines, isNewer } from "./is.js";
import { isIdle } from "./plan.js";
import { destructured, isUnusable, lines, type Scope } from "./scope.js";
import { isConditional, isStricter } from "./strictness.js";

/** Straight through the fields, out at the first that fails. */
export function predicate(scope: Scope): FunctionDeclarationStructure {
  const { type, module, direction, name } = scope;
  const ref = direction === "input" ? inputRef(type) : outputRef(type);
  const isRecord = module.value(runtime("issues", "isRecord"));
  const fields = inTurn(type.fields).flatMap((field) => predicateLines(field, scope));
  const strict = { name: "strict", type: "boolean", hasQuestionToken: true };
  return {
    kind: kind.function,
    isExported: true,
    name: isRef(ref).name,
    docs: comment(`@internal Whether a value passes as {@link ${name}}.`),
    parameters: [
      { name: "value", type: "unknown" },
      ...(isStricter(type, direction) ? [strict] : []),
    ],
    returnType: `value is ${module.type(ref)}`,
    statements: lines(
      `if (!${isRecord}(value)) return false;`,
      ...destructured(scope, isTested(scope)),
      ...fields,
      ...(direction === "input" ? [`if (${scope.hasMore}(value)) return false;`] : []),
      ...whenStrict(strictTests(scope)),
      "return true;",
    ),
  };
}

/** What is cheap to test comes first: what is wrong with it spares the rest. */
const inTurn = (fields: readonly Field[]): readonly Field[] => [
  ...fields.filter(({ type }) => isSingle(type)),
  ...fields.filter(({ type }) => !isSingle(type)),
];

const isSingle = ({ kind }: TypeRef): boolean => kind === "scalar" || kind === "enum";

/** Whether a predicate reads a field. */
const isTested =
  ({ direction, plans }: Scope) =>
  (field: Field): boolean => {
    const planned = plans.get(field);
    // Those with no plan must not be there.
    if (planned === undefined || !isIdle(planned)) return true;
    return direction === "input" && (field.requiredWhen.length > 0 || isConditional(field));
  };

function predicateLines(field: Field, scope: Scope): string[] {
  const { local, plans, direction, module } = scope;
  if (isUnusable(field, scope)) return [`if (${local(field)} !== undefined) return false;`];
  const planned = plans.get(field);
  const tests = planned === undefined ? [] : isLines(planned);
  const { requiredWhen } = field;
  if (direction === "output" || requiredWhen.length === 0) return tests;
  return [
    ...tests,
    `if (${local(field)} === undefined && ${holds(requiredWhen, local, module)}) return false;`,
  ];
}

/** True of a value that passes as documented, but not when strict. */
function strictTests({
  type,
  direction,
  plans,
  local,
  module,
  hasMore,
  isShared,
}: Scope): string[] {
  if (direction === "input")
    return type.fields
      .filter(isConditional)
      .map((field) => `${local(field)} !== undefined && ${fails(field.when, local, module)}`);
  const newer = [...plans.values()].map(isNewer).filter((test) => test !== undefined);
  return [...newer, `${hasMore}(value${isShared ? ", null" : ""})`];
}

function whenStrict(tests: readonly string[]): string[] {
  if (tests.length === 1) return [`if (strict && ${tests.join()}) return false;`];
  if (tests.length === 0) return [];
  return ["if (strict) {", ...tests.map((test) => `if (${test}) return false;`), "}"];
}

/**
 * Looks at the keys there are, not at those there could be: cheap, and finds what nobody expects.
 * A chain of comparisons: no lookup is as fast.
 */
export function unknownKeys(scope: Scope): FunctionDeclarationStructure {
  const { type, direction, module, property, hasMore, isShared } = scope;
  // In replies null means absent.
  const absent = isShared ? ", absent" : direction === "output" ? ", null" : "";
  const isUnknown = `${module.value(runtime("issues", "isUnknown"))}(value, name${absent})`;
  const tests = type.fields.map((field) => `name !== ${literal(property(field))}`);
  return {
    kind: kind.function,
    name: hasMore,
    parameters: [
      { name: "value", type: "Readonly<Record<string, unknown>>" },
      ...(isShared ? [{ name: "absent", type: "null", hasQuestionToken: true }] : []),
    ],
    returnType: "boolean",
    statements: lines(
      `for (const name in value) if (${[...tests, isUnknown].join(" && ")}) return true;`,
      "return false;",
    ),
  };
}
