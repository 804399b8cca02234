import { parseArgs } from "node:util";
import { timeFunctions } from "../measure/functions.js";
import { CASES, type CaseName } from "./cases.js";
import { rotate } from "./rotate.js";
import { ROWS } from "./rows.js";
import type { Level } from "./side.js";
import { SIDES } from "./sides.js";

/** What the child that measures a case at one level writes: nanoseconds by row and side, one figure a round. */
export type Figures = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false } },
});
// The only caller is `measure` in bench.ts.
const [name, level] = positionals as [CaseName, Level];
// Machine code of the largest type takes long to settle.
const times = options.check
  ? { rounds: 1, ms: 1, warmup: 0, batch: 4 }
  : { rounds: 5, ms: 15, warmup: name === "detail" ? 12 : 1, batch: 256 };
const { target, values } = CASES[name];
const set = await values(level);
const sides = await Promise.all(
  SIDES.map(async (side) => ({ side, validator: await side.load(target, level) })),
);
const figures: Record<string, Readonly<Record<string, readonly number[]>>> = {};
for (const row of ROWS) {
  if (row.answer !== "is") for (const { side } of sides) side.prepare?.(row.answer);
  const functions = sides.map(({ side, validator }) => ({
    name: side.name,
    run: rotate(validator[row.answer], set[row.values]),
  }));
  figures[row.name] = Object.fromEntries(await timeFunctions(functions, times));
}
process.stdout.write(JSON.stringify(figures));
