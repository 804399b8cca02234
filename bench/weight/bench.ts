import type { Bench } from "../bench.js";
import { demandAgreement } from "./agree.js";
import { bundlesTable } from "./bundles.js";
import { completionsTables } from "./completions.js";
import { importsTable } from "./imports.js";
import { installTable } from "./install.js";
import { writeProjects } from "./projects.js";
import { COMPILERS, typesTables } from "./types.js";
import { prepareWorkplace } from "./workplace.js";

const FULL = {
  imports: { rounds: 15, warmup: 2 },
  types: { rounds: 4, warmup: 1 },
  compilers: Object.keys(COMPILERS),
  completions: 4,
} as const;
/** The native compiler is enough to see that the programs are right. */
const CHECK = {
  imports: { rounds: 1, warmup: 0 },
  types: { rounds: 1, warmup: 0 },
  compilers: FULL.compilers.slice(0, 1),
  completions: 1,
} as const;

export const bench: Bench = {
  about:
    "What a library weighs where it is used: in a bundle, when it is imported, for the compiler and the editor, on disk. " +
    "All sides' programs make the same calls; their bundles have run against a server on this machine and printed the same. " +
    "Programs for raw fetch, ky and axios have types by hand, for openapi-fetch those that openapi-typescript makes of the OpenAPI export of our spec. " +
    "The compiler is strict and otherwise as it comes: it also checks the declarations of libraries, unless a row says otherwise. " +
    "CPU is of all processes and threads of a side, each starting anew.",
  async run({ check, progress }) {
    const plan = check ? CHECK : FULL;
    progress("programs");
    await prepareWorkplace();
    await demandAgreement();
    await writeProjects();
    progress("bundles");
    const bundles = await bundlesTable();
    progress("imports");
    const imports = await importsTable(plan.imports);
    progress("types");
    const types = await typesTables(plan.compilers, plan.types);
    progress("completions");
    const completions = await completionsTables(plan.completions);
    return [bundles, imports, ...types, ...completions, installTable()];
  },
};
