import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, Options } from "../bench.js";
import type { Row, Table } from "../report/table.js";
import { type Case, writeCase } from "./case.js";
import { assertLinear, growthOf, growthTable } from "./growth.js";
import { promiseTable } from "./promises.js";
import { type Task, taskOf, timeAll, timeFormatted } from "./rounds.js";
import { ASKED, OURS, PEERS } from "./sides.js";
import { readSpec } from "./spec/folder.js";
import { usageTables } from "./tables.js";
import { written } from "./work.js";

export const bench: Bench = {
  about: `larkgen as a program, beside generators that start from the OpenAPI export of the same spec; each row ends with the number of operations: parts of Hire, Hire itself, and copies of it. hey-api (types, fetch functions, zod), orval and kubb (the same) and openapi-typescript (types only) have no formatter on unless a row says "all formatted"; ours always formats, and writes documentation, too. They do everything again when nothing or little has changed. All under the same Node, without npx; CPU and memory of all processes of a side.`,
  run,
};

/** Operations, rounds, rounds to warm up; and whether also with the peers' formatter on, how often. */
type Plan = readonly (readonly [
  count: number,
  rounds: number,
  warmup: number,
  formatted: number,
])[];

const PLAN: Plan = [
  [1, 3, 1, 0],
  [10, 3, 1, 0],
  [100, 3, 0, 2],
  [178, 3, 0, 2],
  [1700, 1, 0, 0],
];
const CHECK_PLAN: Plan = [
  [1, 1, 0, 0],
  [10, 1, 0, 1],
];

async function run({ check, progress }: Options): Promise<readonly Table[]> {
  // Not below node_modules: prettier leaves alone what is there.
  const root = await mkdtemp(join(tmpdir(), "larkgen-bench-"));
  try {
    const hire = await readSpec();
    const tasks: Task[] = [];
    const sizes: Row[] = [];
    for (const [count, rounds, warmup, formatted] of check ? CHECK_PLAN : PLAN) {
      progress(`${count} operations`);
      const of = await writeCase(root, hire, count);
      tasks.push(...(await timeAll(of, rounds, warmup)));
      sizes.push(await sizeRow(of));
      if (formatted === 0) continue;
      progress(`${count} operations, all formatted`);
      tasks.push(await timeFormatted(of, formatted));
    }
    const tables = [...usageTables(inOrder(tasks)), sizeTable(sizes)];
    return check ? tables : [...tables, ...verdicts(tasks, progress)];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function verdicts(tasks: readonly Task[], progress: Options["progress"]): readonly Table[] {
  for (const asked of [ASKED.cold, ASKED.import]) {
    const growth = growthOf(taskOf(tasks, asked, 178), taskOf(tasks, asked, 1700));
    progress(`${asked}: CPU for each operation at 1,700 is ${growth.toFixed(2)} times that at 178`);
    assertLinear(growth);
  }
  const cold = (count: number) => taskOf(tasks, ASKED.cold, count);
  return [growthTable(cold(1), cold(178), cold(1700)), promiseTable(tasks)];
}

/** The same thing asked of larger and larger specs, then the next. */
function inOrder(tasks: readonly Task[]): readonly Task[] {
  const kinds = new Set(tasks.map(({ asked }) => asked));
  return [...kinds].flatMap((kind) => tasks.filter(({ asked }) => asked === kind));
}

async function sizeRow(of: Case): Promise<Row> {
  const sides = [OURS, ...PEERS];
  const figures = await Promise.all(
    sides.map(async (side) => [side, [await written(of, side)]] as const),
  );
  return { name: `${of.count}`, figures: new Map(figures) };
}

const sizeTable = (rows: readonly Row[]): Table => ({
  title: "What they wrote",
  base: OURS,
  sides: [OURS, ...PEERS],
  unit: "KB",
  rows,
});
