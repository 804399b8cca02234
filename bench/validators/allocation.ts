import { CASES, CASE_NAMES } from "./cases.js";
import { ourSide } from "./libraries/ours.js";
import { rotate } from "./rotate.js";

/** A process of its own, run with `--expose-gc`: fails when our `is` allocates on valid values. */
const CALLS = 20_000;

let kept: unknown;
const control = allocated((): unknown => (kept = [kept === undefined]));
if (control < 8) throw new Error(`an array of one takes ${control} bytes: this measures nothing`);

for (const name of CASE_NAMES) {
  const { target, values } = CASES[name];
  const { is } = await ourSide.load(target, "loose");
  const { valid } = await values("loose");
  const bytes = allocated(rotate(is, valid));
  if (bytes > 1)
    throw new Error(`${name}: is() allocates ${bytes.toFixed(1)} bytes on a valid value`);
}

/** Bytes a call, of a function that is compiled by then. */
function allocated(run: () => unknown): number {
  for (let warm = 0; warm < 5; warm++) calls(run);
  let least = Infinity;
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    calls(run);
    least = Math.min(least, Math.abs(process.memoryUsage().heapUsed - before) / CALLS);
  }
  return least;
}

function calls(run: () => unknown): void {
  for (let call = 0; call < CALLS; call++) run();
}
