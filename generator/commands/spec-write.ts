import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MergedFile } from "../import/merge/drafts.js";
import { isMissing, readText, Refusal } from "../write/folder.js";
import { write } from "../write/write.js";

/** A file of a spec that changes. */
export interface SpecWrite extends MergedFile {
  /** The spec's. */
  readonly folder: string;
}

/** Refuses links: what stands behind one may be anywhere. */
export async function checkLinks(folder: string, paths: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (let at = path; ; at = dirname(at)) {
      const place = join(folder, at);
      if (seen.has(place)) break;
      seen.add(place);
      await checkPlace(place, at === path);
      if (at === ".") break;
    }
  }
}

async function checkPlace(path: string, isFile: boolean): Promise<void> {
  const stat = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (stat === undefined || (isFile ? stat.isFile() : stat.isDirectory())) return;
  const what = stat.isSymbolicLink() ? "is a link" : `is no ${isFile ? "file" : "folder"}`;
  throw new Refusal(`${path} ${what}: import writes nothing there, and nothing was written`);
}

/** All files of a spec, or none: see `write`. */
export async function writeSpec(files: readonly SpecWrite[]): Promise<void> {
  for (const folder of new Set(files.map((file) => file.folder))) {
    const own = files.filter((file) => file.folder === folder);
    const writes = await Promise.all(
      own.map(async ({ path, text }) => ({ path, text: await asBefore(join(folder, path), text) })),
    );
    await write(folder, { writes, removals: [], differences: [], unchanged: 0 });
  }
}

/** The reader of specs takes a byte order mark and Windows line ends away: they come back. */
async function asBefore(path: string, text: string): Promise<string> {
  const before = readText(path) ?? "";
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  return mark + (before.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text);
}
