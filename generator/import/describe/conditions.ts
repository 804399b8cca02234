import type { Condition, Facts, Scalar } from "../endpoint.js";
import type { Option, Row } from "../page.js";
import { keyOf, Recall } from "../recall.js";
import { sentencesOf } from "./clauses.js";
import { conditionTextsIn, type Reading, type Said } from "./condition-text.js";
import { readParts } from "./parts.js";

/** A field as the conditions of the fields beside it may name it. */
export interface Described {
  readonly name: string;
  readonly label: string | undefined;
  readonly options: readonly Option[] | undefined;
  readonly scalar: Scalar | undefined;
  readonly isList: boolean;
}

/** No object has more fields than this; every condition is looked up among all of them. */
const MOST_FIELDS = 1_000;

/**
 * When a field counts, and when it is required. Only what is certain: one of the fields beside it is
 * named, and every value is one of its values. All else is left to the prose. `fields` are those of
 * the object, itself included.
 */
export function conditionsOf(
  row: Pick<Row, "name" | "text" | "at">,
  fields: readonly Described[],
): Pick<Facts, "when" | "requiredWhen"> {
  if (!HINT.test(row.text) || fields.length > MOST_FIELDS) return {};
  const siblings = fields.filter(({ name }) => name !== row.name);
  const said = recall.of(keyOf(row.name, row.text), () =>
    conditionTextsIn(sentencesOf(readParts(row.text, row.name).remarks)),
  );
  const found = { when: [] as Condition[], requiredWhen: [] as Condition[] };
  for (const { effect, readings } of said) {
    const condition = readings.map((reading) => resolve(reading, siblings)).find(isCondition);
    // A second sentence that nobody can resolve may say `or`.
    if (condition === undefined) return {};
    if (!found[effect].some((other) => isSame(other, condition))) found[effect].push(condition);
  }
  return {
    // Two sentences are two ways to be so: that is no list of conditions that hold together.
    ...(found.when.length === 1 ? { when: found.when } : {}),
    ...(found.requiredWhen.length === 1 ? { requiredWhen: found.requiredWhen } : {}),
  };
}

const recall = new Recall<readonly Said[]>();

/** Most descriptions have no condition. */
const HINT = /时|情况下|必填|必传|必须|不能为空|不可为空|when|if/iu;

const isCondition = (condition: Condition | undefined): condition is Condition =>
  condition !== undefined;

const isSame = (a: Condition, b: Condition): boolean => JSON.stringify(a) === JSON.stringify(b);

function resolve(
  { subject, test }: Reading,
  siblings: readonly Described[],
): Condition | undefined {
  const sibling = siblingOf(subject, siblings);
  if (sibling === undefined) return undefined;
  if (typeof test === "string") return { sibling: sibling.name, is: test };
  const values = valuesOf(test.values, sibling);
  return values === undefined ? undefined : { sibling: sibling.name, is: values };
}

/** By name, by label, or by both: `操作类型operation`, `题目类型（type）`. */
function siblingOf(subject: string, siblings: readonly Described[]): Described | undefined {
  const text = bare(subject)
    .replace(/(?:字段|参数)(?:的值)?$/u, "")
    .trim();
  const names = [...text.matchAll(/[A-Za-z_]\w*/gu)].map(([name]) => name);
  for (const rest of [
    text,
    text.replace(/^(?:请求|查询|入参|路径)?(?:体)?(?:参数|字段|入参)\s?/u, ""),
  ]) {
    const named = siblings.filter(({ name }) => name === bare(rest));
    if (named.length === 1) return named[0];
    const labelled = siblings.filter(({ label }) => label !== undefined && same(label, rest));
    if (labelled.length === 1) return labelled[0];
    if (labelled.length > 1) return undefined;
  }
  const [name] = names;
  const found = siblings.filter((sibling) => sibling.name === name);
  if (names.length !== 1 || name === undefined || found.length !== 1) return undefined;
  // The words around the name must be nothing but the label.
  const rest = bare(text.replace(name, "").replace(/[（()）「」`]|(?:参数|字段)(?=[（(]|$)/gu, ""));
  const label = found[0]?.label;
  return rest === "" || (label !== undefined && normal(label).includes(normal(rest)))
    ? found[0]
    : undefined;
}

function valuesOf(
  written: string,
  sibling: Described,
): readonly (string | number | boolean)[] | undefined {
  if (sibling.scalar === "boolean") {
    const word = bare(written).toLowerCase();
    return word === "true" || word === "false" ? [word === "true"] : undefined;
  }
  const { options, scalar } = sibling;
  if (options === undefined || (scalar !== "string" && scalar !== "int")) return undefined;
  const whole = valueOf(written, options);
  const parts =
    whole === undefined
      ? written
          .split(/[、，,/|]|\s?或者?是?\s?|\s?和\s?|\s(?:or|and)\s/u)
          .filter((part) => part.trim() !== "")
      : [written];
  const values = parts.map((part) => valueOf(part, options));
  if (values.length === 0 || values.includes(undefined)) return undefined;
  const known = [...new Set(values.flatMap((value) => value ?? []))];
  return scalar === "int" ? known.map(Number) : known;
}

/** A value by its wire form, by its label, or by both: `3（单选）`, `打分题（type=2）`. */
function valueOf(written: string, options: readonly Option[]): string | undefined {
  const text = bare(written);
  const coded = options.find(({ value }) => value === text);
  if (coded !== undefined) return coded.value;
  const labelled = options.filter(({ label }) => label !== "" && same(label, text));
  if (labelled.length === 1) return labelled[0]?.value;
  const both =
    /^(?<outer>[^（(]{1,80}?)\s?[（(](?:[\w.]{1,60}\s?[=＝]\s?)?(?<inner>[^）)]{1,80})[）)]$/u.exec(
      text,
    )?.groups;
  const outer = bare(both?.["outer"] ?? "");
  const inner = bare(both?.["inner"] ?? "");
  const matches = options.filter(
    ({ value, label }) =>
      (value === outer && label !== "" && same(label, inner)) ||
      (value === inner && label !== "" && same(label, outer)),
  );
  return matches.length === 1 ? matches[0]?.value : undefined;
}

/** Without quotes, code marks and a stray last word. */
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^[\s「『“”"'`【]+|[\s」』“”"'`】]+$/gu, "")
    .replace(/时$/u, "")
    .replace(/[\s」』“”"'`】]+$/gu, "")
    .trim();

/** Brackets and blanks are spelt both ways. */
const same = (a: string, b: string): boolean => normal(a) === normal(bare(b));

const normal = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s「」`"]/gu, "")
    .toLowerCase();
