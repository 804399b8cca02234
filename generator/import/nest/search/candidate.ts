import type { Row } from "../../page.js";
import type { JsonKind } from "../json-kind.js";
import { typeText, type TypeText } from "../type-text.js";
import { openingOf, typeNameOf, type Opening } from "./opening.js";
import type { Outline } from "./outline.js";

/** A row, with all of its type that decides where it can stand. */
export interface Candidate {
  readonly name: string;
  readonly depth: number | undefined;
  readonly text: TypeText;
  readonly opening: Opening;
  readonly typeName: string | undefined;
}

export function candidateOf({ name, depth, type }: Row): Candidate {
  const text = typeText(type);
  return { name, depth, text, opening: openingOf(text), typeName: typeNameOf(text) };
}

/** Whether an example's values can be those of the row. */
export function fits({ text }: Candidate, { kinds }: Outline): boolean {
  const found = new Set([...kinds].filter((kind) => kind !== "null"));
  return found.size === 0 || accepts(text, found);
}

function accepts(text: TypeText, kinds: ReadonlySet<JsonKind>): boolean {
  const hasScalar = (["string", "int", "float", "boolean"] as const).some((kind) =>
    kinds.has(kind),
  );
  switch (text.kind) {
    case "list":
    case "damaged":
      return kinds.has("list");
    case "map":
    case "object":
    case "named":
      return kinds.has("object") || kinds.has("list") || (text.kind === "object" && hasScalar);
    case "enum":
    case "union":
      return hasScalar;
    case "blank":
      return true;
    case "scalar":
      switch (text.scalar) {
        case "string":
          return kinds.has("string");
        // Examples have 64-bit integers as text.
        case "int":
        case "float":
          return kinds.has("int") || kinds.has("float") || kinds.has("string");
        case "boolean":
          return kinds.has("boolean");
        case "file":
        case "any":
          return true;
      }
  }
}
