import { execFile } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Below the peers' folder, so that programs in it find them; written anew by every run. */
const HOME = fileURLToPath(new URL("../node_modules/.cache/weight/", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const inWorkplace = (...path: readonly string[]): string => join(HOME, ...path);
export const inModules = (...path: readonly string[]): string => join(HOME, "../..", ...path);
const inRoot = (...path: readonly string[]): string => join(ROOT, ...path);

/** With our package in it, and the types of the API that openapi-typescript makes of our export. */
export async function prepareWorkplace(): Promise<void> {
  await rm(HOME, { recursive: true, force: true });
  await mkdir(HOME, { recursive: true });
  await installOurs();
  const [exported, types] = [inWorkplace("hire.json"), inWorkplace("hire.d.ts")];
  await node(inRoot("dist/cli.js"), "openapi", "--spec", inRoot("spec/hire"), "--out", exported);
  await node(inModules("openapi-typescript/bin/cli.js"), exported, "-o", types);
}

export const OUR_PACKAGE = inWorkplace("node_modules/feishu-hire");

/**
 * The files that npm would pack, as they are: bundlers and compilers treat what they find through a
 * link, beside a `tsconfig.json`, as sources.
 */
async function installOurs(): Promise<void> {
  const from = inRoot("generated/hire");
  const words = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = await promisify(execFile)("npm", words, { cwd: from, maxBuffer: 2 ** 26 });
  const [listing] = JSON.parse(stdout) as readonly {
    readonly files: readonly { path: string }[];
  }[];
  for (const { path } of listing?.files ?? []) await cp(join(from, path), join(OUR_PACKAGE, path));
}

/** What a program of Node's prints. Rejects, with the end of what it says is wrong, unless it exits 0. */
export async function node(...words: readonly string[]): Promise<string> {
  const options = { cwd: HOME, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(process.execPath, words, options).catch(
    (error: unknown) => {
      const { stdout: out = "", stderr = "" } = error as { stdout?: string; stderr?: string };
      throw new Error(`node ${words.join(" ")} failed:\n${(out + stderr).slice(-2000)}`);
    },
  );
  return stdout;
}
