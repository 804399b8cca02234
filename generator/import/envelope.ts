import type { Json } from "./endpoint.js";
import type { Node } from "./nest/nest.js";
import { typeText } from "./nest/type-text.js";
import { inside, isList } from "./parts-of-sample.js";

/** What the envelope carries. A table may list the envelope's fields, only some of them, or none. */
export function unwrap(
  nodes: readonly Node[],
  sample: Json | undefined,
): { nodes: readonly Node[]; sample: Json | undefined } {
  const data = nodes.find(({ name }) => name === "data");
  if (data !== undefined) return { nodes: data.children, sample: inside(sample, "data") };
  const rest = nodes.flatMap((node) => {
    // The envelope's own error is an object; a reply without data may carry a text of that name.
    if (node.name === "error") return typeText(node.type).kind === "scalar" ? [node] : [];
    // Marked rows under `msg` are within the data, whose row the table leaves out.
    return ENVELOPE.has(node.name) ? node.children : [node];
  });
  const inData = inside(sample, "data");
  return { nodes: rest, sample: inData ?? sample };
}

/** The fields that an example shows; more of them than a person reads at once are cut. */
export const namesIn = (sample: Json | undefined): readonly string[] =>
  typeof sample === "object" && sample !== null && !isList(sample)
    ? Object.keys(sample)
        .filter((name) => !ENVELOPE.has(name))
        .slice(0, 8)
    : [];

export const ENVELOPE = new Set(["code", "msg", "message", "error"]);
