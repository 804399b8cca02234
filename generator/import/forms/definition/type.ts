import { typeText } from "../../nest/type-text.js";

export type TypeKind = "list" | "map" | "object" | "blank" | "named" | "whole";

/** What a type's text asks of the node around it; a `whole` one says everything itself. */
export function kindOfType(text: string): TypeKind {
  const type = typeText(text);
  switch (type.kind) {
    case "list":
      return type.items === undefined ? "list" : "whole";
    case "map":
      return type.values === undefined ? "map" : "whole";
    case "object":
    case "blank":
    case "named":
      return type.kind;
    default:
      return "whole";
  }
}
