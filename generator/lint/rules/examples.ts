import { hint } from "../../diagnostics/nearest.js";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { parse } from "../../load/parse.js";
import type { SourceFile } from "../../load/source.js";
import { fieldsMisfit } from "../misfit.js";
import type { Findings, OperationEntry, Spec } from "../spec.js";

/** `examples/<operation>.<part>.json`, read as JSON. */
export interface ExampleFile {
  readonly file: SourceFile;
  readonly operation: string;
  readonly part: "request" | "response";
  /** Undefined when the text is not JSON. */
  readonly value: unknown;
  readonly reason: string | undefined;
}

export function readExample(file: SourceFile): ExampleFile {
  const name = /([^/]+)\.(request|response)\.json$/u.exec(file.name);
  const head = {
    file,
    operation: name?.[1] ?? file.name,
    part: name?.[2] === "request" ? "request" : "response",
  } as const;
  try {
    return { ...head, value: JSON.parse(file.text), reason: undefined };
  } catch (error) {
    return { ...head, value: undefined, reason: error instanceof Error ? error.message : "" };
  }
}

/** The page's own JSON must pass what the page's tables say. */
export function checkExamples(spec: Spec, files: readonly ExampleFile[], findings: Findings): void {
  const operations = new Map(
    [...spec.resources.values()]
      .flatMap(({ operations }) => operations)
      .map((entry) => [entry.id, entry]),
  );
  for (const example of files) {
    const operation = operations.get(example.operation);
    const found =
      operation === undefined ? stray(example, operations.keys()) : check(spec, example, operation);
    if (found !== undefined) findings.all.push(found);
  }
  for (const { name, site } of spec.exceptions) {
    if (operations.has(name)) continue;
    findings.add("unknown-operation", site.at("operation"), {
      name,
      hint: hint(name, operations.keys()),
    });
  }
}

function stray({ file, operation }: ExampleFile, known: Iterable<string>): Diagnostic {
  const at = { file, start: 0, end: 0 };
  return diagnostic("stray-example", at, { name: operation, hint: hint(operation, known) });
}

function check(
  spec: Spec,
  example: ExampleFile,
  { id, value }: OperationEntry,
): Diagnostic | undefined {
  const { file, part, reason } = example;
  const excused = spec.exceptions.filter(({ name }) => name === id).map(({ value }) => value.at);
  const known = (path: readonly (string | number)[]) =>
    excused.some((at) => `example.${part}.${path.join(".")}.`.startsWith(`${at}.`));
  if (reason !== undefined) {
    return known([])
      ? undefined
      : diagnostic("example-syntax", { file, start: 0, end: 1 }, { reason });
  }
  const response = part === "response";
  const found = response
    ? fieldsMisfit(spec, value.response ?? {}, dataOf(example.value), "output")
    : fieldsMisfit(spec, value.body ?? {}, example.value, "input");
  if (found === undefined || known(found.path)) return undefined;
  const { path, expected, received } = found;
  const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
  const at = parse(file).locate(response ? ["data", ...path] : path);
  return diagnostic("example-misfit", at, { where, expected, received });
}

/** What the envelope carries; nothing is an empty object. */
function dataOf(envelope: unknown): unknown {
  const data = (envelope as { readonly data?: unknown } | null)?.data;
  return data ?? {};
}
