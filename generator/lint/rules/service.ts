import type { Parsed } from "../../load/parse.js";
import { Site, type Findings, type Spec } from "../spec.js";

/** Without a service there is no name for anything; said once, in the first file of the spec's own. */
export function checkService(spec: Spec, files: readonly Parsed[], findings: Findings): void {
  if (spec.service !== undefined || spec.lost.mayHold("service")) return;
  const first = files.find(({ file }) => !file.name.startsWith("platform/")) ?? files[0];
  if (first !== undefined) findings.add("no-service", new Site(first, []).start(), {});
}
