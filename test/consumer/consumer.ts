import { execFile } from "node:child_process";
import { mkdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import type * as client from "../../generated/hire/src/client.js";
import type * as enums from "../../generated/hire/src/enums.js";
import type * as errors from "../../generated/hire/src/errors.js";
import type * as hire from "../../generated/hire/src/index.js";
import type * as assessments from "../../generated/hire/src/resources/external-interview-assessment.js";

/** Every subpath of the package that is code. */
export interface Subpaths {
  "feishu-hire": typeof hire;
  "feishu-hire/client": typeof client;
  "feishu-hire/enums": typeof enums;
  "feishu-hire/errors": typeof errors;
  "feishu-hire/external-interview-assessment": typeof assessments;
}

const { folder } = inject("consumer");
const { resolve } = createRequire(join(folder, "main.js"));

/** A path in the project that has the package installed. */
export const inProject = (...path: readonly string[]): string => join(folder, ...path);

/** The installed package, not the sources beside these tests. */
export async function installed<Name extends keyof Subpaths>(name: Name): Promise<Subpaths[Name]> {
  return (await import(pathToFileURL(resolve(name)).href)) as Subpaths[Name];
}

/** Runs a program of Node's in the project. Rejects, with all that was printed, unless it exits 0. */
export async function node(
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  try {
    return await promisify(execFile)(process.execPath, words, { cwd: folder, env });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`node ${words.join(" ")} failed:\n${stdout}${stderr}`);
  }
}

/** Gives the project the types of Node, for programs that say `process`. */
export async function linkNodeTypes(): Promise<void> {
  await mkdir(inProject("node_modules/@types"), { recursive: true });
  for (const name of ["@types/node", "undici-types"]) {
    const ours = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
    await symlink(ours, inProject("node_modules", name), "junction").catch(alreadyThere);
  }
}

function alreadyThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
