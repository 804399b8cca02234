import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Assets } from "./generate.js";
import { hash } from "./hash.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const TEMPLATES = join(HERE, "..", "templates");

export const readAssets = (): Assets => ({
  templates: readFolder(join(TEMPLATES, "docs"), ".hbs"),
  runtime: readFolder(join(TEMPLATES, "runtime"), ".ts"),
  bundle: readText(join(TEMPLATES, "package", "bundle.js")),
  license: readText(join(HERE, "..", "LICENSE")),
});

function readFolder(folder: string, ending: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return new Map(names.sort().map((name) => [name, readText(join(folder, name))]));
}

const readText = (path: string): string => readFileSync(path, "utf8").replaceAll("\r\n", "\n");

/** Libraries that decide bytes of the output, or what a spec may say. */
const DECIDING = ["handlebars", "prettier", "ts-morph", "yaml", "zod"];

/** Stages that have no part in the output: they need not be read, and may change without it. */
const APART = /^(?:import|mock|openapi)\//u;

/** A hash of everything besides the spec that decides the output: this program and its libraries. */
export function fingerprint({ templates, runtime, bundle, license }: Assets): string {
  const require = createRequire(import.meta.url);
  const versions = DECIDING.map(
    (name) => (require(`${name}/package.json`) as { version: string }).version,
  );
  const names = readdirSync(HERE, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  const program = names.filter((name) => /\.[jt]s$/u.test(name) && !APART.test(name)).sort();
  const texts = program.map((name) => readText(join(HERE, name)));
  return hash(
    license,
    bundle,
    ...versions,
    ...program,
    ...texts,
    ...[...templates].flat(),
    ...[...runtime].flat(),
  );
}
