import { PASCAL } from "../../lint/grammar.js";
import { pascalCase } from "../../model/names.js";
import { itemName } from "./singular.js";

/** Where a name is wanted, as words of names. */
export interface Setting {
  /** `Offer` */
  readonly resource: string;
  /** `Create` */
  readonly action: string;
  /** `CreateOfferV2` */
  readonly operation: string;
  /** What the objects around are called, outermost first. */
  readonly owners: readonly string[];
  /** The field, in the singular: `Salary`. */
  readonly field: string;
  readonly isSent: boolean;
}

/** Endings that the package gives to names of its own. */
const ENDING = /(?:Input|Output|ErrorCode|InputSchema|OutputSchema|Resource)$/u;

/** One name after the other; what the one ends with and the other begins with stands once. */
const join = (...names: readonly (string | undefined)[]): string =>
  names.reduce<string>((name, next = "") => {
    const words = wordsOf(next);
    const shared = words.findLastIndex((_, i) => name.endsWith(words.slice(0, i + 1).join("")));
    return name + words.slice(shared + 1).join("");
  }, "");

const wordsOf = (name: string): readonly string[] => name.match(/[A-Z][^A-Z]*|^[^A-Z]+/gu) ?? [];

/** Fields whose names say nothing of what they hold. */
const VAGUE: ReadonlySet<string> = new Set([
  ...["Item", "Data", "Info", "Result", "Content", "Detail", "Value", "Object", "Node"],
]);

/** Names for an object, the nearest first; each longer one says more of where it stands. */
export function* typeNames(vendor: string, at: Setting): Iterable<string> {
  const owner = at.owners.at(-1);
  const anonymous = join(owner ?? at.operation, at.field);
  const plain = pascalCase(vendor.slice(0, 100)) || anonymous || "Item";
  const name = ENDING.test(plain) ? `${plain}Data` : plain;
  yield* lawful(name, at, [
    [name],
    [owner, name],
    ...(VAGUE.has(at.field) || name.includes(at.field) ? [] : [[at.field, name]]),
    [at.resource, name],
    [at.resource, owner, name],
    ...(VAGUE.has(at.field) ? [] : [[at.resource, at.field, name]]),
    [owner ?? at.operation, at.field],
  ]);
}

/** What the enum of a field is called, wherever the field stands. */
export function enumName(wire: string, isList: boolean): string {
  const plain = pascalCase((isList ? itemName(wire) : wire).slice(0, 100)) || "Kind";
  return ENDING.test(plain) ? `${plain}Kind` : plain;
}

/** One word alone, such as status, says too little to be the name of an enum. */
export const isGeneral = (name: string): boolean => !/^.+[A-Z]/u.test(name);

/** Names for the enum of a field, the nearest first; `isPlain`: the field's name may do. */
export function* enumNames(name: string, at: Setting, isPlain: boolean): Iterable<string> {
  const owner = at.owners.at(-1);
  yield* lawful(name, at, [
    ...(isPlain ? [[name]] : []),
    [owner ?? at.resource, name],
    [at.resource, name],
    [at.resource, owner, name],
  ]);
}

type Parts = readonly (string | undefined)[];

/** All of them, and then those that only this operation can have; mostly the first one will do. */
function* lawful(name: string, at: Setting, near: readonly Parts[]): Iterable<string> {
  const owner = at.owners.at(-1);
  const whole = [at.operation, ...at.owners, at.field, name];
  const far = [
    [at.operation, name],
    [at.operation, owner, name],
    [at.operation, at.field, name],
    whole,
    [...whole, at.isSent ? "Request" : "Reply"],
  ];
  for (const parts of [...near, ...far]) {
    const candidate = joined(parts);
    if (PASCAL.test(candidate)) yield candidate;
  }
  // Two fields that only differ in their punctuation come this far.
  for (let longer = `${join(...whole)}Variant`; ; longer += "Variant") yield longer;
}

/** A name of its own stays as it is. */
const joined = ([first = "", ...rest]: Parts): string =>
  rest.length === 0 ? first : join(first, ...rest);
