import {
  ENGLISH_SENTENCE_START,
  NOUN_END,
  SENTENCE,
  SENTENCE_END,
  SENTENCE_START,
  VERB_START,
  WHEN_END,
} from "./wordings.js";

/**
 * The leading term of a description: `面试结果` of `面试结果，见下表`. Undefined when the text begins
 * with a condition or is a sentence: a term is short, and names something, other than by the field's
 * own name.
 */
export function termOf(text: string, name = ""): string | undefined {
  const first = text.replace(REQUIRED, "").trimStart().replace(WHETHER, "");
  if (/^[（([「“"{<>*•·-]/u.test(first) && !/^[「“]/u.test(first)) return undefined;
  const cut = first.search(END);
  const term = tidied(cut < 0 ? first.slice(0, LONGEST) : first.slice(0, cut));
  if (!/[\p{L}\p{N}]/u.test(term) || isTooWide(term) || !isBalanced(term)) return undefined;
  return isSentence(term) || plain(term) === plain(name) ? undefined : term;
}

/** Some pages say before the term what their column should: `非必填，风筝名`. */
const REQUIRED = /^\s*(?:非必填|非必须|必填|必须|选填|可选)[，,：:]/u;
/** `标识是否启用` asks what `是否启用` does. */
const WHETHER = /^(?:用于|用来)?(?:标[识志]|判断|表示|控制|指定)(?=是否)/u;

/** What follows a term. Blanks, `/`, `、` and `「` belong to terms. */
const END = new RegExp(
  [
    /[，。；：（！？\n;]|[,:(](?=\D|$)|,(?=\s)|\.(?=\s|$)|>\s/u,
    // A bullet, or a dash with a remark behind it.
    /(?<=\s)[-*•]\s|\s-\s|\s[-–—](?=\p{Script=Han})|[-–—](?=为空|不填|不传|可以|若|如果)/u,
    /\s(?=请|详(?:见|情(?=[请可见参查：:，,]|$))|可通过|若|如[果不未需]|仅当|通过(?!率)|取值|用于|只能)|(?<=\w)用于/u,
    // 楼层 scope为5时需要: a condition, which names another field.
    /(?<=\p{Script=Han})\s(?=[A-Za-z]\w*\s?(?:为|是|等于|=)|\p{Script=Han}+(?:只能|必须|不能|可以))/u,
    // The text of a link glued to the term.
    /(?=了解更多|查看更多|点击查看)/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "u",
);

/** Without code marks, and without what separates it from what stood around it. */
export const tidied = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/`/gu, "")
    .trim()
    .replace(/(?:[\s，。；：、,;:.…!！/|～~（([【「“]|(?<=\P{ASCII}|[\s-])[-–—－])+$/u, "")
    .replace(/^[^"]*"$|^"[^"]*$/u, (text) => text.replace('"', ""))
    .trim();

const isSentence = (term: string): boolean =>
  SENTENCE_START.test(term) ||
  (VERB_START.test(term) && !NOUN_END.test(term)) ||
  ENGLISH_SENTENCE_START.test(term) ||
  WHEN_END.test(term) ||
  SENTENCE_END.test(term) ||
  SENTENCE.test(term);

/** `标识一个用户在某个应用中的身份` says what an id is, it is not its name. */
export const isExplanation = (label: string): boolean =>
  /^(?:用?(?:来|于)?标识|以.{1,40}(?:来|标识)|(?:当(?!前)|若|如果|仅(?=[当在限用适对支])|表示|代表|通过|暂时|指(?!定)|该|此)(?=[^（(，,]{3})|used to|identif|when\b|if\b|indicates?|the ID\b)/iu.test(
    label,
  ) || /https?:/u.test(label);

/** A bracket or a quote whose other half was cut off leaves half a sentence. */
export const isBalanced = (term: string): boolean =>
  PAIRS.every(([open, close]) => count(term, open) === count(term, close));

const PAIRS = ["（）", "()", "[]", "【】", "「」", "“”", "{}", "《》"].map(
  (pair) => [...pair] as const,
);

const count = (text: string, mark = ""): number => text.split(mark).length;

const plain = (text: string): string => text.replace(/[\s_-]/gu, "").toLowerCase();

/** In Chinese letters; a Latin one is less than half as wide. */
export function isTooWide(text: string): boolean {
  let sum = 0;
  for (const letter of text) sum += letter > "\u2e7f" ? 1 : 0.4;
  return sum > WIDEST;
}

const WIDEST = 24.1;
/** Nothing of this length is a term. */
const LONGEST = 200;
