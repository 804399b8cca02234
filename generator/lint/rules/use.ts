import { baseType, eachField, groups } from "../fields.js";
import type { Findings, Spec } from "../spec.js";

/** What nothing leads to is a leftover or a slip of the pen. */
export function checkUse(spec: Spec, findings: Findings): void {
  // What could not be read may use anything.
  if (!spec.lost.isEmpty) return;
  const used = new Set<string>();
  for (const group of groups(spec, () => "")) {
    for (const { field, parent } of eachField(group, (owner) => owner)) {
      const base = baseType(field.type);
      if (base !== parent) used.add(base);
    }
  }
  for (const [code, entries] of [
    ["unused-type", spec.types],
    ["unused-enum", spec.enums],
  ] as const) {
    for (const { name, site } of entries.values()) {
      if (!used.has(name)) findings.add(code, site, { name }, "key");
    }
  }
}
