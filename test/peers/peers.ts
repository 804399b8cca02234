import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, test } from "vitest";

const install = "npm ci --prefix test/peers";
const installed = existsSync(new URL("node_modules/.package-lock.json", import.meta.url));
const { resolve } = createRequire(import.meta.url);

/**
 * A suite that compares with other people's programs. They are a package of their own; without it
 * the suite is skipped, but a pipeline that forgot to install it must not look green.
 */
export function describeWithPeers(name: string, suite: () => void): void {
  if (!installed && process.env["CI"]) {
    test(name, () => {
      throw new Error(`test/peers is not installed: run "${install}"`);
    });
    return;
  }
  if (!installed)
    console.warn(`Skipped, as test/peers is not installed: ${name}. To run it: ${install}`);
  describe.skipIf(!installed)(name, suite);
}

/** The module of a peer. Its types stay out of our compilation: say at the call what is used. */
export async function peer(name: string): Promise<unknown> {
  return import(pathToFileURL(resolve(name)).href);
}

/** A peer's folder, `typescript5` for example, to run what is in it. */
export function peerFolder(name: string): string {
  return fileURLToPath(new URL(`node_modules/${name}/`, import.meta.url));
}
