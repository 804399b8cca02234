import { itemOf, propertiesOf, valueOf, type Member, type Members } from "./members.js";
import { isFilled, refOf } from "./refs.js";
import { get, textOf, type Spot } from "./spot.js";
import { kindOfType } from "./type.js";

/** What a node's type is made of. */
export interface Shape {
  /** As pages spell types: `string[]`, `map<string, toy>`, `object`. */
  readonly type: string;
  /** The fields of the object at its bottom. */
  readonly inside: Members;
  /** The node at its bottom: a list's item, or the node itself. */
  readonly bottom: Spot;
  /** The named types from the root to here: whoever names one of them again has no end. */
  readonly chain: readonly string[];
  /** A named type that cannot be followed, and why. */
  readonly open?: { readonly name: string; readonly reason: string };
}

export type Refs = ReadonlyMap<string, Spot>;

const NOTHING: Members = { members: [], strangers: [] };
/** Lists of lists of named lists …: more than this nobody can mean. */
const LEVELS = 16;

export function shapeOf(
  node: Spot,
  refs: Refs,
  chain: readonly string[],
  left: number = LEVELS,
): Shape {
  const name = nameOf(node, refs);
  if (left === 0) return leaf("any", node, chain, { name: name ?? "a type", reason: "too deep" });
  const type = textOf(get(node, "type")) ?? "";
  // A node may be no more than its type: "items": "string".
  if (typeof node.value === "string") return leaf(node.value, node, chain);
  const inside = propertiesOf(node);
  const isFull = inside.members.length > 0;
  const isMap = !isFull && get(node, "additionalProperties", "valueType") !== undefined;
  const given = kindOfType(type);
  const kind = isMap && (given === "object" || given === "blank") ? "map" : given;
  const isOpen = kind === "blank" || kind === "object" || type === name;
  if (name !== undefined && !isFilled(node)) {
    const target = refs.get(name);
    if (target === undefined) {
      if (!isOpen) return leaf(type, node, chain);
      return leaf("any", node, chain, { name, reason: "defined nowhere" });
    }
    if (chain.includes(name)) return leaf("any", node, chain, { name, reason: "part of itself" });
    const found = shapeOf(target, refs, [...chain, name], left - 1);
    const whole = found.type === "object" ? { ...found, type: name } : found;
    // The name may be that of what a list holds.
    const isItem = kind === "list" && !whole.type.endsWith("[]");
    return isItem ? wrap(whole, (of) => `${of}[]`) : whole;
  }
  const way = name === undefined ? chain : [...chain, name];
  const again = (inner: Spot): Shape => shapeOf(inner, refs, way, left - 1);
  const object: Shape = { type: name ?? "object", inside, bottom: node, chain: way };
  const item = itemOf(node);
  if (kind === "list" || (kind === "blank" && item !== undefined && !isFull)) {
    const inner = item !== undefined ? again(item) : isFull ? object : undefined;
    return inner === undefined ? leaf("array", node, way) : wrap(inner, (of) => `${of}[]`);
  }
  if (kind === "map") {
    const value = valueOf(node) ?? item ?? pairOf(inside.members)?.node;
    // Old definitions call objects maps.
    if (value === undefined) return isFull ? object : leaf("map", node, way);
    return wrap(again(value), (of) => `map<string, ${of}>`);
  }
  return isFull && isOpen ? object : { ...leaf(type, node, way), inside };
}

/** The named type of a node; a type that no document has of itself is one, too. */
function nameOf(node: Spot, refs: Refs): string | undefined {
  const type = textOf(get(node, "type")) ?? "";
  return refOf(node) ?? (refs.has(type) && kindOfType(type) === "named" ? type : undefined);
}

/** A map that is described as a list of its pairs. */
function pairOf(members: readonly Member[]): Member | undefined {
  const isPair = members.length === 2 && members.some(({ name }) => name === "key");
  return isPair ? members.find(({ name }) => name === "value") : undefined;
}

const wrap = (inner: Shape, around: (type: string) => string): Shape => ({
  ...inner,
  type: around(inner.type === "" ? "any" : inner.type),
});

const leaf = (
  type: string,
  bottom: Spot,
  chain: readonly string[],
  open?: Shape["open"],
): Shape => ({ type, inside: NOTHING, bottom, chain, ...(open === undefined ? {} : { open }) });
