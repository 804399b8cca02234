import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { hint } from "../../diagnostics/nearest.js";
import type { ExampleFile } from "../example-file.js";
import { fieldsMisfits } from "../misfit.js";
import type { Findings, OperationEntry, Spec } from "../spec.js";

/** The page's own JSON must pass what the page's tables say. */
export function checkExamples(spec: Spec, files: readonly ExampleFile[], findings: Findings): void {
  const operations = new Map(
    [...spec.resources.values()]
      .flatMap(({ operations }) => operations)
      .map((entry) => [entry.id, entry]),
  );
  for (const example of files) {
    const { operation: name, file } = example;
    const operation = operations.get(name);
    if (operation !== undefined) findings.all.push(...check(spec, example, operation));
    else if (!spec.lost.mayHold(name)) {
      const at = { file, start: 0, end: 1 };
      const near = hint(name, operations.keys());
      findings.all.push(diagnostic("stray-example", at, { name, hint: near }));
    }
  }
  for (const { name, site } of spec.exceptions) {
    if (operations.has(name) || spec.lost.mayHold(name)) continue;
    findings.add("unknown-operation", site.at("operation"), {
      name,
      hint: hint(name, operations.keys()),
    });
  }
}

function check(spec: Spec, example: ExampleFile, { id, value }: OperationEntry): Diagnostic[] {
  const { part, problem } = example;
  const excused = spec.exceptions.filter(({ name }) => name === id).map(({ value }) => value.at);
  const isExcused = (path: readonly (string | number)[]) =>
    excused.some((at) => `example.${part}.${path.join(".")}.`.startsWith(`${at}.`));
  if (problem !== undefined) return isExcused([]) ? [] : [problem];
  const response = part === "response";
  const found = response
    ? fieldsMisfits(spec, value.response ?? {}, dataOf(example.value), "output")
    : fieldsMisfits(spec, value.body ?? {}, example.value, "input");
  return [...found].flatMap(({ path, reason, on }) => {
    if (isExcused(path)) return [];
    const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
    const at = example.locate(response ? ["data", ...path] : path, on);
    return [diagnostic("example-misfit", at, { where, reason })];
  });
}

/** What the envelope carries; nothing is an empty object. */
function dataOf(envelope: unknown): unknown {
  const data = (envelope as { readonly data?: unknown } | null)?.data;
  return data ?? {};
}
