import { readParts } from "../describe/parts.js";
import type { Json } from "../endpoint.js";
import { looseJson } from "./loose-json.js";
import type { Node } from "./node.js";
import type { TypeText } from "./type-text.js";

/**
 * The example in a row's own words, for types that do not say what is in them. Only JSON in
 * brackets counts: `1` may be text as well.
 */
export function ownExample(
  { name, text, told }: Pick<Node, "name" | "text" | "told">,
  type: TypeText,
): Json | undefined {
  const isOpen =
    type.kind === "blank" ||
    (type.kind === "list" && type.items === undefined) ||
    (type.kind === "map" && type.values === undefined);
  if (!isOpen) return undefined;
  const written = told?.example ?? readParts(text, name).example;
  return written !== undefined && /^`?[[{]/u.test(written)
    ? looseJson(written.replace(/^`|`$/gu, ""))
    : undefined;
}
