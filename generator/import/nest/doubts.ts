import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Json } from "../endpoint.js";
import { isList, isObject } from "../../model/json.js";
import type { Node } from "./node.js";
import { judge, type Shape } from "./type.js";

/** The fields whose types the page does not tell for sure, with what they are taken for. */
export function doubts(nodes: readonly Node[], sample: Json | undefined): Diagnostic[] {
  return nodes.flatMap((node) => {
    const value = inside(sample, node.name);
    const { shape, doubt } = judge(node, value);
    const own =
      doubt === undefined
        ? []
        : [
            diagnostic("type-guessed", node.at, {
              field: node.name,
              type: node.type,
              taken: spelled(shape),
              reason: doubt,
            }),
          ];
    const below = inObject(shape, value);
    return [...own, ...doubts(below?.children ?? node.children, below?.value ?? value)];
  });
}

/** The fields at the bottom of lists and maps, and their part of the example. */
function inObject(
  shape: Shape,
  sample: Json | undefined,
): { children: readonly Node[]; value: Json | undefined } | undefined {
  let value = sample;
  let inner = shape;
  while (inner.kind === "list" || inner.kind === "map") {
    if (inner.kind === "map" && isObject(value)) value = Object.values(value)[0];
    inner = inner.kind === "list" ? inner.items : inner.values;
  }
  return inner.kind === "object" ? { children: inner.children, value } : undefined;
}

/** The part of an example that describes a field, through lists. */
function inside(sample: Json | undefined, name: string): Json | undefined {
  for (let value = sample, steps = 0; steps < 8; steps += 1) {
    if (isList(value))
      value = value.find((item) => isObject(item) && Object.hasOwn(item, name)) ?? value[0];
    else return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return undefined;
}

function spelled(shape: Shape): string {
  switch (shape.kind) {
    case "scalar":
      return shape.name;
    case "list":
      return `a list of ${spelled(shape.items)}`;
    case "map":
      return `a map of ${spelled(shape.values)}`;
    case "object":
      return "object";
  }
}
