import { camelCase, kebabCase, pascalCase } from "../../model/names.js";
import { FACADE, GLOBALS, packageExports, SUBPATHS } from "../../model/reserved.js";
import { eachField, groups } from "../fields.js";
import { Site, type Findings, type Spec } from "../spec.js";

/** Names that the package needs for itself, and fields that no type name can be made of. */
export function checkNames(spec: Spec, findings: Findings): void {
  checkService(spec, findings);
  const own = new Set(packageExports(spec.service?.value.name ?? ""));
  for (const { name, site } of [
    ...spec.types.values(),
    ...spec.enums.values(),
    ...spec.errors.values(),
  ]) {
    if (own.has(name))
      findings.add("reserved-name", site, { name, owner: "an export of the package" }, "key");
    else if (GLOBALS.includes(name))
      findings.add("reserved-name", site, { name, owner: "JavaScript itself" }, "key");
  }
  for (const { name, site } of spec.resources.values()) {
    const at = site.at("resource");
    if (SUBPATHS.includes(kebabCase(name)))
      findings.add("reserved-name", at, { name, owner: "a subpath of the package" });
    if (FACADE.test(camelCase(name)))
      findings.add("reserved-name", at, { name, owner: "the facade" });
  }
  for (const group of groups(spec, () => "")) {
    for (const { wire, field, site } of eachField(group, () => "")) {
      if (field.fields !== undefined && pascalCase(wire) === "") {
        findings.add("unnameable-type", site, { field: wire }, "key");
      }
    }
  }
}

function checkService(spec: Spec, findings: Findings): void {
  if (spec.service !== undefined) return;
  const anywhere = [
    ...spec.resources.values(),
    ...spec.types.values(),
    ...spec.enums.values(),
    ...spec.errors.values(),
  ];
  const site = anywhere[0]?.site;
  if (site !== undefined) findings.add("no-service", new Site(site.parsed, []), {});
}
