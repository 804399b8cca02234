import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Difference } from "../import/drift/difference.js";
import { drift as differencesOf } from "../import/drift/drift.js";
import { locationsOf } from "../import/drift/locations.js";
import type { Silence } from "../import/drift/operation.js";
import { differenceJson, differenceText } from "../import/drift/text.js";
import type { Endpoint } from "../import/endpoint.js";
import { isDefinition } from "../import/forms/definition/definition.js";
import { readEndpoint } from "../import/import.js";
import { Matching } from "../import/match.js";
import { readSources } from "../import/source/read.js";
import { fragmentOf } from "../import/spec/fragment-of.js";
import { Known } from "../import/spec/known.js";
import { readExample } from "../lint/example-file.js";
import { lint } from "../lint/lint.js";
import type { Spec } from "../lint/spec.js";
import { parse } from "../load/parse.js";
import type { SourceFile } from "../source.js";
import { diagnosticsJson, diagnosticText } from "./diagnostics.js";
import { byFolder, partedByService } from "./other-service.js";
import { readSpecFolder } from "./spec.js";
import { jsonText, type ExitCode, type Terminal } from "./terminal.js";

/**
 * Says where vendor pages and the specs of their services differ; a page that cannot be read does
 * not stop the others.
 */
export async function drift(
  terminal: Terminal,
  pages: readonly string[],
  folder: string | undefined,
): Promise<ExitCode> {
  const { endpoints, diagnostics: ofPages, problems } = await readAll(pages);
  const homes = await homesOf(endpoints, folder);
  const compared = homes.flatMap(({ own, spec }) =>
    spec.isBroken ? [] : own.map((endpoint) => compare(endpoint, spec)),
  );
  const diagnostics = sortDiagnostics([
    ...homes.flatMap((home) => home.diagnostics),
    ...ofPages,
    ...compared.flatMap(({ diagnostics }) => diagnostics),
  ]);
  const operations = compared.flatMap(({ operation }) => operation ?? []);
  const differences = byOperation(compared.flatMap(({ differences }) => differences));
  show(terminal, { differences, diagnostics, problems, operations });
  const isRead = !diagnostics.some(({ severity }) => severity === "error") && problems.length === 0;
  return differences.length === 0 && isRead ? 0 : 1;
}

/** All pages first: an operation at whose address one of them stands has not moved to another's. */
async function readAll(pages: readonly string[]): Promise<{
  readonly endpoints: readonly Endpoint[];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly string[];
}> {
  const endpoints: Endpoint[] = [];
  const diagnostics: Diagnostic[] = [];
  const problems: string[] = [];
  for await (const source of readSources(pages)) {
    if (source.file === undefined) {
      problems.push(source.problem);
      continue;
    }
    const { endpoint, diagnostics: found } = readEndpoint(source.file, source.link);
    diagnostics.push(...found);
    if (endpoint !== undefined) endpoints.push(endpoint);
  }
  return { endpoints, diagnostics, problems };
}

interface ReadSpec {
  readonly spec: Spec;
  readonly matching: Matching;
  /** Its errors: such a spec is compared with nothing. */
  readonly diagnostics: readonly Diagnostic[];
  readonly isBroken: boolean;
}

/** A spec and the pages that are held against it. */
interface Home {
  readonly own: readonly Endpoint[];
  readonly spec: ReadSpec;
  /** Errors of the spec, and pages that are about another service. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Each service has a spec of its own; with --spec there is only one. */
async function homesOf(
  endpoints: readonly Endpoint[],
  given: string | undefined,
): Promise<readonly Home[]> {
  const homes: Home[] = [];
  for (const [folder, all] of byFolder(endpoints, given)) {
    const spec = specOf(await readSpecFolder(folder), endpoints);
    const owner = spec.spec.service?.value.name;
    // A spec that names no service has errors, and is compared with nothing.
    const { own, diagnostics } =
      owner === undefined
        ? { own: all, diagnostics: [] }
        : partedByService(all, { folder, owner }, "compare");
    homes.push({ own, spec, diagnostics: [...spec.diagnostics, ...diagnostics] });
  }
  return homes;
}

function specOf(files: readonly SourceFile[], endpoints: readonly Endpoint[]): ReadSpec {
  const parsed = files.filter(({ name }) => !name.endsWith(".json")).map(parse);
  const examples = files.filter(({ name }) => name.endsWith(".json")).map(readExample);
  const { spec, diagnostics } = lint(parsed, examples);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const https = endpoints.map(({ page }) => `${page.method} ${page.path}`);
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
