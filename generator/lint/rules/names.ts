import { camelCase, kebabCase, operationNames, pascalCase } from "../../model/names.js";
import {
  FACADE,
  GLOBALS,
  METHODS,
  MODULES,
  packageExports,
  PAGES,
  SUBPATHS,
} from "../../model/reserved.js";
import { eachField, groups } from "../fields.js";
import type { Findings, Spec } from "../spec.js";

/** Names that the package needs for itself, and fields that no type name can be made of. */
export function checkNames(spec: Spec, findings: Findings): void {
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
  for (const { name, site, operations } of spec.resources.values()) {
    for (const { name: key, site } of operations) {
      const { method } = operationNames("", key);
      if (METHODS.includes(method))
        findings.add("reserved-name", site, { name: method, owner: "JavaScript itself" }, "key");
    }
    const at = site.at("resource");
    if (MODULES.includes(kebabCase(name)))
      findings.add("reserved-name", at, { name, owner: "the types that resources share" });
    if (SUBPATHS.includes(kebabCase(name)))
      findings.add("reserved-name", at, { name, owner: "a subpath of the package" });
    else if (PAGES.includes(kebabCase(name)))
      findings.add("reserved-name", at, { name, owner: "a page of the documentation" });
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
