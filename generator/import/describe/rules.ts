import type { Facts } from "../endpoint.js";
import type { Kind } from "./value.js";

export type Bounds = Pick<
  Facts,
  "min" | "max" | "minLength" | "maxLength" | "minItems" | "maxItems"
>;

export interface Ruled {
  readonly bounds: Bounds;
  /** Rules that say something, but not to a field of this kind. */
  readonly strange: readonly string[];
}

/** `取值范围：`0` ～ `100` `, `Maximum length: 250 characters`; several may stand in a text. */
export function rulesIn(text: string, kind: Kind): Ruled {
  const bounds: { -readonly [key in keyof Bounds]: number } = {};
  const strange: string[] = [];
  for (const found of text.matchAll(RULE)) {
    const { low, high, what, single, least, most, short, long } = found.groups ?? {};
    const isLength = /长度|length/iu.test(what ?? single ?? "") || (short ?? long) !== undefined;
    const isText = /^[\s`]{0,4}(?:个?字符|characters?|chars?)/iu.test(
      text.slice(found.index + found[0].length, found.index + found[0].length + 20),
    );
    const isLower = /小|minimum/iu.test(single ?? "");
    const keys = keysFor(kind, isLength || isText, isText);
    if (keys === undefined) {
      strange.push(found[0].trim());
      continue;
    }
    const lower = low ?? least ?? short ?? (isLower ? found.groups?.["number"] : undefined);
    const upper = high ?? most ?? long ?? (isLower ? undefined : found.groups?.["number"]);
    set(bounds, keys[0], lower);
    set(bounds, keys[1], upper);
  }
  return { bounds, strange };
}

/** A number that JavaScript cannot hold bounds nothing that it can. */
function set(
  bounds: { -readonly [key in keyof Bounds]: number },
  key: keyof Bounds,
  written: string | undefined,
): void {
  const number = Number(written);
  if (written === undefined || Object.hasOwn(bounds, key)) return;
  const isCount = key !== "min" && key !== "max";
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER || (isCount && !(number >= 0))) return;
  bounds[key] = number;
}

type Keys = readonly [keyof Bounds, keyof Bounds];

function keysFor(
  { scalar, isList, isMap }: Kind,
  isLength: boolean,
  isText: boolean,
): Keys | undefined {
  if (isList) return isText ? undefined : ["minItems", "maxItems"];
  if (isMap) return undefined;
  switch (scalar) {
    case "string":
      return isLength ? ["minLength", "maxLength"] : ["min", "max"];
    case "int":
    case "float":
      return isLength ? undefined : ["min", "max"];
    default:
      return undefined;
  }
}

const NUMBER = "[（(\\[]?\\s?`?\\s?(-?\\d{1,25}(?:\\.\\d{1,25})?)(?![\\d]|\\.\\d|,\\d{3})\\s?`?";
const number = (name: string): string => NUMBER.replace("(-", `(?<${name}>-`);
const TO = "\\s{0,2}(?:[～~]|至|到|-|–|—|to)\\s{0,2}";

const RULE = new RegExp(
  [
    `(?<what>(?:取值|长度|数值|字符|int32\\s?)?范围|[Ll]ength range|[Vv]alue range|[Rr]ange)(?:为|是|is)?\\s{0,2}[：:]?\\s{0,2}${number("low")}${TO}${number("high")}(?![-\\d.:/])`,
    `(?<single>最大值|最小值|最大长度|最小长度|[Mm]aximum value|[Mm]inimum value|[Mm]aximum length|[Mm]inimum length)(?:为|是|is|不超过)?\\s{0,2}[：:]?\\s{0,2}${number("number")}`,
    `(?:最短)\\s?${number("short")}`,
    `(?:最长)\\s?${number("long")}`,
    `(?:[Mm]inimum)\\s?${number("least")}`,
    `(?:[Mm]aximum)\\s?${number("most")}`,
  ].join("|"),
  "gu",
);
