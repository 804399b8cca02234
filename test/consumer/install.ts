import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    consumer: Consumer;
  }
}

/** Somebody's project that has nothing but our package. */
export interface Consumer {
  /** Its folder. */
  readonly folder: string;
  /** What is in the tarball, as npm lists it. */
  readonly packed: readonly string[];
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `npm pack`, then `npm install` in an empty project, once for all test files of this folder. */
export default async function install(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), "consumer-"));
  const source = join(home, "source");
  // A copy, so that nobody's `dist` changes under them; with a stale module, which must not travel.
  const notDist = (path: string) => basename(path) !== "dist";
  await cp(join(root, "generated/hire"), source, { recursive: true, filter: notDist });
  await mkdir(join(source, "dist"));
  await writeFile(join(source, "dist/stale.js"), "");
  // `prepack` wants the compiler and the bundler, as its own `npm install` would bring them.
  await symlink(join(root, "node_modules"), join(source, "node_modules"));
  const listing: unknown = JSON.parse(await npm(source, "pack", "--json"));
  const [{ filename, files }] = listing as [{ filename: string; files: { path: string }[] }];

  const folder = join(home, "app");
  await mkdir(folder);
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ name: "app", version: "1.0.0", private: true, type: "module" }),
  );
  const tarball = join(source, filename);
  await npm(folder, "install", "--offline", "--no-audit", "--no-fund", tarball);
  await rm(source, { recursive: true });

  project.provide("consumer", { folder, packed: files.map(({ path }) => path) });
  return () => rm(home, { recursive: true });
}

/** Runs npm as from a shell of its own: what the npm that runs the tests was told does not count. */
async function npm(cwd: string, ...words: string[]): Promise<string> {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/iu.test(name));
  const { stdout } = await promisify(execFile)("npm", words, { cwd, env: Object.fromEntries(own) });
  return stdout;
}
