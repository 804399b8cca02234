import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Bench, Options } from "../bench.js";
import type { Row, Table } from "../report/table.js";
import { agree } from "./agree.js";
import { CASES, CASE_NAMES, type CaseName } from "./cases.js";
import type { Figures } from "./child.js";
import { noteOn } from "./notes.js";
import { prepareSides } from "./prepare.js";
import { LEVELS, type Level } from "./side.js";
import { OURS, SIDES } from "./sides.js";

export const bench: Bench = {
  about: `The generated validators beside those of validation libraries, from equivalent schemas: the same verdict on every value used, the issues in the same places. Each case has several values, as JSON.parse makes them, and a process of its own for each level: loose lets unknown keys pass (in replies also unknown enum values), strict does not. "verdict" is a boolean. Compiled ahead or on load: typia (version 12: later ones build their compiler plugin from Go modules), ajv (standalone code), TypeBox, zod (z.compile), arktype; valibot interprets.`,
  run,
};

async function run(options: Options): Promise<readonly Table[]> {
  options.progress("compiling the peers' schemas, comparing answers");
  await prepareSides();
  await agree();
  options.progress("that is() allocates nothing on valid values");
  await script("allocation.ts");
  const tables: Table[] = [];
  for (const name of CASE_NAMES) {
    const rows: Row[] = [];
    for (const level of LEVELS) {
      options.progress(`${CASES[name].title}, ${level}`);
      rows.push(...rowsOf(name, level, await measure(name, level, options)));
    }
    const sides = SIDES.map((side) => side.name);
    tables.push({ title: CASES[name].title, base: OURS, sides, unit: "ns", rows });
  }
  return tables;
}

async function measure(name: CaseName, level: Level, { check }: Options): Promise<Figures> {
  return JSON.parse(
    await script("child.ts", name, level, ...(check ? ["--check"] : [])),
  ) as Figures;
}

/** Runs a script of this folder in a process of its own, so that no other case has shaped its machine code. */
async function script(name: string, ...words: readonly string[]): Promise<string> {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const all = ["--import=tsx", "--expose-gc", path, ...words];
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, all, { cwd });
  return stdout;
}

const rowsOf = (name: CaseName, level: Level, figures: Figures): readonly Row[] =>
  Object.entries(figures).map(([row, sides]) => {
    const note = noteOn(name, level, row);
    return {
      name: `${level}: ${row}`,
      figures: new Map(Object.entries(sides)),
      ...(note !== undefined && { note }),
    };
  });
