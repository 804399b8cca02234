import type { Json } from "../endpoint.js";
import type { Node } from "./node.js";
import { isList, isObject } from "../../model/json.js";
import { keyed } from "./keyed.js";
import { ownExample } from "./own-example.js";
import type { Judged, Shape } from "./shape.js";
import { anyOf, withoutChildren } from "./type-alone.js";
import { typeText, type TypeText } from "./type-text.js";

export type { Shape } from "./shape.js";

/** The type of a row, from its text, its children and, where these do not tell, its example. */
export function shapeOf(node: Node, sample: Json | undefined): Shape {
  return judge(node, sample).shape;
}

export function judge(node: Node, sample: Json | undefined): Judged {
  const text = typeText(node.type);
  const isTold =
    sample !== undefined && sample !== null && !(isList(sample) && sample.length === 0);
  const example = isTold ? sample : (ownExample(node, text) ?? sample);
  return node.children.length > 0
    ? withChildren(text, node.children, example)
    : withoutChildren(text, example);
}

function withChildren(
  text: TypeText,
  children: readonly Node[],
  sample: Json | undefined,
  name?: string,
): Judged {
  const object: Shape = { kind: "object", name, children };
  const list: Shape = { kind: "list", items: object };
  switch (text.kind) {
    case "named":
      return { shape: { ...object, name: text.name } };
    case "object":
      if (isList(sample)) return { shape: list, doubt: "so is its example" };
      return keyed(children, sample) ?? { shape: object };
    case "blank":
      return keyed(children, sample) ?? { shape: isList(sample) ? list : object };
    case "list": {
      if (text.items === undefined) return { shape: list };
      const { shape: items, ...doubt } = withChildren(text.items, children, anyOf(sample));
      return { shape: { kind: "list", items }, ...doubt };
    }
    case "map":
      return mapWithChildren(text.values, children, sample);
    case "damaged": {
      const doubt = "a converter has cut its type";
      return isList(sample) && isList(sample[0])
        ? { shape: { kind: "list", items: list }, doubt }
        : { shape: list, doubt };
    }
    case "scalar":
      if (text.scalar === "any") return { shape: isList(sample) ? list : object };
      // A part of an answer that happens to be called file.
      if (text.scalar === "file") return { shape: { ...object, name: "file" } };
      return againstChildren(text, object, list, sample);
    case "enum":
      // With fields it is an object which the vendor calls so.
      if (sample === undefined || isObject(sample)) return { shape: object };
      return againstChildren(text, object, list, sample);
    case "union":
      return againstChildren(text, object, list, sample);
  }
}

/** A scalar's row that has rows under it: the example decides. */
function againstChildren(
  text: TypeText,
  object: Shape,
  list: Shape,
  sample: Json | undefined,
): Judged {
  const doubt = "there are fields under it";
  if (isList(sample)) return { shape: list, doubt };
  if (sample === undefined || sample === null || isObject(sample)) return { shape: object, doubt };
  return { shape: withoutChildren(text, sample).shape, doubt };
}

/** Under a map stand either `key` and `value`, or the fields of its values, or keys of its own. */
function mapWithChildren(
  values: TypeText | undefined,
  children: readonly Node[],
  sample: Json | undefined,
): Judged {
  const value = children.find(({ name }) => name === "value");
  if (children.length === 2 && value !== undefined && children.some(({ name }) => name === "key")) {
    const { shape, ...doubt } = judge(value, anyOf(sample));
    return { shape: { kind: "map", values: shape }, ...doubt };
  }
  const object: Shape = { kind: "object", name: undefined, children };
  const isOwn = isObject(sample) && children.some(({ name }) => Object.hasOwn(sample, name));
  if (values === undefined || isOwn) return { shape: object };
  if (values.kind === "scalar" && values.scalar !== "any") {
    return { shape: object, doubt: "its keys are fields" };
  }
  const { shape, ...doubt } = withChildren(values, children, anyOf(sample));
  return { shape: { kind: "map", values: shape }, ...doubt };
}
