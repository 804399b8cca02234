import { stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { readSpec } from "../load/read.js";
import type { SourceFile } from "../source.js";
import { DEFAULT_SPEC } from "./defaults.js";
import { UsageError } from "./terminal.js";

/**
 * The folder of the package: `spec/hire` → `generated/hire`. Without an ending slash, behind which
 * a link would look like a folder.
 */
export const outputOf = (spec: string, out?: string): string =>
  relative("", out ?? join("generated", basename(resolve(spec)))) || ".";

/** The spec's files, or a usage error that says what is missing. */
export async function readSpecFolder(spec: string): Promise<SourceFile[]> {
  const found = await stat(spec).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new UsageError(
      `there is no spec folder ${spec}: give one with --spec, such as --spec ${DEFAULT_SPEC}`,
    );
  }
  const files = await readSpec(spec);
  if (!files.some(({ name }) => !name.startsWith("platform/") && !name.endsWith(".json"))) {
    throw new UsageError(`${spec} has no YAML files: a spec starts with service.yaml`);
  }
  return files;
}
