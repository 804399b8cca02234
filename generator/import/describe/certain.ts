import type { Option } from "../page.js";
import { listedOf, type Listed } from "./listed.js";

/**
 * Names that prose lists as values in a way that nothing else can be meant: brackets with nothing but
 * values and labels (`版本（zh_cn：中文，en_us：英文）`), or a case for each (`若为 RED，则为红；为 BLUE，则为蓝`).
 */
export function certainIn(text: string, example: string | undefined): Listed | undefined {
  // What is in a text of JSON has names and labels as well.
  if (/json|结构体|键值|map\b/iu.test(text)) return undefined;
  const list = bracketedPairs(text) ?? cases(text);
  const isMeant =
    example === undefined
      ? !list?.options.some(({ value }) => /^(?:id|key|value|name|type|true|false)$/iu.test(value))
      : list?.options.some(({ value }) => value === example);
  return list !== undefined && list.options.length > 1 && isMeant === true ? list : undefined;
}

function bracketedPairs(text: string): Listed | undefined {
  for (const found of text.matchAll(/[（(]([^（）()\n]{5,2000})[)）]/gu)) {
    const list = listIn(found[1] ?? "", /[，,；;、]/u, PAIR);
    if (list !== undefined) return placed(list, text, found.index, found[0].length);
  }
  return undefined;
}

function cases(text: string): Listed | undefined {
  for (const found of text.matchAll(/(?:若|如果|当)[^。\n]{5,2000}/gu)) {
    const list = listIn(found[0], /[；;]/u, CASE);
    if (list !== undefined) return placed(list, text, found.index, found[0].length);
  }
  return undefined;
}

const VALUE = '["“`]?([A-Za-z][\\w.-]{0,63})["”`]?';
/** `zh_cn：中文` */
const PAIR = new RegExp(`^\\s{0,4}${VALUE}\\s?[：:=]\\s?(\\p{L}[^：:=]{0,40})$`, "u");
/** `若为 RED，则为红`; the case of another field would name that. */
const CASE = new RegExp(
  `^\\s{0,4}(?:若|如果|当)?(?:取?值)?[为是]\\s?${VALUE}\\s?时?[，,]\\s?(?:则|表示|代表)[为是]?\\s?([^，,]{1,30})$`,
  "u",
);

/** The values of a text that is nothing but a list of them. */
function listIn(text: string, separator: RegExp, item: RegExp): readonly Option[] | undefined {
  const options = text.split(separator).flatMap((part) => {
    const [, value, label] = item.exec(part) ?? [];
    return value === undefined || label === undefined ? [undefined] : [{ value, label }];
  });
  const known = options.flatMap((option) => option ?? []);
  return known.length === options.length && known.length > 1 ? known : undefined;
}

const placed = (
  options: readonly Option[],
  text: string,
  start: number,
  length: number,
): Listed | undefined =>
  listedOf(
    options.map((option) => ({ ...option, isPreset: false })),
    start,
    text.slice(start + length),
  );
