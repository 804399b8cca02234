import { timeProcesses, type Command, type Usage } from "../measure/processes.js";
import type { Row, Table } from "../report/table.js";
import type { Times } from "./imports.js";
import { NOTES } from "./notes.js";
import { projectOf, TYPED } from "./projects.js";
import { FACADE, OURS, RAW } from "./sides.js";
import { inModules } from "./workplace.js";

/** Where each compiler is, and what it is told. */
export const COMPILERS: Readonly<Record<string, readonly [folder: string, ...words: string[]]>> = {
  "TypeScript 7": ["typescript7"],
  "TypeScript 6": ["typescript6"],
  "TypeScript 5.9": ["typescript"],
  "TypeScript 5.9, --skipLibCheck": ["typescript", "--skipLibCheck"],
};

/** Throws when a compiler finds something wrong with a program. */
export async function typesTables(
  compilers: readonly string[],
  times: Times,
): Promise<readonly Table[]> {
  const taken = new Map<string, ReadonlyMap<string, readonly Usage[]>>();
  for (const compiler of compilers) {
    const [folder = "", ...words] = COMPILERS[compiler] ?? [];
    const commands = TYPED.map((name): Command => ({
      name,
      words: [process.execPath, inModules(folder, "bin/tsc"), ...words, "-p", projectOf(name)],
    }));
    taken.set(compiler, await timeProcesses(commands, times));
  }
  const rows = (part: "cpu" | "peak"): readonly Row[] =>
    [...taken].map(([name, usages], at) => ({
      name,
      figures: new Map([...usages].map(([side, all]) => [side, all.map((one) => one[part])])),
      note: at === 0 ? NOTES.types[part] : "as above.",
    }));
  const bare = (all: readonly Row[]): readonly Row[] =>
    all.map(({ name, figures }) => ({ name, figures }));
  const ours = { base: OURS, sides: TYPED };
  const raw = { base: RAW, sides: [RAW, OURS, FACADE] };
  const [cpu, peak] = [rows("cpu"), rows("peak")];
  return [
    { title: "CPU of tsc for one call", unit: "s", rows: cpu, ...ours },
    { title: "Peak memory of tsc for one call", unit: "MB", rows: peak, ...ours },
    { title: "CPU of tsc over raw fetch", unit: "s", rows: bare(cpu), ...raw },
  ];
}
