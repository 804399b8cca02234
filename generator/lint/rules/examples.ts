import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { hint } from "../../diagnostics/nearest.js";
import type { ExampleFile } from "../example-file.js";
import { fieldsMisfits, type Misfit } from "../misfit.js";
import type { ExceptionSpec, OperationText } from "../grammar.js";
import type { Entry, Findings, OperationEntry, Spec } from "../spec.js";

/** The page's own JSON must pass what the page's tables say. */
export function checkExamples(spec: Spec, files: readonly ExampleFile[], findings: Findings): void {
  const operations = new Map(
    [...spec.resources.values()]
      .flatMap(({ operations }) => operations)
      .map((entry) => [entry.id, entry]),
  );
  const excuses = new Excuses(spec.exceptions);
  for (const example of files) {
    const { operation: name, file } = example;
    const operation = operations.get(name);
    if (operation !== undefined) findings.all.push(...check(spec, example, operation, excuses));
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
  // Against fields that could not be read, nobody knows what an example needs.
  if (!spec.lost.isEmpty) return;
  for (const { name: operation, site, value } of excuses.unneeded()) {
    if (!operations.has(operation)) continue;
    const whole = WHOLES.find((whole) => value.at.startsWith(`${whole}.`));
    const hint =
      whole === undefined ? "" : `; to keep an example that you mended, say so of "${whole}"`;
    findings.add("unneeded-exception", site.at("at"), { operation, at: value.at, hint });
  }
}

const WHOLES = ["example.request", "example.response"];

type Excuse = Entry<ExceptionSpec>;

/** The exceptions that speak of examples, and which of them something needed. */
class Excuses {
  readonly #all: readonly Excuse[];
  readonly #needed = new Set<Excuse>();

  constructor(exceptions: readonly Excuse[]) {
    this.#all = exceptions.filter(({ value }) => isWithin(value.at, "example"));
  }

  /** Whether a place is excused. Every entry that covers it has its use. */
  covers(operation: string, place: string): boolean {
    const covering = this.#all.filter(
      ({ name, value }) => name === operation && isWithin(place, value.at),
    );
    for (const excuse of covering) this.#needed.add(excuse);
    return covering.length > 0;
  }

  unneeded(): readonly Excuse[] {
    return this.#all.filter((excuse) => !this.#needed.has(excuse));
  }
}

const isWithin = (place: string, at: string): boolean => `${place}.`.startsWith(`${at}.`);

function check(
  spec: Spec,
  example: ExampleFile,
  { id, value }: OperationEntry,
  excuses: Excuses,
): Diagnostic[] {
  const { part, problem } = example;
  // A whole example that is spoken of stays as a person wrote it, even if it fits.
  const isKept = excuses.covers(id, `example.${part}`);
  if (problem !== undefined) return isKept ? [] : [problem];
  return exampleMisfits(spec, value, part, example.value).flatMap(({ path, reason, on }) => {
    if (excuses.covers(id, ["example", part, ...path].join("."))) return [];
    const where = path.length === 0 ? "" : ` at ${path.join(".")}`;
    const at = example.locate(part === "response" ? ["data", ...path] : path, on);
    return [diagnostic("example-misfit", at, { where, reason })];
  });
}

/** Where a page's example contradicts its tables; in a reply, inside of what the envelope carries. */
export function exampleMisfits(
  spec: Spec,
  { body = {}, response = {} }: OperationText,
  part: ExampleFile["part"],
  value: unknown,
): readonly Misfit[] {
  return part === "response"
    ? fieldsMisfits(spec, response, dataOf(value), "output")
    : fieldsMisfits(spec, body, value, "input");
}

/** What the envelope carries; nothing is an empty object. */
function dataOf(envelope: unknown): unknown {
  const data = (envelope as { readonly data?: unknown } | null)?.data;
  return data ?? {};
}
