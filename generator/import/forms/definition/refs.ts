import { membersOf } from "./members.js";
import { entriesOf, get, itemsOf, textOf, type Spot } from "./spot.js";
import { kindOfType } from "./type.js";

/** The type that a node names, without the way to it: `#/definitions/Toy` → `Toy`. */
export function refOf(node: Spot): string | undefined {
  const ref = textOf(get(node, "ref", "$ref", "refName", "typeName"));
  const name = ref?.slice(ref.lastIndexOf("/") + 1).trim();
  return name !== undefined && kindOfType(name) === "named" ? name : undefined;
}

/** Whether a node says itself what its type is made of. */
export const isFilled = (node: Spot): boolean =>
  [get(node, "properties", "fields", "children"), get(node, "items", "valueType")].some(
    (inner) => inner !== undefined && Object.keys(Object(inner.value)).length > 0,
  );

/** Named types, from the node that spells them out or from a section of their own. */
export function refsIn(root: Spot): ReadonlyMap<string, Spot> {
  const spelt = new Map<string, Spot>();
  const sections = new Map<string, Spot>();
  const open: Spot[] = [root];
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    const ref = refOf(spot);
    if (ref !== undefined && isFilled(spot)) spelt.set(ref, spot);
    for (const [key, inner] of entriesOf(spot)) {
      if (SECTIONS.has(key.toLowerCase())) {
        for (const { name, node } of membersOf(inner).members) sections.set(name, node);
      }
      open.push(inner);
    }
    for (const item of itemsOf(spot)) open.push(item);
  }
  return new Map([...sections, ...spelt]);
}

const SECTIONS = new Set(["definitions", "$defs", "defs", "refs", "models", "schemas", "types"]);
