import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import type { SourceFile } from "../source.js";

/** Every file of a service's spec, and the platform's error codes that stand beside it. */
export async function readSpec(folder: string): Promise<SourceFile[]> {
  const root = resolve(folder);
  const paths = await specPaths(root);
  const parent = dirname(root);
  // One after the other: opened all at once, they would be more than a process may have open.
  return paths.map((path) => ({
    path: posix(relative(process.cwd(), path) || path),
    name: posix(relative(parent, path)),
    text: readFileSync(path, "utf8")
      .replace(/^\uFEFF/u, "")
      .replace(/\r\n?/gu, "\n"),
  }));
}

/** In the same order on every machine. */
async function specPaths(root: string): Promise<string[]> {
  const patterns = [`${basename(root)}/**/*.{yaml,yml}`, `${basename(root)}/examples/*.json`];
  const found = await glob([...patterns, "platform/*.{yaml,yml}"], {
    cwd: dirname(root),
    followSymbolicLinks: false,
  });
  return found.sort((a, b) => (a < b ? -1 : 1)).map((path) => join(dirname(root), path));
}

const posix = (path: string): string => path.split(sep).join("/");
