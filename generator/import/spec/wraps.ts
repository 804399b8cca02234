import type { TypeText } from "../../lint/grammar.js";
import type { FieldType } from "../endpoint.js";

export type Wrap = "list" | "map";
type Inner = Extract<FieldType, { kind: "scalar" | "object" }>;

/** More lists in lists than any page has. */
const MAX_WRAPS = 8;

/** The lists and maps around a type, outermost first. */
export function unwrap(type: FieldType): {
  readonly wraps: readonly Wrap[];
  readonly inner: Inner;
} {
  const wraps: Wrap[] = [];
  let inner = type;
  while (inner.kind === "list" || inner.kind === "map") {
    if (wraps.length === MAX_WRAPS) return { wraps, inner: { kind: "scalar", name: "any" } };
    wraps.push(inner.kind);
    inner = inner.kind === "list" ? inner.items : inner.values;
  }
  return { wraps, inner };
}

/** The type with its lists and maps around it again. */
export const wrapped = (type: TypeText, wraps: readonly Wrap[]): TypeText =>
  wraps.reduceRight<TypeText>((of, kind) => (kind === "list" ? [of] : { map: of }), type);
