import type { Json } from "../endpoint.js";
import { isList, isObject } from "../../model/json.js";
import type { Node } from "./node.js";
import type { Judged, Shape } from "./shape.js";

/**
 * An object whose keys are ids: its example has none of the fields, but each of its values has some.
 * Above the fields there may be a row for the key itself: `groups` › `group_id` › `name`.
 */
export function keyed(children: readonly Node[], sample: Json | undefined): Judged | undefined {
  if (!isObject(sample) || children.some(({ name }) => Object.hasOwn(sample, name))) {
    return undefined;
  }
  const values = Object.values(sample);
  const [key] = children;
  const isKeyRow = children.length === 1 && key !== undefined && key.children.length > 0;
  for (const fields of isKeyRow ? [key.children, children] : [children]) {
    const object: Shape = { kind: "object", name: undefined, children: fields };
    const doubt = "the keys of its example are no fields";
    if (values.length > 0 && values.every((value) => holds(value, fields))) {
      return { shape: { kind: "map", values: object }, doubt };
    }
    const items = values.flatMap((value) => (isList(value) ? value : []));
    const isOfLists = values.length > 0 && values.every(isList) && items.length > 0;
    if (isOfLists && items.every((item) => holds(item, fields))) {
      return { shape: { kind: "map", values: { kind: "list", items: object } }, doubt };
    }
  }
  return undefined;
}

const holds = (value: Json, fields: readonly Node[]): boolean =>
  isObject(value) && fields.some(({ name }) => Object.hasOwn(value, name));
