import type { EnumSpec } from "../../lint/grammar.js";
import { PASCAL } from "../../lint/grammar.js";
import type { Option } from "../page.js";
import { flat, shortTerm } from "./wording.js";

type Value = string | number;
export type Members = EnumSpec["values"];

const WHOLE = /^[+-]?[0-9]{1,17}$/u;

export interface Valued {
  readonly value: Value;
  readonly label: string;
  readonly name?: string | undefined;
}

/** The values of a list, as numbers or as text; undefined when a number is none. */
export function valuesOf(options: readonly Option[], isNumber: boolean): Valued[] | undefined {
  const values = options.flatMap(({ value: text, ...words }) => {
    const value = isNumber ? wholeNumber(text) : text;
    return value === undefined ? [] : [{ value, ...words }];
  });
  return values.length < options.length ? undefined : values;
}

function wholeNumber(text: string): number | undefined {
  const value = WHOLE.test(text.trim()) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value + 0 : undefined;
}

/** Members by name. A value that the spec already has keeps its name there. */
export function membersOf(
  options: readonly Valued[],
  known: EnumSpec | undefined,
  prose: boolean,
): Members {
  const old = new Map(
    Object.entries(known?.values ?? {}).map(([name, { value }]) => [value, name]),
  );
  const taken = new Set(options.flatMap(({ value }) => old.get(value) ?? []));
  return Object.fromEntries(
    options.map((option) => {
      const name = old.get(option.value) ?? fresh(option, taken);
      taken.add(name);
      return [name, member(option, prose)];
    }),
  );
}

function member({ value, label }: Valued, prose: boolean): Members[string] {
  const term = labelOf({ value, label });
  const doc = flat(label);
  return { value, label: term, ...(prose && doc !== term && doc !== "" ? { doc } : {}) };
}

/** The vendor's short term for a value; without one, the value. */
export const labelOf = ({ value, label }: Valued): string =>
  shortTerm(label) ?? (String(value).trim() === "" ? '""' : String(value).trim());

function fresh(option: Valued, taken: ReadonlySet<string>): string {
  for (const name of names(option)) if (!taken.has(name) && PASCAL.test(name)) return name;
  return numbered(option, taken);
}

function* names({ value, label, name = "" }: Valued): Iterable<string> {
  const given = wordsOf(name);
  if (given !== "") yield given;
  const fromValue = typeof value === "string" ? wordsOf(value) : "";
  const fromLabel = wordsOf(asciiTerm(label));
  yield fromValue;
  if (fromValue !== "") yield `Value${fromValue}`;
  if (typeof value === "string" && value.trim() === "") yield "Empty";
  yield fromLabel;
  yield plainName(value);
  if (fromLabel !== "") yield `Value${fromLabel}`;
  if (fromValue !== "" && fromLabel !== "") yield fromValue + fromLabel;
}

/** `Not started` → `NotStarted`; longer texts are no names. */
function asciiTerm(label: string): string {
  const term = shortTerm(label) ?? "";
  return /^[\x20-\x7e]{1,40}$/u.test(term) && term.split(" ").length <= 5 ? term : "";
}

/** A name from text in Latin letters; empty when there are none, or others beside them. */
function wordsOf(text: string): string {
  if (!/^[\x20-\x7e]{1,60}$/u.test(text) || !/^[^A-Za-z0-9]*[A-Za-z]/u.test(text)) return "";
  const words = text.match(/[A-Za-z]+|[0-9]+/gu) ?? [];
  return words.map(capital).join("");
}

/** `BOOKING` is shouted; `CN` and `USD` are written like that. */
const capital = (word: string): string =>
  /^[A-Z]{4,}$/u.test(word)
    ? word.charAt(0) + word.slice(1).toLowerCase()
    : word.charAt(0).toUpperCase() + word.slice(1);

function plainName(value: Value): string {
  const text = String(value).trim();
  return /^[+-]?[0-9]+$/u.test(text) ? `Value${text.replace("-", "Minus").replace("+", "")}` : "";
}

/** Values of which nothing can be read: they are counted. */
function numbered({ value }: Valued, taken: ReadonlySet<string>): string {
  const digits = String(value)
    .replace(/[^0-9]/gu, "")
    .slice(0, 12);
  for (let i = 1; ; i++) {
    const name = digits !== "" && i === 1 ? `Value${digits}` : `Option${i}`;
    if (!taken.has(name)) return name;
  }
}
