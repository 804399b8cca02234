import { join } from "node:path";
import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Difference } from "../import/drift/difference.js";
import { drift as differencesOf } from "../import/drift/drift.js";
import { locationsOf } from "../import/drift/locations.js";
import type { Silence } from "../import/drift/operation.js";
import { differenceJson, differenceText } from "../import/drift/text.js";
import type { Endpoint } from "../import/endpoint.js";
import { isDefinition } from "../import/forms/definition/definition.js";
import { readEndpoint, serviceOf } from "../import/import.js";
import { readSources } from "../import/source/read.js";
import { fragmentOf } from "../import/spec/fragment-of.js";
import { Known } from "../import/spec/known.js";
import { readExample } from "../lint/example-file.js";
import { lint } from "../lint/lint.js";
import type { Spec } from "../lint/spec.js";
import { parse } from "../load/parse.js";
import type { SourceFile } from "../source.js";
import { readSpecFolder } from "./spec.js";
import {
  diagnosticsJson,
  diagnosticText,
  jsonText,
  type ExitCode,
  type Terminal,
} from "./terminal.js";

/**
 * Says where vendor pages and the specs of their services differ; a page that cannot be read does
 * not stop the others.
 */
export async function drift(
  terminal: Terminal,
  pages: readonly string[],
  folder: string | undefined,
): Promise<ExitCode> {
  const compared: Compared[] = [];
  const problems: string[] = [];
  const specs = new Map<string, ReadSpec>();
  for await (const source of readSources(pages)) {
    if (source.file === undefined) {
      problems.push(source.problem);
      continue;
    }
    const { endpoint, diagnostics } = readEndpoint(source.file, source.link);
    if (endpoint === undefined) {
      compared.push(unread(diagnostics));
      continue;
    }
    const home = folder ?? join("spec", serviceOf(endpoint));
    const spec = specs.get(home) ?? specOf(await readSpecFolder(home));
    specs.set(home, spec);
    compared.push(spec.isBroken ? unread(diagnostics) : compare(endpoint, diagnostics, spec.spec));
  }
  const broken = [...specs.values()].flatMap((spec) => spec.diagnostics);
  const diagnostics = sortDiagnostics([
    ...broken,
    ...compared.flatMap(({ diagnostics }) => diagnostics),
  ]);
  const operations = compared.flatMap(({ operation }) => operation ?? []);
  const differences = byOperation(compared.flatMap(({ differences }) => differences));
  show(terminal, { differences, diagnostics, problems, operations });
  const isRead = !diagnostics.some(({ severity }) => severity === "error") && problems.length === 0;
  return differences.length === 0 && isRead ? 0 : 1;
}

interface ReadSpec {
  readonly spec: Spec;
  /** Its errors: such a spec is compared with nothing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isBroken: boolean;
}

function specOf(files: readonly SourceFile[]): ReadSpec {
  const parsed = files.filter(({ name }) => !name.endsWith(".json")).map(parse);
  const examples = files.filter(({ name }) => name.endsWith(".json")).map(readExample);
  const { spec, diagnostics } = lint(parsed, examples);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { spec, diagnostics: errors, isBroken: errors.length > 0 };
}

interface Compared {
  /** The page's; undefined when it could not be read. */
  readonly operation: string | undefined;
  readonly differences: readonly Difference[];
  readonly diagnostics: readonly Diagnostic[];
}

function compare(endpoint: Endpoint, found: readonly Diagnostic[], spec: Spec): Compared {
  // What the spec, or an earlier page, says of a name would hide what this page says.
  const { fragment, diagnostics: ofNames } = fragmentOf(endpoint, new Known(), { prose: false });
  // Names that a person should choose are asked for when the page is imported.
  const diagnostics = [...found, ...ofNames.filter(({ severity }) => severity === "error")];
  if (fragment === undefined) return unread(diagnostics);
  const isDefined = isDefinition(endpoint.page.source.text);
  const silence: Silence = isDefined ? OF_DEFINITIONS : new Set();
  return {
    operation: `${fragment.resource}.${fragment.action}`,
    differences: differencesOf(fragment, spec, { locations: locationsOf(endpoint), silence }),
    diagnostics,
  };
}

const unread = (diagnostics: readonly Diagnostic[]): Compared => ({
  operation: undefined,
  differences: [],
  diagnostics,
});

/** The API explorer's definitions need not have them. */
const OF_DEFINITIONS: Silence = new Set(["appTypes", "scopes", "fieldScopes", "rateLimit"]);

/** Whatever the order of the pages; within an operation as they were found. */
const byOperation = (differences: readonly Difference[]): readonly Difference[] =>
  differences.toSorted((a, b) =>
    a.operation < b.operation ? -1 : a.operation > b.operation ? 1 : 0,
  );

interface Shown extends Pick<Compared, "differences" | "diagnostics"> {
  /** Why there is no page where an argument says. */
  readonly problems: readonly string[];
  readonly operations: readonly string[];
}

function show(terminal: Terminal, { differences, diagnostics, problems, operations }: Shown): void {
  if (terminal.json) {
    const data = { differences: differences.map(differenceJson), problems };
    terminal.data(jsonText({ ...data, diagnostics: diagnosticsJson(diagnostics) }));
    return;
  }
  for (const difference of differences) terminal.data(differenceText(difference));
  for (const problem of problems) terminal.talk(problem);
  if (diagnostics.length > 0)
    terminal.talk(`${diagnosticText(diagnostics, terminal.colors.talk)}\n`);
  const found =
    differences.length === 0 ? "no differences" : count(differences.length, "difference");
  const compared = `${count(operations.length, "page")}, ${count(new Set(operations).size, "operation")}`;
  // Whatever could not be read was not compared.
  terminal.talk(operations.length === 0 ? "nothing was compared" : `${found}: ${compared}`);
}

const count = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? "" : "s"}`;
