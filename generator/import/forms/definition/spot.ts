import { requiredOf } from "../../words/facts.js";
import { parse, type Parsed } from "../../../load/parse.js";
import type { Location, Path, SourceFile } from "../../../source.js";

/** A value of the document that knows where it stands. */
export interface Spot {
  readonly value: unknown;
  readonly path: Path;
}

/** The value behind the first of these keys that has one; `api_path` is `apiPath`, too. */
export function get({ value, path }: Spot, ...names: readonly string[]): Spot | undefined {
  if (!isObject(value)) return undefined;
  for (const name of names) {
    const key = Object.hasOwn(value, name) ? name : spelling(value, name);
    if (key !== undefined && value[key] != null) return { value: value[key], path: [...path, key] };
  }
  return undefined;
}

/** The real keys by their plain spelling; asked many times of each object. */
const spellings = new WeakMap<object, ReadonlyMap<string, string>>();

function spelling(value: object, name: string): string | undefined {
  const known = spellings.get(value);
  const keys = known ?? new Map(Object.keys(value).map((key) => [plainKey(key), key]));
  if (known === undefined) spellings.set(value, keys);
  return keys.get(name.toLowerCase());
}

const plainKey = (key: string): string =>
  key.length > 100 ? key : key.replace(/[_-]/gu, "").toLowerCase();

/** The items of a list. */
export const itemsOf = ({ value, path }: Spot): readonly Spot[] =>
  Array.isArray(value)
    ? value.map((item: unknown, i) => ({ value: item, path: [...path, i] }))
    : [];

/** The values of an object with their keys. */
export const entriesOf = ({ value, path }: Spot): readonly (readonly [string, Spot])[] =>
  isObject(value)
    ? Object.entries(value).map(([key, inner]) => [key, { value: inner, path: [...path, key] }])
    : [];

/** Text, or a number or a boolean as text; trimmed, and undefined when there is nothing left. */
export function textOf(spot: Spot | undefined): string | undefined {
  const value = spot?.value;
  const isText =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isText ? String(value).trim() || undefined : undefined;
}

/** `true`, `"true"`, `1`, `"是"`. */
export function flagOf(spot: Spot | undefined): boolean | undefined {
  const text = textOf(spot);
  if (text === undefined) return undefined;
  return text === "1" ? true : text === "0" ? false : requiredOf(text);
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export type Locate = (path: Path, on?: "key" | "value") => Location;

/** Places are looked up when somebody asks: to know them the whole text must be read again. */
export function locator(file: SourceFile): Locate {
  let parsed: Parsed | undefined;
  return (path, on = "value") => {
    let place: Location | undefined;
    const found = (): Location => (place ??= (parsed ??= parse(file)).locate(path, on));
    return {
      file,
      get start() {
        return found().start;
      },
      get end() {
        return found().end;
      },
    };
  };
}
