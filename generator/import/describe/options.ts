import type { Scalar } from "../endpoint.js";
import { BARE, bulleted, CODED, NUMBERED, UNLABELLED } from "./bullets.js";
import { certainIn } from "./certain.js";
import type { Listed } from "./listed.js";
import { ANY_PAIR, INTEGER_PAIR, paired, plain } from "./pairs.js";
import { saidIn } from "./said.js";
import { isOneCase } from "./sections.js";

/** The values under a marker: `` - `1`: label ``, `- 1：label`, `0：停用；1：启用`, `a、b、c`. */
export const listedIn = (text: string): Listed | undefined =>
  bulleted(text, CODED) ??
  bulleted(text, BARE) ??
  bulleted(text, NUMBERED) ??
  paired(text, ANY_PAIR) ??
  bulleted(text, UNLABELLED) ??
  plain(text) ??
  plain(/^\s{0,4}["“]([^"”\n]{1,2000})["”]/u.exec(text)?.[1] ?? "") ??
  // One value is a list only where the text begins with it.
  (/^\s*[`"]?-?\d{1,10}[`"]?\s?[：:]/u.test(text) ? paired(text, ANY_PAIR, 1) : undefined);

/**
 * The values that a text lists without saying so: `附件类型\n- image：图片`, `类型，1：高德，2：谷歌`.
 * Only when nothing else can be meant: every bullet is a value, and the example is one of them, or
 * the list stands directly under the leading term.
 */
export function impliedIn(
  text: string,
  scalar: Scalar,
  example: string | undefined,
): Listed | undefined {
  const named = scalar === "string" ? NAMED.exec(text) : null;
  if (named?.[1] !== undefined) {
    const list = plain(named[1]);
    const start = named.index;
    return list && { ...list, start, rest: text.slice(start + named[0].length) };
  }
  const certain = scalar === "string" ? certainIn(text, example) : undefined;
  if (certain !== undefined) return certain;
  const list =
    bulleted(text, CODED) ??
    bulleted(text, BARE) ??
    bulleted(text, NUMBERED) ??
    paired(text, INTEGER_PAIR) ??
    saidIn(text, scalar, example);
  if (list === undefined || list.options.length < 2) return undefined;
  const values = list.options.map(({ value }) => value);
  const before = text.slice(0, list.start).trim();
  if (isOneCase(before.slice(-300))) return undefined;
  // `period 可选值有：` lists values of something in the field.
  if (/[\w`]\s?(?:可选值|可能值|枚举值|取值)[^\s：:]{0,4}[：:]$/u.test(before)) return undefined;
  const bullets = text.slice(list.start).match(/(?:^|\s)[-*•]\s/gmu)?.length ?? 0;
  if (bullets > values.length) return undefined;
  if (scalar === "int") return values.every(isInteger) ? list : undefined;
  if (scalar !== "string" || !values.every((value) => /^[\w./-]+$/u.test(value))) return undefined;
  if (example !== undefined) {
    const spelled = example.toLowerCase();
    return values.some((value) => value.toLowerCase() === spelled) ? list : undefined;
  }
  return ANNOUNCED.test(before) ||
    /(?:值|类型|枚举|状态|方式|如下|包括)(?:有|为)?[：:]$/u.test(before) ||
    /^[^，。；,;\n]{1,24}[：:。，]?$/u.test(before)
    ? list
    : undefined;
}

export const isInteger = (value: string): boolean => /^-?\d{1,15}$/u.test(value);

/** `可选值如下所示。默认为红。`: other sentences may stand before the list itself. */
const ANNOUNCED =
  /(?<![\w`]\s?)(?:可选值|可能值|枚举值?|取值)(?:如下|有以下|包括以下)[^：:\n]{0,200}$/u;

/** `可选 ROWS、COLUMNS`. */
const NAMED =
  /(?<=^|[\s，,。；;])可选(?:值|项|类型)?(?:为|是|有)?\s?((?:[A-Za-z][\w-]{0,63}\s?(?:、|\/|或|,|，)\s?){1,50}[A-Za-z][\w-]{0,63})(?=$|[\s。，,；;])/u;
