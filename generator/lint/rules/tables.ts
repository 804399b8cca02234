import type { Findings, Spec } from "../spec.js";

/** Enums and error tables: one name for one value. */
export function checkTables(spec: Spec, findings: Findings): void {
  for (const { value, site } of spec.enums.values()) {
    const seen = new Map<string | number, string>();
    const members = Object.entries(value.values);
    const [first] = members;
    if (first === undefined)
      findings.add("bad-value", site.at("values"), { key: "values", reason: "must not be empty" });
    for (const [name, member] of members) {
      const at = site.at("values", name, "value");
      const other = seen.get(member.value);
      if (other !== undefined)
        findings.add("duplicate-value", at, { other, value: String(member.value) });
      seen.set(member.value, name);
      if (first !== undefined && typeof member.value !== typeof first[1].value) {
        findings.add("mixed-values", at, { other: first[0] });
      }
    }
  }
  const codes = new Map<number, string>();
  for (const { name, value, site } of [...spec.platformErrors.values(), ...spec.errors.values()]) {
    const other = codes.get(value.code);
    if (other !== undefined)
      findings.add("duplicate-code", site.at("code"), { other, code: String(value.code) });
    codes.set(value.code, name);
  }
}
