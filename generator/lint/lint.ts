import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../load/parse.js";
import { inlineTypeName, operationNames } from "../model/names.js";
import { explain, knownKeys } from "./explain.js";
import { eachField, groups } from "./fields.js";
import { SpecFile } from "./grammar.js";
import { checkExamples, type ExampleFile } from "./rules/examples.js";
import { checkField } from "./rules/field.js";
import { checkNames } from "./rules/names.js";
import { checkOperations } from "./rules/operations.js";
import { checkTables } from "./rules/tables.js";
import { checkUse } from "./rules/use.js";
import { collect, Findings, type Checked, type Spec } from "./spec.js";

export interface Linted {
  /** Missing when something is so wrong that the rest cannot be told. */
  readonly spec: Spec | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that is wrong with a spec, in one run. */
export function lint(files: readonly Parsed[], examples: readonly ExampleFile[]): Linted {
  const findings = new Findings();
  const checked = files.flatMap((parsed) => checkGrammar(parsed, findings));
  const spec = collect(checked, findings);
  // References into a file that could not be read would all be reported as mistakes.
  if (checked.length < files.length)
    return { spec: undefined, diagnostics: sortDiagnostics(findings.all) };

  checkTables(spec, findings);
  checkNames(spec, findings);
  checkOperations(spec, findings);
  for (const group of groups(spec, (resource, key) => operationNames(resource, key).pascal)) {
    for (const field of eachField(group, inlineTypeName)) checkField(spec, field, findings);
  }
  checkUse(spec, findings);
  checkExamples(spec, examples, findings);
  return { spec, diagnostics: sortDiagnostics(findings.all) };
}

function checkGrammar(parsed: Parsed, findings: Findings): Checked[] {
  findings.all.push(...parsed.diagnostics);
  if (parsed.value === undefined) return [];
  const result = SpecFile.safeParse(parsed.value, { error: knownKeys });
  if (result.success) return parsed.diagnostics.length > 0 ? [] : [{ parsed, text: result.data }];
  findings.all.push(...result.error.issues.flatMap((issue) => explain(parsed, issue)));
  return [];
}
