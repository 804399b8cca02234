import { hint } from "../../diagnostics/nearest.js";
import type { ConditionSpec, FieldSpec } from "../grammar.js";
import { SCALARS } from "../grammar.js";
import { baseType, isList, type FieldSite } from "../fields.js";
import { misfit } from "../misfit.js";
import type { Findings, Site, Spec } from "../spec.js";
import { checkBounds } from "./bounds.js";

/** All that can be said of a field from itself, its siblings and the names it uses. */
export function checkField(spec: Spec, at: FieldSite, findings: Findings): void {
  checkWireName(at, findings);
  if (!checkType(spec, at, findings)) return;
  checkBounds(spec, at, findings);
  for (const key of ["when", "requiredWhen"] as const) {
    const condition = at.field[key];
    if (condition !== undefined) checkCondition(spec, at, key, condition, findings);
  }
  for (const key of ["example", "default"] as const) checkValue(spec, at, key, findings);
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

function checkWireName({ wire, site }: FieldSite, findings: Findings): void {
  if (!CONTROL.test(wire)) return;
  findings.add(
    "wire-name",
    site,
    { name: JSON.stringify(wire), reason: "it has a control character" },
    "key",
  );
}

function checkType(spec: Spec, { field, site, place }: FieldSite, findings: Findings): boolean {
  const base = baseType(field.type);
  const inline = base === "object";
  if (inline !== (field.fields !== undefined)) {
    const reason = inline
      ? '"object" needs "fields"; a type of its own is named instead'
      : `"fields" goes with the type object or [object], not with ${base}`;
    findings.add(
      "inline-fields",
      inline ? site.at("type") : site.at("fields"),
      { reason },
      inline ? "value" : "key",
    );
    return false;
  }
  if (base === "file" && place !== "body") findings.add("file-place", site.at("type"), {});
  if (inline || SCALARS.has(base) || spec.types.has(base) || spec.enums.has(base)) return true;
  const known = [...spec.types.keys(), ...spec.enums.keys(), ...SCALARS];
  findings.add("unknown-type", site.at("type"), { name: base, hint: hint(base, known) });
  return false;
}

function checkCondition(
  spec: Spec,
  { siblings, wire, field, site }: FieldSite,
  key: "when" | "requiredWhen",
  condition: ConditionSpec,
  findings: Findings,
): void {
  for (const [name, test] of Object.entries(condition)) {
    const at = site.at(key, name);
    const own = field.as ?? wire;
    const sibling = name === own ? undefined : siblings[name];
    if (sibling === undefined) {
      const known = Object.keys(siblings).filter((other) => other !== own);
      findings.add("unknown-sibling", at, { key, name, hint: hint(name, known) }, "key");
    } else if (test !== "present" && test !== "absent") {
      checkTest(spec, key, name, sibling, test, at, findings);
    }
  }
}

function checkTest(
  spec: Spec,
  key: string,
  name: string,
  sibling: FieldSpec,
  test: boolean | string | readonly string[],
  at: Site,
  findings: Findings,
): void {
  const type = isList(sibling.type) ? sibling.type[0] : sibling.type;
  const values = typeof type === "string" ? spec.enums.get(type) : undefined;
  if (typeof test === "boolean") {
    if (type === "boolean") return;
    const reason = `it is no boolean, but ${baseType(type)}`;
    findings.add("wrong-condition", at, { key, name, value: String(test), reason });
  } else if (values === undefined) {
    const reason =
      "only the fields of an enum have members; present and absent work for every field";
    findings.add("wrong-condition", at, { key, name, value: [test].flat().join(), reason });
  } else {
    const known = Object.keys(values.value.values);
    for (const member of [test].flat()) {
      if (known.includes(member)) continue;
      findings.add("unknown-member", at, {
        enum: values.name,
        name: member,
        hint: hint(member, known),
      });
    }
  }
}

function checkValue(
  spec: Spec,
  { field, site }: FieldSite,
  key: "example" | "default",
  findings: Findings,
): void {
  const value = field[key];
  if (value === undefined) return;
  const found = misfit(spec, field, value, "input");
  if (found === undefined) return;
  const { path, expected, received } = found;
  const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
  findings.add("misfit", site.at(key, ...path), { key, where, expected, received });
}
