import type { Scalar } from "../endpoint.js";
import { listedOf, type Listed } from "./listed.js";
import { paired, plain } from "./pairs.js";

/**
 * Values that prose lists without a colon between value and label, or with names for values. Looser
 * than a list, so that more has to speak for it: numbers in a row, or an example among the values.
 */
export function saidIn(
  text: string,
  scalar: Scalar,
  example: string | undefined,
): Listed | undefined {
  const numbers = paired(text, SAID_NUMBER);
  if (numbers !== undefined) {
    const values = numbers.options.map(({ value }) => Number(value));
    const isRow = values.every((value, i) => i === 0 || value === (values[i - 1] ?? 0) + 1);
    const [term = ""] = text.split(/[，。；,;：:（(\s]/u, 1);
    // Of a measure such words name a bound only: `次数，-1表示不限，0表示禁止`.
    const isEnough = values.length > 2 || (isRow && !MEASURE.test(term));
    const isMeant = example === undefined || values.includes(Number(example));
    return isEnough && isMeant && !OPEN.test(text) ? numbers : undefined;
  }
  if (scalar === "int") return spaced(text, example);
  if (scalar !== "string") return undefined;
  const named =
    paired(text, CODED_NAME) ?? paired(text, DASHED_NAME) ?? bracketed(text) ?? quoted(text);
  if (named !== undefined && /json|结构体|键值/iu.test(text.slice(0, named.start)))
    return undefined;
  if (named !== undefined || example === undefined) return named;
  const any = paired(text, NAME);
  return any?.options.some(({ value }) => value === example) === true ? any : undefined;
}

/** `：1 红，2 蓝`: from a colon on, and only where the example is one of them. */
function spaced(text: string, example: string | undefined): Listed | undefined {
  const start = /[：:]\s?(?=-?\d{1,4}\s\p{Script=Han})/u.exec(text);
  if (start === null || example === undefined) return undefined;
  const from = start.index + start[0].length;
  const list = paired(text.slice(from), SPACED_NUMBER);
  const isMeant = list?.start === 0 && list.options.some(({ value }) => value === example);
  return isMeant ? { ...list, start: from } : undefined;
}

/** `取值 red（红）或 blue（蓝）`, unless it goes on: `取值 red（红）或 blue（蓝）时` is a condition. */
function bracketed(text: string): Listed | undefined {
  const found = BRACKETED.exec(text);
  if (found === null) return undefined;
  const parts = [...found[0].matchAll(BRACKETED_ITEM)].map(([, value = "", label = ""]) => ({
    value,
    label,
    isPreset: false,
  }));
  return listedOf(parts, found.index, text.slice(found.index + found[0].length));
}

const ITEM = "([A-Za-z][\\w.-]{0,63})\\s?[（(]([^（）()\\n]{1,40})[)）]";
const BRACKETED_ITEM = new RegExp(ITEM, "gu");
const BRACKETED = new RegExp(
  `(?<![\\w\`]\\s?)取值[为是有]?\\s?(?:${ITEM}\\s?(?:、|或者?|和|，|,)\\s?){1,50}${ITEM}(?=\\s|$|[。；;])`,
  "u",
);

/** `"red"、"blue"`, when nothing follows: names in a sentence are examples, or what it is about. */
function quoted(text: string): Listed | undefined {
  const found = QUOTED.exec(text);
  const list = found === null ? undefined : plain(found[0]);
  return found === null || list === undefined ? undefined : { ...list, start: found.index };
}

const QUOTED =
  /(?<=^|[\s，,：:])(?:["“][\w.+-]{1,64}["”]\s?[、，,/]\s?){1,50}["“][\w.+-]{1,64}["”](?=\s*(?:$|[。\n]))/u;
/** A word that counts or measures with the number makes it no value. */
const SPACED_NUMBER =
  /(?<=^|[，,；;、]\s?)(-?\d{1,4})\s(?=\p{Script=Han})(?![个次天到至条分秒小字位年月日倍种级行列页人元以或和])/gmu;
const MEASURE =
  /(?:数[量目]?|时间|时长|大小|长度|[上下]限|天|秒|分钟|小时|金额|比例|索引|序号|版本号?)$/u;
/** The list goes on in the same way. */
const OPEN = /类推|\.{3}|…/u;

/** `1-red`, `1 表示红`, `1代表红`, `1=red`, `1（红）`. */
const SAID_NUMBER =
  /(?<=^|[\s，,；;。（(「“、|：:]|\p{Script=Han}(?=-?\d{1,10}\s?=)|如下(?=\d))(-?\d{1,10})(?:\s?(?:表示|代表|=)\s?(?=[\p{L}“「])|\s?[-－](?=\p{Script=Han})|（(?!不?含|包含|默认|单位)(?=\p{L}))/gmu;
/** `` `red`：红；`blue`：蓝 `` */
const CODED_NAME = /(?<=^|[\s，,；;（(、：:])`([A-Za-z][\w.-]{0,63})`\s?[：:]\s?(?=\p{L})/gmu;
/** `red：红，blue：蓝` */
const NAME = /(?<=^|[\s，,；;（(、：:])"?([A-Za-z][\w.-]{0,63})"?\s?[：:]\s?(?=\p{L})/gmu;
/** `red - 红` */
const DASHED_NAME = /(?<=^|\s)([A-Za-z][\w.]{0,63})\s[-–—]\s(?=\p{Script=Han})/gmu;
