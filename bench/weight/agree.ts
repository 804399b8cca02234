import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { bundle } from "./bundle.js";
import { ASSESSMENT, TEN } from "./operations.js";
import { startPlatform, type Platform } from "./platform.js";
import type { Side } from "./side.js";
import { SIDES } from "./sides.js";
import { inWorkplace, node } from "./workplace.js";

/** Throws unless the bundles of all sides, when they run, make the same requests and print the same. */
export async function demandAgreement(): Promise<void> {
  const platform = await startPlatform();
  try {
    for (const operations of [[ASSESSMENT], TEN]) {
      let wanted: readonly unknown[] | undefined;
      for (const side of SIDES) {
        const done = await run(side, side.program(operations, platform.baseUrl), platform);
        wanted ??= done;
        const at = wanted.findIndex((one, index) => !isDeepStrictEqual(one, done[index]));
        if (done.length !== operations.length * 2 || done.length !== wanted.length || at >= 0)
          throw new Error(`${side.name}: ${shown(done[at])} instead of ${shown(wanted[at])}`);
      }
    }
  } finally {
    platform.stop();
  }
}

const shown = (one: unknown): string => String(JSON.stringify(one)).slice(0, 400);

/** What it prints, and what it asks for. */
async function run(
  side: Side,
  program: string,
  { takeRequests }: Platform,
): Promise<readonly unknown[]> {
  const file = inWorkplace("bundle.mjs");
  await writeFile(file, await bundle(program, side.platform));
  const printed = JSON.parse(await node(file)) as readonly unknown[];
  // They are sent at once: in which order they arrive says nothing.
  const requests = [...takeRequests()].sort((a, b) => (a.url < b.url ? -1 : 1));
  return [...printed, ...requests];
}
