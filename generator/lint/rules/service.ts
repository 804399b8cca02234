import type { Parsed } from "../../load/parse.js";
import { pascalCase } from "../../model/names.js";
import type { ServiceSpec } from "../grammar.js";
import { hint } from "../../diagnostics/nearest.js";
import { Site, type Entry, type Findings, type Spec } from "../spec.js";

/** Without a service there is no name for anything; said once, in the first file of the spec's own. */
export function checkService(spec: Spec, files: readonly Parsed[], findings: Findings): void {
  if (spec.service !== undefined) {
    checkServiceName(spec.service, findings);
    checkFeatured(spec, spec.service, findings);
    checkGroups(spec, spec.service, findings);
    return;
  }
  if (spec.lost.mayHold("service")) return;
  const first = files.find(({ file }) => !file.name.startsWith("platform/")) ?? files[0];
  if (first !== undefined) findings.add("no-service", new Site(first, []).start(), {});
}

function checkFeatured(spec: Spec, { value, site }: Entry<ServiceSpec>, findings: Findings): void {
  const name = value.featured;
  if (name === undefined || spec.lost.mayHold(name)) return;
  const ids = [...spec.resources.values()].flatMap(({ operations }) =>
    operations.map(({ id }) => id),
  );
  if (!ids.includes(name))
    findings.add("unknown-operation", site.at("featured"), { name, hint: hint(name, ids) });
}

function checkGroups(spec: Spec, { value, site }: Entry<ServiceSpec>, findings: Findings): void {
  const grouped = new Set<string>();
  const known = [...spec.resources.keys()];
  for (const [i, { resources }] of (value.groups ?? []).entries())
    for (const [j, name] of resources.entries()) {
      const at = site.at("groups", i, "resources", j);
      if (grouped.has(name)) findings.add("grouped-twice", at, { name });
      else if (!known.includes(name) && !spec.lost.mayHold("resource"))
        findings.add("unknown-resource", at, { name, hint: hint(name, known) });
      grouped.add(name);
    }
}

/** `create` and the service's name is an export; so is `createClient`. */
function checkServiceName({ name, site }: Entry<ServiceSpec>, findings: Findings): void {
  if (pascalCase(name) !== "Client") return;
  findings.add("reserved-name", site.at("name"), { name, owner: "createClient" });
}
