import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Assets } from "./generate.js";
import { hash } from "./hash.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const TEMPLATES = join(HERE, "..", "templates");

export async function readAssets(): Promise<Assets> {
  const [templates, runtime, license] = await Promise.all([
    readFolder(join(TEMPLATES, "docs"), ".hbs"),
    readFolder(join(TEMPLATES, "runtime"), ".ts"),
    readFile(join(HERE, "..", "LICENSE"), "utf8"),
  ]);
  return { templates, runtime, license: license.replaceAll("\r\n", "\n") };
}

async function readFolder(folder: string, ending: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(names.map((name, i) => [name, (texts[i] ?? "").replaceAll("\r\n", "\n")]));
}

/** Libraries that decide bytes of the output. */
const DECIDING = ["handlebars", "prettier", "ts-morph"];

/** Stages that have no part in the output: they need not be read, and may change without it. */
const APART = /^(?:import|mock|openapi)\//u;

/** A hash of everything besides the spec that decides the output: this program and its libraries. */
export async function fingerprint({ templates, runtime, license }: Assets): Promise<string> {
  const require = createRequire(import.meta.url);
  const versions = DECIDING.map(
    (name) => (require(`${name}/package.json`) as { version: string }).version,
  );
  const names = (await readdir(HERE, { recursive: true })).map((name) =>
    name.replaceAll("\\", "/"),
  );
  const program = names.filter((name) => /\.[jt]s$/u.test(name) && !APART.test(name)).sort();
  const texts = await Promise.all(program.map((name) => readFile(join(HERE, name), "utf8")));
  return hash(
    license,
    ...versions,
    ...program,
    ...texts,
    ...[...templates].flat(),
    ...[...runtime].flat(),
  );
}
