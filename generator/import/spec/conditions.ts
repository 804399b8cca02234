import { isList } from "../../lint/fields.js";
import type { ConditionSpec, FieldSpec } from "../../lint/grammar.js";
import type { Condition, Field } from "../endpoint.js";
import type { Context } from "./context.js";
import type { Draft } from "./fields.js";

type Key = "when" | "requiredWhen";
type Test = ConditionSpec[string];

/** The conditions of a field, in the words of the spec: properties and members of enums. */
export function conditionsOf(
  context: Context,
  field: Field,
  drafts: ReadonlyMap<string, Draft>,
  isSent: boolean,
): Pick<FieldSpec, Key> {
  const when = conditionOf(context, field, "when", drafts);
  // What is required counts for inputs only.
  const requiredWhen = isSent ? conditionOf(context, field, "requiredWhen", drafts) : undefined;
  return { ...(when && { when }), ...(requiredWhen && { requiredWhen }) };
}

function conditionOf(
  context: Context,
  field: Field,
  key: Key,
  drafts: ReadonlyMap<string, Draft>,
): ConditionSpec | undefined {
  const tests = new Map<string, Test>();
  for (const condition of field[key] ?? []) {
    const { sibling: name } = condition;
    const draft = name === field.name ? undefined : drafts.get(name);
    const found = draft === undefined ? undefined : testOf(context, condition, draft);
    const reason =
      draft === undefined
        ? `there is no field ${name} beside it`
        : found === undefined
          ? `${name} has no such values`
          : tests.has(draft.property)
            ? `it tests ${name} twice`
            : undefined;
    if (reason !== undefined || draft === undefined || found === undefined) {
      // A part of what must hold together would say something else.
      context.leaveOut(field.at, `"${key}" of "${field.name}"`, reason ?? "");
      return undefined;
    }
    tests.set(draft.property, found);
  }
  return tests.size === 0 ? undefined : Object.fromEntries(tests);
}

function testOf(context: Context, { is }: Condition, { kind: { type } }: Draft): Test | undefined {
  if (is === "present" || is === "absent") return is;
  const item = isList(type) ? type[0] : type;
  if (item === "boolean") {
    const [only, ...others] = new Set(is);
    return typeof only === "boolean" && others.length === 0 ? only : undefined;
  }
  const values = typeof item === "string" ? context.known.enum(item)?.values : undefined;
  if (values === undefined || is.length === 0) return undefined;
  const members = [...new Set(is)].map((value) => memberOf(Object.entries(values), value));
  const known = members.flatMap((member) => member ?? []);
  if (known.length < members.length) return undefined;
  return known.length === 1 && known[0] !== undefined ? known[0] : known;
}

/** A page may quote a number, and a condition may have read it from text. */
const memberOf = (
  members: readonly (readonly [string, { readonly value: string | number }])[],
  value: string | number | boolean,
): string | undefined => members.find(([, member]) => String(member.value) === String(value))?.[0];
