import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../node_modules/.cache/validators/", import.meta.url);

/** Where a file that is made before the measuring lies; below node_modules, so that imports of peers resolve. */
export const cached = (name: string): URL => new URL(name, FOLDER);

export async function writeCached(name: string, text: string): Promise<string> {
  const path = fileURLToPath(cached(name));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

export const readCached = (name: string): Promise<string> => readFile(cached(name), "utf8");
