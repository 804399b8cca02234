import {
  ENGLISH_SENTENCE_START,
  NOUN_END,
  SENTENCE_END,
  SENTENCE_START,
  VERB_START,
} from "./wordings.js";

/**
 * The leading term of a description: `面试结果` of `面试结果，见下表`. Undefined when the text begins
 * with a condition or is a sentence: a term is short, and names something.
 */
export function termOf(text: string): string | undefined {
  const first = text.replace(REQUIRED, "").trimStart();
  if (/^[（([「“"{<>*•·-]/u.test(first) && !/^[「“]/u.test(first)) return undefined;
  const cut = first.search(END);
  const term = tidy(cut < 0 ? first.slice(0, LONGEST) : first.slice(0, cut));
  if (term === "" || !/[\p{L}\p{N}]/u.test(term) || width(term) > WIDEST) return undefined;
  if (isSentence(term)) return undefined;
  return term;
}

/** Labels of values are names too, but may be longer, and may have blanks and brackets in them. */
export function valueLabelOf(text: string): string {
  const whole = tidy(text.replace(/\s+/gu, " "));
  if (width(whole) <= WIDEST && !/[。！？]|\. |https?:/u.test(whole)) {
    return isExplanation(whole) ? "" : whole;
  }
  const cut = whole.search(LABEL_END);
  const term = tidy(cut < 0 ? "" : whole.slice(0, cut));
  return width(term) > WIDEST || isExplanation(term) ? "" : term;
}

/** Some pages say before the term what their column should: `非必填，风筝名`. */
const REQUIRED = /^\s*(?:非必填|非必须|必填|必须|选填|可选)[，,：:]/u;

/** What follows a term. Blanks, `/`, `、` and `「` belong to terms. */
const END =
  /[，。；：（！？\n;]|[,:(](?=\D|$)|,(?=\s)|(?<=\s)[-*•]\s|\.(?=\s|$)|\s(?=请|详[见情]|可通过|若|如果|仅当)|\s-\s|>\s/u;

const LABEL_END = /[，。；：（！？\n;]|[,(](?=\s|[^\x00-\x7f])|\.(?=\s|$)|\s\(|,\s|https?:/u;

const tidy = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/`/gu, "")
    .trim()
    .replace(/[\s，。；：、,;:.…!！]+$/u, "")
    .trim();

const isSentence = (term: string): boolean =>
  SENTENCE_START.test(term) ||
  (VERB_START.test(term) && !NOUN_END.test(term)) ||
  ENGLISH_SENTENCE_START.test(term) ||
  SENTENCE_END.test(term);

/** `标识一个用户在某个应用中的身份` says what an id is, it is not its name. */
const isExplanation = (label: string): boolean =>
  /^(?:用?(?:来|于)?标识|以.{1,40}(?:来|标识)|(?:当(?!前)|若|如果|仅(?=[当在限用适对支])|表示|代表|通过|指(?!定)|该|此)(?=.{3})|used to|identif|when\b|if\b|indicates?|the ID\b)/iu.test(
    label,
  );

/** In Chinese letters; a Latin one is less than half as wide. */
function width(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter > "\u2e7f" ? 1 : 0.4;
  return sum;
}

const WIDEST = 24.1;
/** Nothing of this length is a term. */
const LONGEST = 200;
