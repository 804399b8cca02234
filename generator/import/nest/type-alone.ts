import type { Json } from "../endpoint.js";
import { isList, isObject } from "../../model/json.js";
import { kindOf } from "./json-kind.js";
import type { Judged, Shape } from "./shape.js";
import type { TypeText } from "./type-text.js";

/** The type of a row that no rows stand under. */
export function withoutChildren(text: TypeText, sample: Json | undefined): Judged {
  switch (text.kind) {
    case "scalar":
      return { shape: { kind: "scalar", name: text.scalar } };
    case "list": {
      if (text.items === undefined) return { shape: { kind: "list", items: itemsOf(sample) } };
      const { shape: items, ...doubt } = withoutChildren(text.items, anyOf(sample));
      return { shape: { kind: "list", items }, ...doubt };
    }
    case "map": {
      if (text.values === undefined) {
        const values = itemsOf(isObject(sample) ? Object.values(sample) : undefined);
        return { shape: { kind: "map", values: values.kind === "scalar" ? values : ANY } };
      }
      const { shape: values, ...doubt } = withoutChildren(text.values, anyOf(sample));
      return { shape: { kind: "map", values }, ...doubt };
    }
    case "object":
      if (isList(sample))
        return { shape: { kind: "list", items: ANY }, doubt: "so is its example" };
      if (sample !== undefined && sample !== null && !isObject(sample)) {
        return { shape: ANY, doubt: "its example is no object" };
      }
      return { shape: { kind: "map", values: ANY } };
    case "blank": {
      const shape = byExample(sample);
      if (isObject(sample) && Object.keys(sample).length === 0) return { shape };
      return shape === ANY ? { shape } : { shape, doubt: "only its example tells the type" };
    }
    case "damaged": {
      const items = itemsOf(sample);
      const inner: Shape = items.kind === "list" || items !== ANY ? items : LIST;
      return { shape: { kind: "list", items: inner }, doubt: "a converter has cut its type" };
    }
    case "enum":
      if (sample === undefined) return { shape: STRING, doubt: "an enum may be numbers too" };
      return { shape: kindOf(sample) === "int" ? { kind: "scalar", name: "int" } : STRING };
    case "union":
      return { shape: ANY };
    case "named":
      return {
        shape: isObject(sample) ? { kind: "map", values: ANY } : ANY,
        doubt: `no fields of "${text.name}" stand under it`,
      };
  }
}

const ANY: Shape = { kind: "scalar", name: "any" };
const STRING: Shape = { kind: "scalar", name: "string" };
const LIST: Shape = { kind: "list", items: ANY };

/** What all items of an example have in common. */
function itemsOf(sample: Json | undefined): Shape {
  if (!isList(sample)) return ANY;
  const shapes = sample.map(byExample);
  const [first = ANY] = shapes;
  if (first.kind === "list") return shapes.every(({ kind }) => kind === "list") ? first : ANY;
  const names = new Set(shapes.map((shape) => (shape.kind === "scalar" ? shape.name : shape.kind)));
  if (names.size === 1) return first.kind === "map" ? ANY : first;
  const isNumber = [...names].every((name) => name === "int" || name === "float");
  return isNumber && names.size > 0 ? { kind: "scalar", name: "float" } : ANY;
}

/** Nested once only: deeper lists have no use here. */
function byExample(sample: Json | undefined): Shape {
  if (isList(sample)) {
    const kinds = new Set(sample.map(kindOf));
    const [kind] = kinds;
    return kinds.size === 1 && isScalar(kind)
      ? { kind: "list", items: { kind: "scalar", name: kind } }
      : LIST;
  }
  if (isObject(sample)) return { kind: "map", values: ANY };
  const kind = kindOf(sample);
  return isScalar(kind) ? { kind: "scalar", name: kind } : ANY;
}

const isScalar = (kind: string | undefined): kind is "string" | "int" | "float" | "boolean" =>
  kind === "string" || kind === "int" || kind === "float" || kind === "boolean";

/** One of the items of a list, or of the values of an object. */
export function anyOf(sample: Json | undefined): Json | undefined {
  if (isList(sample)) return sample[0];
  return isObject(sample) ? Object.values(sample)[0] : undefined;
}
