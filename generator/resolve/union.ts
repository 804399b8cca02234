import { inputName } from "../model/names.js";
import type { EnumMember, Field, ObjectType, Union, Variant } from "../model/model.js";

/**
 * The shapes of an input whose fields depend on the value of one enum among them. Fields of other
 * members are left out, not forbidden: what the checker tolerates stays assignable.
 */
export function union(type: Pick<ObjectType, "name" | "fields">): Union | undefined {
  const fields = type.fields.filter((field) => !field.unusable);
  const tag = tagOf(fields);
  if (tag === undefined || tag.type.kind !== "enum") return undefined;
  const members = tag.type.of.members;
  const named = members.filter((member) => fields.some((field) => names(field, tag, member)));
  const rest = members.filter((member) => !named.includes(member));
  // Beyond 25 members TypeScript does not try them one by one: a value that may be any of them
  // needs a variant that takes them all.
  const others = members.length > 25 ? members : rest;
  const shared = fields.filter((field) => !depends(field, tag));
  const own = fields.filter((field) => field.property !== tag.property && depends(field, tag));
  // A member may be called Other too.
  const apart = (word: string) => (named.some(({ name }) => name === word) ? `Any${word}` : word);
  const variant = (suffix: string, of: readonly EnumMember[] | undefined): Variant => ({
    name: inputName(type.name + suffix),
    members: of,
    fields: own.flatMap((field) => inVariant(field, tag, of)),
  });
  const variants = named.map((member) => variant(member.name, [member]));
  if (others.length > 0) variants.push(variant(apart("Other"), others));
  if (!tag.required) variants.push(variant(apart("Untagged"), undefined));
  return { tag, base: { name: inputName(type.name + apart("Base")), fields: shared }, variants };
}

/** Whether a field's presence or need can differ between variants. */
const depends = (field: Field, tag: Field): boolean =>
  field.property === tag.property ||
  [...field.when, ...field.requiredWhen].some(({ sibling }) => sibling.property === tag.property);

/** The enum that most fields depend on; a condition on anything else is left to the checker. */
function tagOf(fields: readonly Field[]): Field | undefined {
  const counts = new Map<string, number>();
  for (const { property } of fields.flatMap((field) =>
    tagConditions(field).map(({ sibling }) => sibling),
  )) {
    counts.set(property, (counts.get(property) ?? 0) + 1);
  }
  const [property] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return fields.find((field) => field.property === property);
}

const tagConditions = ({ when, requiredWhen }: Field) =>
  [...when, ...requiredWhen].filter(
    ({ sibling, test }) =>
      sibling.type.kind === "enum" && !sibling.unusable && test.kind === "members",
  );

const names = (field: Field, tag: Field, member: EnumMember): boolean =>
  tagConditions(field).some(
    ({ sibling, test }) =>
      sibling.property === tag.property && test.kind === "members" && test.members.includes(member),
  );

function inVariant(
  field: Field,
  tag: Field,
  members: readonly EnumMember[] | undefined,
): Variant["fields"] {
  const holds = (conditions: Field["when"]) =>
    conditions.every(
      ({ sibling, test }) =>
        sibling.property !== tag.property ||
        (test.kind === "members" &&
          members !== undefined &&
          members.every((member) => test.members.includes(member))) ||
        (test.kind === "present" && members !== undefined) ||
        (test.kind === "absent" && members === undefined),
    );
  if (!holds(field.when)) return [];
  const onlyTag = field.requiredWhen.every(({ sibling }) => sibling.property === tag.property);
  const demanded = field.requiredWhen.length > 0 && onlyTag && holds(field.requiredWhen);
  return [{ field, required: field.required || demanded }];
}
