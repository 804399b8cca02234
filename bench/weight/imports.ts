import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { timeProcesses } from "../measure/processes.js";
import type { Table } from "../report/table.js";
import { NOTES } from "./notes.js";
import { OURS } from "./sides.js";
import { inWorkplace } from "./workplace.js";

/** Warming up is rounds before those that count. */
export interface Times {
  readonly rounds: number;
  readonly warmup: number;
}

const EMPTY = "empty Node";
const SUBPATH = "feishu-hire, subpath";

const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  [EMPTY]: [],
  [OURS]: ["feishu-hire"],
  [SUBPATH]: ["feishu-hire/client", "feishu-hire/external-interview-assessment"],
  "openapi-fetch": ["openapi-fetch"],
  ky: ["ky"],
  axios: ["axios"],
  "vendor's SDK": ["@larksuiteoapi/node-sdk"],
};

/** What an import costs a process that does nothing else. */
export async function importsTable(times: Times): Promise<Table> {
  const names = Object.keys(IMPORTS);
  const files = new Map(names.map((name, at) => [name, inWorkplace(`import-${at}.mjs`)]));
  for (const [name, file] of files)
    await writeFile(file, IMPORTS[name]?.map((one) => `import "${one}";\n`).join("") ?? "");
  const usages = await timeProcesses(
    [...files].map(([name, file]) => ({ name, words: [process.execPath, file] as const })),
    times,
  );
  const heaps = new Map<string, number[]>();
  for (const [name, file] of files) heaps.set(name, [await heapAfter(file)]);
  const of = (name: string, part: "cpu" | "peak") =>
    (usages.get(name) ?? []).map((usage) => usage[part]);
  const sides = names.filter((name) => name !== EMPTY);
  const figures = (taken: (name: string) => readonly number[], unit = 1) => {
    const bare = taken(EMPTY);
    return new Map(
      sides.map((name) => [name, taken(name).map((one, at) => (one - (bare[at] ?? 0)) * unit)]),
    );
  };
  return {
    title: "Import: what a process takes more than an empty one",
    base: OURS,
    sides,
    unit: "as named",
    rows: [
      { name: "CPU, ms", figures: figures((name) => of(name, "cpu"), 1000), note: NOTES.imports },
      { name: "peak memory, MB", figures: figures((name) => of(name, "peak")), note: "as above." },
      {
        name: "heap kept, MB",
        figures: figures((name) => heaps.get(name) ?? []),
        note: "as above.",
      },
    ],
  };
}

/** Megabytes that are left when everything else has been collected. */
async function heapAfter(file: string): Promise<number> {
  const program = `await import(${JSON.stringify(file)}); gc(); console.log(process.memoryUsage().heapUsed)`;
  const words = ["--expose-gc", "--input-type=module", "-e", program];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return Number(stdout) / 2 ** 20;
}
