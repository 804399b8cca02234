import type { Option } from "../page.js";
import { isBalanced, isExplanation, isTooWide, tidied } from "./term.js";
import { WHEN_END } from "./wordings.js";

/**
 * The labels of a list of values, each as short as tells it from the others: of what stands behind a
 * comma, or in brackets as a clause of its own, only so much stays as another value needs.
 */
export function withShortLabels(options: readonly Option[]): Option[] {
  const named = withNames(options.map((option) => ({ ...option, label: wholeOf(option) })));
  const terms = named.map(({ label }) => termIn(label));
  const seen = new Set<string>();
  const shared = new Set(terms.filter((term) => seen.size === seen.add(term).size));
  return named.map((option, i) => {
    const term = terms[i] ?? "";
    const label = term !== "" && shared.has(term) ? option.label : term;
    return { ...option, label: isTooWide(label) || isExplanation(label) ? "" : label };
  });
}

/** On one line, without a note on where it holds, and without the value itself. */
function wholeOf({ value, label }: Option): string {
  const line = tidied(label.slice(0, LONGEST).replace(/\s+/gu, " "));
  const bare = line.replace(/^(?:【[^】]{1,20}】|\[[^\]]{1,20}\]) ?(?=.)/u, "");
  const noted = bare !== line && isExplanation(bare) ? "" : line;
  const [, before = "", inside = ""] = /^([^（(]+?) ?[（(]([^（()）]+)[)）]$/u.exec(noted) ?? [];
  if (isSame(before, value)) return inside;
  return isSame(inside, value) ? before : noted;
}

const isSame = (text: string, value: string): boolean =>
  /[a-z]/iu.test(value) && text.toLowerCase() === value.toLowerCase();

/** `COUNTRY（国家）`, `STATE 省`, where all are so: the vendor's names for the values, and their labels. */
function withNames(options: readonly Option[]): readonly Option[] {
  const read = options.map(({ label }) => NAMED.exec(label));
  const names = read.map((found) => found?.[1]);
  const labels = read.map((found) => found?.[2] ?? found?.[3]);
  const isEach = (words: readonly (string | undefined)[]) =>
    !words.includes(undefined) && new Set(words).size === options.length;
  if (options.length < 2 || !isEach(names) || !isEach(labels)) return options;
  return options.map((option, i) => ({
    ...option,
    label: labels[i] ?? "",
    name: option.name ?? names[i],
  }));
}

const NAMED =
  /^([A-Z][A-Za-z0-9_]{1,39}) ?(?:[（(](\p{Script=Han}[^（()）]*)[)）]|(?<= )(\p{Script=Han}.*))$/u;

function termIn(whole: string): string {
  const cut = whole.search(END);
  const term = tidied((cut < 0 ? whole : whole.slice(0, cut)).replace(CLAUSE, ""));
  // Half of a sentence is no term: 含有公式时，返回公式.
  return cut >= 0 && WHEN_END.test(term) ? "" : isBalanced(term) ? term : whole;
}

const END = /[，。；：！？;]|,(?=[ \P{ASCII}])|\.(?= |$)|https?:|(?<=\S) (?=如[不未果需])/u;
/** What stands in brackets behind a term, and is no part of it: （仅对部门有效）, （未闭合. */
const CLAUSE =
  /\s?[（(](?:[^（()）]*$|(?:仅|暂|目前|该|此|如|若|当|需|未|不会)[^（()）]*[)）]$|[^（()）]*(?:[，；。]|不支持|暂不|必须|不能|除外)[^（()）]*[)）]$)/u;
/** Nothing of this length is a term. */
const LONGEST = 500;
