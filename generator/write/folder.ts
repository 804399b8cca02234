import { readFileSync } from "node:fs";
import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A place where something stands that we must not write through or over. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The text of a file, or undefined when there is none. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Refuses a path that would lead out of the folder: every folder on the way, the output folder
 * itself included, must be a real one and no link.
 */
export async function checkWay(out: string, path: string, seen: Set<string>): Promise<void> {
  for (let folder = dirname(join(out, path)); ; folder = dirname(folder)) {
    if (!seen.has(folder)) await checkFolder(folder);
    seen.add(folder);
    if (folder === out || folder.length <= out.length) return;
  }
}

export async function checkFolder(path: string): Promise<void> {
  const stat = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (stat === undefined || stat.isDirectory()) return;
  const what = stat.isSymbolicLink() ? "a link" : "no folder";
  throw new Refusal(
    `${path} is ${what}: nothing is written through it. Remove it, or choose another --out`,
  );
}

/** No file stands there, perhaps something else. */
const MISSING: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && MISSING.has(error.code);
