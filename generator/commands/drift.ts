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
import { Matching } from "../import/match.js";
import { readSources } from "../import/source/read.js";
import { fragmentOf } from "../import/spec/fragment-of.js";
import { Known } from "../import/spec/known.js";
import { readExample } from "../lint/example-file.js";
import { lint } from "../lint/lint.js";
import type { Spec } from "../lint/spec.js";
import { parse } from "../load/parse.js";
import type { SourceFile } from "../source.js";
import { otherService } from "./other-service.js";
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
  const { pages: read, diagnostics: ofPages, problems } = await readAll(pages);
  const specs = await specsOf(read, folder);
  const compared = read.flatMap((page): Compared[] => {
    const spec = specs.get(homeOf(page, folder));
    return spec === undefined || spec.isBroken ? [] : [compare(page.endpoint, spec)];
  });
  const broken = [...specs.values()].flatMap((spec) => spec.diagnostics);
  const diagnostics = sortDiagnostics([
    ...broken,
    ...ofPages,
    ...compared.flatMap(({ diagnostics }) => diagnostics),
  ]);
  const operations = compared.flatMap(({ operation }) => operation ?? []);
  const differences = byOperation(compared.flatMap(({ differences }) => differences));
  show(terminal, { differences, diagnostics, problems, operations });
  const isRead = !diagnostics.some(({ severity }) => severity === "error") && problems.length === 0;
  return differences.length === 0 && isRead ? 0 : 1;
}

interface ReadPage {
  readonly endpoint: Endpoint;
  readonly service: string;
}

const homeOf = ({ service }: ReadPage, folder: string | undefined): string =>
  folder ?? join("spec", service);

/** All pages first: an operation at whose address one of them stands has not moved to another's. */
async function readAll(pages: readonly string[]): Promise<{
  readonly pages: readonly ReadPage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly string[];
}> {
  const read: ReadPage[] = [];
  const diagnostics: Diagnostic[] = [];
  const problems: string[] = [];
  for await (const source of readSources(pages)) {
    if (source.file === undefined) {
      problems.push(source.problem);
      continue;
    }
    const { endpoint, diagnostics: found } = readEndpoint(source.file, source.link);
    diagnostics.push(...found);
    if (endpoint !== undefined) read.push({ endpoint, service: serviceOf(endpoint) });
  }
  return { pages: read, diagnostics, problems };
}

interface ReadSpec {
  readonly spec: Spec;
  readonly matching: Matching;
  /** Its errors: such a spec is compared with nothing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isBroken: boolean;
}

/** The specs of the pages' services, by folder; with --spec there can be only one. */
async function specsOf(
  pages: readonly ReadPage[],
  folder: string | undefined,
): Promise<ReadonlyMap<string, ReadSpec>> {
  const specs = new Map<string, ReadSpec>();
  for (const page of pages) {
    const home = homeOf(page, folder);
    const spec = specs.get(home) ?? specOf(await readSpecFolder(home), pages);
    specs.set(home, spec);
    const owner = spec.spec.service?.value.name;
    if (owner !== undefined && owner !== page.service)
      throw otherService(home, owner, page.service, "compare");
  }
  return specs;
}

function specOf(files: readonly SourceFile[], pages: readonly ReadPage[]): ReadSpec {
  const parsed = files.filter(({ name }) => !name.endsWith(".json")).map(parse);
  const examples = files.filter(({ name }) => name.endsWith(".json")).map(readExample);
  const { spec, diagnostics } = lint(parsed, examples);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const https = pages.map(({ endpoint: { page } }) => `${page.method} ${page.path}`);
  const matching = new Matching(spec, https);
  return { spec, matching, diagnostics: errors, isBroken: errors.length > 0 };
}

interface Compared {
  /** The page's; undefined when none can be made of it. */
  readonly operation: string | undefined;
  readonly differences: readonly Difference[];
  readonly diagnostics: readonly Diagnostic[];
}

function compare(endpoint: Endpoint, { spec, matching }: ReadSpec): Compared {
  // What the spec, or an earlier page, says of a name would hide what this page says.
  const { fragment, diagnostics } = fragmentOf(endpoint, new Known(), { prose: false });
  // Names that a person should choose are asked for when the page is imported.
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (fragment === undefined) return { operation: undefined, differences: [], diagnostics: errors };
  const { page } = endpoint;
  const silence: Silence = isDefinition(page.source.text) ? OF_DEFINITIONS : new Set();
  const isNamed = page.identity !== undefined;
  const options = { locations: locationsOf(endpoint), silence, matching, isNamed };
  return {
    operation: `${fragment.resource}.${fragment.action}`,
    differences: differencesOf(fragment, spec, options),
    diagnostics: errors,
  };
}

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
