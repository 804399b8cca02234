import type { Direction, EnumMember, Field, Json } from "../model/model.js";
import { columns } from "../columns.js";
import { commented, doc, docCode, literal } from "./escape.js";

interface Named {
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
}

/** The first line of a comment: the vendor's short term, then our own words. */
export function title({ label, doc: text }: Named): string {
  return [label, text]
    .filter((part) => part !== undefined)
    .map(doc)
    .join(": ");
}

/** Joins the parts of a comment that are there; no parts, no comment. */
export function comment(...parts: readonly (string | undefined | false)[]): string[] {
  const text = parts
    .map((part) => wrap(part || ""))
    .filter((part) => part !== "")
    .join("\n\n");
  return text === "" ? [] : [text.includes("\n") ? `\n${text}` : text];
}

const WIDTH = 92;

/** Breaks long sentences between words; lists, tags and code stay as they are. */
function wrap(paragraph: string): string {
  // No character is wider than two columns.
  if (paragraph.length * 2 <= WIDTH || /^(?:@|- )/u.test(paragraph)) return paragraph;
  let text = "";
  let column = 0;
  for (const word of paragraph.split(" ")) {
    const width = columns(word);
    const fits = column === 0 || column + 1 + width <= WIDTH;
    text += column === 0 ? word : `${fits ? " " : "\n"}${word}`;
    column = fits && column > 0 ? column + 1 + width : width;
  }
  return text;
}

export function memberComment(member: EnumMember): string[] {
  return comment(
    title(member),
    member.deprecated && "@deprecated The vendor's page advises against it.",
  );
}

/** What a field means and how it is bounded, for whoever hovers over it. */
export function fieldComment(
  field: Field,
  direction: Direction,
  conditions: Conditions = field,
): string[] {
  const facts = [...bounds(field), ...conditionFacts(field, direction, conditions)];
  const tags = [
    advice(field),
    field.default !== undefined && `@defaultValue ${docCode(field.default)}`,
    field.example !== undefined && `@example ${exampleText(field.example)}`,
  ];
  const tagText = tags.filter((tag) => tag !== false).join("\n");
  return comment(title(field), facts.join(" "), tagText);
}

/** A field that is not to be used is absent from inputs, and still comes in replies. */
function advice({ deprecated, unusable }: Field): string | false {
  if (unusable) return "@deprecated The vendor's page says not to use it.";
  return deprecated && "@deprecated The vendor's page advises against it.";
}

/** Literal code after a tag: editors show it as such. */
const exampleText = (value: Json): string => commented(literal(value));

/** The limits of a value, a sentence each. */
export function bounds({ bounds, unit, type }: Field): string[] {
  const { min, max, minLength, maxLength, minItems, maxItems, maxBytes } = bounds;
  const times = { ms: "milliseconds", s: "seconds" };
  const where = type.kind === "scalar" && type.name === "string" ? "The number in it is" : "It is";
  return [
    unit && `In ${times[unit]}.`,
    range(where, min, max, ""),
    range("It has", minLength, maxLength, " characters"),
    range("It has", minItems, maxItems, " items"),
    maxBytes !== undefined && `It has at most ${maxBytes} bytes.`,
  ].filter((text) => typeof text === "string");
}

function range(start: string, low: number | undefined, high: number | undefined, unit: string) {
  if (low === undefined && high === undefined) return undefined;
  const between =
    low !== undefined &&
    high !== undefined &&
    (low === high ? `exactly ${low}` : `${low} to ${high}`);
  const units = unit.endsWith("s") && (high ?? low) === 1 ? unit.slice(0, -1) : unit;
  return `${start} ${between || (low === undefined ? `at most ${high}` : `at least ${low}`)}${units}.`;
}

function conditionFacts({ extra }: Field, direction: Direction, conditions: Conditions): string[] {
  return [
    ...conditionSentences(conditions, direction).map(doc),
    extra !== undefined && `Not in the vendor's table: ${doc(extra)}`,
  ].filter((text) => typeof text === "string");
}

type Conditions = Pick<Field, "when" | "requiredWhen">;

/** When a field counts, and when it must be there; still to be made safe. */
export function conditionSentences(
  { when, requiredWhen }: Conditions,
  direction: Direction,
): string[] {
  const [counts, needed] = [conditionText(when), conditionText(requiredWhen)];
  if (direction === "output") return counts === "" ? [] : [`It is there only when ${counts}.`];
  if (counts !== "" && counts === needed)
    return [`It is required when ${needed}, and counts only then.`];
  return [
    ...(counts === "" ? [] : [`It counts only when ${counts}.`]),
    ...(needed === "" ? [] : [`It is required when ${needed}.`]),
  ];
}

/** `assessment_type is 1 (Scoring) and remark is absent` */
export function conditionText(conditions: Field["when"]): string {
  return conditions
    .map(({ sibling, test }) => {
      const { property, type } = sibling;
      if (test.kind === "present" || test.kind === "absent") return `${property} is ${test.kind}`;
      const verb = type.kind === "array" ? "contains" : "is";
      return `${property} ${verb} ${test.kind === "members" ? memberList(test.members) : test.value}`;
    })
    .join(" and ");
}

/** `1 (Failed), 2 (Passed) or 3 (Pending)` */
export function memberList(members: readonly EnumMember[]): string {
  const shown = members.slice(0, SHOWN).map(({ value, name }) => `${literal(value)} (${name})`);
  const rest = members.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} or one of ${rest} more`;
  return [shown.slice(0, -1).join(", "), shown.at(-1)].filter(Boolean).join(" or ");
}

/** Longer lists are looked up, not read. */
const SHOWN = 12;
