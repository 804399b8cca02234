import type { TypeText } from "../type-text.js";

/**
 * Whether rows can stand under a row, by its type alone: under a named type they must; under a map of
 * scalars only `key` and `value` do; a string has none.
 */
export type Opening = "must" | "may" | "pair" | "never";

export function openingOf(text: TypeText): Opening {
  switch (text.kind) {
    case "named":
      return "must";
    case "object":
    case "blank":
    case "damaged":
      return "may";
    case "list":
      return text.items === undefined ? "may" : openingOf(text.items);
    case "map":
      return text.values !== undefined && openingOf(text.values) === "never" ? "pair" : "may";
    case "scalar":
      return text.scalar === "any" || text.scalar === "file" ? "may" : "never";
    case "enum":
    case "union":
      return "never";
  }
}

/** The name that rows under a type share wherever it is used; undefined when it has none. */
export function typeNameOf(text: TypeText): string | undefined {
  let inner: TypeText | undefined = text;
  while (inner?.kind === "list" || inner?.kind === "map") {
    inner = inner.kind === "list" ? inner.items : inner.values;
  }
  return inner?.kind === "named" ? inner.name : undefined;
}
