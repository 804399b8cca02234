import { hint } from "../../diagnostics/nearest.js";
import type { ConditionSpec, FieldSpec } from "../grammar.js";
import { SCALARS } from "../grammar.js";
import { baseType, INPUT_PLACES, isList, type FieldSite } from "../fields.js";
import { misfits } from "../misfit.js";
import type { Findings, Site, Spec } from "../spec.js";
import { checkBounds } from "./bounds.js";

/** All that can be said of a field from itself, its siblings and the names it uses. */
export function checkField(spec: Spec, at: FieldSite, findings: Findings): void {
  checkWireName(at, findings);
  checkRename(at, findings);
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

/** The runtime renames where path, query and body become one object, and nowhere else. */
function checkRename({ field, site, place }: FieldSite, findings: Findings): void {
  const [, , , , inner] = site.path;
  const isInput = INPUT_PLACES.some((input) => input === place) && inner === undefined;
  if (field.as !== undefined && !isInput) findings.add("as-place", site.at("as"), {}, "key");
}

function checkType(spec: Spec, { field, site, place }: FieldSite, findings: Findings): boolean {
  const base = baseType(field.type);
  const inline = base === "object";
  if (inline !== (field.fields !== undefined)) {
    const reason = inline
      ? '"object" needs "fields": write them, or name a type instead'
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
  if (spec.lost.mayHold(base)) return false;
  const known = [...spec.types.keys(), ...spec.enums.keys(), ...SCALARS];
  const at = site.at("type").part(base);
  const near = hint(base, known, 'Describe it under "types" or "enums".');
  findings.add("unknown-type", at, { name: base, hint: near });
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
    const isSibling = name !== own && Object.hasOwn(siblings, name);
    const sibling = isSibling ? siblings[name] : undefined;
    if (sibling === undefined) {
      if (spec.lost.mayHold(name)) continue;
      const known = Object.keys(siblings).filter((other) => other !== own);
      const near = hint(name, known, known.length > 0 ? `Known: ${known.join(", ")}.` : "");
      findings.add("unknown-sibling", at, { key, name, hint: near }, "key");
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
  if (spec.lost.mayHold(baseType(type))) return;
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
      findings.add("unknown-member", at.part(member), {
        enum: values.name,
        name: member,
        hint: hint(member, known, `Known: ${known.join(", ")}.`),
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
  for (const { path, reason, on } of misfits(spec, field, value, "input")) {
    const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
    findings.add("misfit", site.at(key, ...path), { key, where, reason }, on);
  }
}
