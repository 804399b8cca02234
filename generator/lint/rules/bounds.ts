import type { FieldSpec } from "../grammar.js";
import { isList, type FieldSite } from "../fields.js";
import type { Findings, Spec } from "../spec.js";

type Bound = "min" | "max" | "minLength" | "maxLength" | "minItems" | "maxItems" | "maxBytes";

/** Which bounds a kind of value can have. */
const KINDS: Readonly<Record<string, readonly Bound[]>> = {
  string: ["min", "max", "minLength", "maxLength"],
  int: ["min", "max"],
  float: ["min", "max"],
  list: ["minItems", "maxItems"],
  file: ["maxBytes"],
};

const PAIRS = [
  ["min", "max"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
] as const;

export function checkBounds(spec: Spec, { field, site }: FieldSite, findings: Findings): void {
  const kind = kindOf(spec, field);
  const allowed = KINDS[kind] ?? [];
  for (const bound of Object.values(KINDS).flat()) {
    if (field[bound] === undefined || allowed.includes(bound)) continue;
    findings.add("bound-kind", site.at(bound), { key: bound, type: kind }, "key");
  }
  for (const [low, high] of PAIRS) {
    if ((field[low] ?? -Infinity) > (field[high] ?? Infinity)) {
      findings.add("bounds-crossed", site.at(low), { low, high });
    }
  }
}

function kindOf(spec: Spec, { type }: FieldSpec): string {
  if (isList(type)) return "list";
  if (typeof type !== "string") return "a map";
  return spec.enums.has(type) ? "an enum" : spec.types.has(type) ? "an object" : type;
}
