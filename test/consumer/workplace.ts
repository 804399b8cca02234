import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Block } from "./blocks.js";
import { inProject, linkNodeTypes, node } from "./consumer.js";

const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
const tsc = join(dirname(manifest), "bin/tsc");

/** As strict as a reader's own project may be. */
const compilerOptions = {
  module: "nodenext",
  target: "es2022",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  rootDir: ".",
  outDir: "compiled",
};

/**
 * A reader has an app at the vendor's; we have a fake server. So each client that a block makes
 * gets one option more, and nothing else is changed.
 */
const toServer = (code: string): string =>
  code.replace(/(createHire|createClient)\(\{/gu, '$&\n  baseUrl: process.env["BASE_URL"],');

/** A folder in the consumer's project, with programs to compile and run. */
export class Workplace {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A path in it. */
  at(...path: readonly string[]): string {
    return inProject(this.#folder, ...path);
  }

  /** The compiled program of that name. */
  program(name: string): string {
    return this.at("compiled", `${name}.js`);
  }

  async write(programs: readonly Block[]): Promise<void> {
    await linkNodeTypes();
    await mkdir(this.at(), { recursive: true });
    await writeFile(this.at("tsconfig.json"), JSON.stringify({ compilerOptions }));
    for (const { name, code } of programs) await writeFile(this.at(`${name}.ts`), toServer(code));
  }

  /** Rejects with what the compiler says. */
  async compile(): Promise<void> {
    await node([tsc, "--project", this.at()]);
  }
}

/** What the programs are told of their app and of where it is. */
export const environment = (url: string): NodeJS.ProcessEnv => ({
  ...process.env,
  BASE_URL: url,
  APP_ID: "cli_1",
  APP_SECRET: "the-app-secret",
});
