import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../load/parse.js";
import { inlineTypeName, operationNames } from "../model/names.js";
import { checkGrammar } from "./check-grammar.js";
import { collect } from "./collect.js";
import { eachField, groups } from "./fields.js";
import { Lost } from "./lost.js";
import type { ExampleFile } from "./example-file.js";
import { checkExamples } from "./rules/examples.js";
import { checkField } from "./rules/field.js";
import { checkNames } from "./rules/names.js";
import { checkOperations } from "./rules/operations.js";
import { checkService } from "./rules/service.js";
import { checkTables } from "./rules/tables.js";
import { checkUse } from "./rules/use.js";
import { Findings, type Spec } from "./spec.js";

export interface Linted {
  readonly spec: Spec;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that is wrong with a spec, in one run. */
export function lint(files: readonly Parsed[], examples: readonly ExampleFile[]): Linted {
  const lost = new Lost();
  const read = files.map((parsed) => checkGrammar(parsed, lost));
  const findings = new Findings(read.flatMap(({ diagnostics }) => diagnostics));
  const checked = read.flatMap(({ checked }) => checked ?? []);
  const spec = collect(checked, lost, findings);

  checkService(spec, files, findings);
  checkTables(spec, findings);
  checkNames(spec, findings);
  checkOperations(spec, findings);
  for (const group of groups(spec, (resource, key) => operationNames(resource, key).pascal)) {
    for (const field of eachField(group, inlineTypeName)) checkField(spec, field, findings);
  }
  // A misspelt name leaves the right one without use: that would be said twice.
  if (!findings.all.some(({ code }) => code === "unknown-type")) checkUse(spec, findings);
  checkExamples(spec, examples, findings);
  return { spec, diagnostics: sortDiagnostics(findings.all) };
}
