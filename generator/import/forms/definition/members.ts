import { entriesOf, get, isObject, itemsOf, textOf, type Spot } from "./spot.js";

/** A field of an object: its node, its name on the wire, and whether its parent requires it. */
export interface Member {
  readonly name: string;
  readonly node: Spot;
  /** Undefined when the parent has no list of required names. */
  readonly isListed: boolean | undefined;
  /** Where its name stands. */
  readonly named: { readonly spot: Spot; readonly on: "key" | "value" };
}

export interface Members {
  readonly members: readonly Member[];
  /** What has no name, or is no node at all. */
  readonly strangers: readonly Spot[];
}

/** The fields that a node lists under `properties`: nodes with names, or by name. */
export function propertiesOf(node: Spot): Members {
  const properties = get(node, "properties", "fields", "children");
  if (properties === undefined) return { members: [], strangers: [] };
  const required = get(node, "required");
  const list = required && Array.isArray(required.value) ? new Set(required.value) : undefined;
  return membersOf(properties, (name) => list?.has(name));
}

/** The nodes of a list, or of an object by name. */
export function membersOf(
  container: Spot,
  isListed: (name: string) => boolean | undefined = () => undefined,
): Members {
  const members: Member[] = [];
  const strangers: Spot[] = [];
  const add = (name: string | undefined, node: Spot, named: Member["named"]) => {
    if (name === undefined || !isObject(node.value)) strangers.push(node);
    else members.push({ name, node, isListed: isListed(name), named });
  };
  for (const node of itemsOf(container)) {
    const spot = get(node, "name", "key", "field");
    add(textOf(spot), node, { spot: spot ?? node, on: "value" });
  }
  for (const [key, node] of entriesOf(container)) add(key, node, { spot: node, on: "key" });
  if (!Array.isArray(container.value) && !isObject(container.value)) strangers.push(container);
  return { members, strangers };
}

/** What the lists and maps of a node hold. */
export function itemOf(node: Spot): Spot | undefined {
  const items = get(node, "items", "item", "elementType");
  return items && Array.isArray(items.value) ? itemsOf(items)[0] : items;
}

export const valueOf = (node: Spot): Spot | undefined =>
  get(node, "valueType", "value", "values", "additionalProperties");

/** Whether an object looks like a description of a field rather than like a list of such. */
export const isNode = (spot: Spot): boolean =>
  typeof get(spot, "type")?.value === "string" ||
  Array.isArray(get(spot, "properties")?.value) ||
  (isObject(get(spot, "properties")?.value) && !isObject(get(spot, "type")?.value));
