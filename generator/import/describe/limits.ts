import type { Bounds } from "./rules.js";
import type { Kind } from "./value.js";

/** Limits that whole clauses of prose say: `最大值为 200`, `不能超过 50`, `最多 100 个字符`. */
export function limitsIn(text: string, clauses: readonly string[], kind: Kind): Bounds {
  const { scalar, isList, isMap } = kind;
  if (isMap) return {};
  for (const clause of clauses) {
    if (isList) {
      const items = found(ITEMS, clause);
      if (items !== undefined) return { maxItems: items };
    } else if (scalar === "int" || scalar === "float") {
      const max = found(MAX, clause);
      if (max !== undefined) return { max };
    } else if (scalar === "string") {
      const maxLength = found(LETTERS, clause);
      if (maxLength !== undefined) return { maxLength };
    }
  }
  const range = isList || (scalar !== "int" && scalar !== "float") ? null : RANGE.exec(text);
  return range === null ? {} : { min: Number(range[1]), max: Number(range[2]) };
}

function found(pattern: RegExp, clause: string): number | undefined {
  const number = pattern
    .exec(clause)
    ?.slice(1)
    .find((part) => part !== undefined);
  return number === undefined ? undefined : Number(number);
}

const MAX =
  /^(?:最大值?|取值上限|上限)(?:为|是)?\s?`?(\d{1,15})`?$|^(?:不能|不得|不可)(?:超过|大于)\s?`?(\d{1,15})`?$/u;
const RANGE =
  /(?<=^|[\s，,。；;（(])(?:取值)?范围(?:为|是)?\s?[[【]\s?(-?\d{1,15})\s?[,，~～-]\s?(-?\d{1,15})\s?[\]】]/u;
const ITEMS =
  /^最大长度(?:为|是|不超过)?\s?`?(\d{1,15})`?$|^(?:限制)?单次(?:最大|最多)\s?`?(\d{1,15})`?\s?[条个]$/u;
const LETTERS =
  /^(?:字符(?:长度|数量|数)|长度)上限为?\s?`?(\d{1,15})`?$|^(?:支持)?(?:最大|最多|最长|长度(?:不超过|不得超过|不能超过|上限为?)|(?:最多|最大)?(?:不超过|不能超过|不得超过))\s?`?(\d{1,15})`?\s?个?(?:utf-?8\s?)?字符$/iu;

/** `最大 300 MB`; only when the text names one size. */
export function bytesIn(text: string): number | undefined {
  const sizes = new Set<number>();
  for (const [, count, unit] of text.matchAll(SIZE)) {
    sizes.add(Number(count) * (UNITS.get((unit ?? "").slice(0, 1).toUpperCase()) ?? 1));
  }
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined && Number.isSafeInteger(size) ? size : undefined;
}

const SIZE =
  /(?:最大|超过|大于|小于|上限|以内|up to|maximum|exceed|larger than|within|at most|less than)[^。\n\d]{0,20}(\d{1,9}(?:\.\d{1,3})?)\s?(KB|MB|GB|[KMG](?![A-Za-z])|字节|bytes?)/giu;
const UNITS: ReadonlyMap<string, number> = new Map([
  ["K", 1024],
  ["M", 1024 ** 2],
  ["G", 1024 ** 3],
]);
