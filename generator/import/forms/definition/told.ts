import type { Option, Told } from "../../page.js";
import { plainCell } from "../markdown/cell.js";
import { entriesOf, get, isObject, itemsOf, textOf, type Spot } from "./spot.js";

/** What a node says of its values in keys of their own; `bottom` is its item, if it is a list. */
export function toldOf(node: Spot, bottom: Spot, type: string, hasFields: boolean): Told {
  const options = optionsOf(node) ?? optionsOf(bottom);
  const example = literal(node, bottom, type, hasFields, "example", "exampleValue", "demo");
  const given = literal(node, bottom, type, hasFields, "defaultValue", "default");
  const preset = given === undefined ? undefined : valueNamed(given, options);
  return {
    // A dash is what people type into a form that wants something.
    ...(example === undefined || /^[-—/]$/u.test(example) ? {} : { example }),
    ...(preset === undefined ? {} : { default: preset }),
    ...(options === undefined ? {} : { options }),
  };
}

/** Some defaults are an option's name instead of its value. */
function valueNamed(text: string, options: readonly Option[] | undefined): string {
  if (options === undefined || options.some(({ value }) => value === text)) return text;
  return options.find(({ label }) => label === text)?.value ?? text;
}

function literal(
  node: Spot,
  bottom: Spot,
  type: string,
  hasFields: boolean,
  ...keys: readonly string[]
): string | undefined {
  const spot = get(node, ...keys) ?? get(bottom, ...keys);
  const value = spot?.value;
  if (isObject(value) || Array.isArray(value)) return JSON.stringify(value);
  const text = textOf(spot);
  if (text === undefined) return undefined;
  // The explorer's form asks for an example of everything: that of an object is mostly a filler.
  if (hasFields && !/^[{[]/u.test(text)) return undefined;
  const depth = (/(?:\[\])*$/u.exec(type)?.[0].length ?? 0) / 2;
  if (depth === 0 || text.startsWith("[")) return text;
  // Of a list, it has one item.
  if (depth > 1) return undefined;
  const isJson = text.startsWith('"') || hasFields;
  const isNumber = type !== "string[]" && /^(?:-?[0-9]|true$|false$)/u.test(text);
  return isJson || isNumber ? `[${text}]` : JSON.stringify([text]);
}

/** The values that a node lists, each once. */
function optionsOf(node: Spot): readonly Option[] | undefined {
  const spot = get(node, "options", "enum", "enums");
  if (spot === undefined) return undefined;
  const found = new Map<string, Option>();
  const add = (value: string | undefined, label: string, name: string | undefined) => {
    if (value === undefined || found.has(value)) return;
    const isOwn = name !== undefined && name !== value;
    found.set(value, { value, label, ...(isOwn ? { name } : {}) });
  };
  for (const option of itemsOf(spot)) {
    const name = textOf(get(option, "name", "key", "enumName"));
    const value = textOf(get(option, "value")) ?? name ?? textOf(option);
    add(value, labelOf(value, name, textOf(get(option, "description", "desc", "label"))), name);
  }
  for (const [value, option] of entriesOf(spot)) {
    const description = textOf(get(option, "description", "desc", "label")) ?? textOf(option);
    const name = textOf(get(option, "name"));
    add(value, labelOf(value, name, description), name);
  }
  return found.size === 0 ? undefined : [...found.values()];
}

/** The words of a value; a name only when there are none and it says more than the value. */
function labelOf(
  value: string | undefined,
  name: string | undefined,
  description: string | undefined,
): string {
  const words = description === undefined ? "" : plainCell(description);
  if (words !== "" && words !== value) return words;
  return name === undefined || name === value ? "" : plainCell(name);
}
