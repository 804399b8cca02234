import { mkdir, rename, rm, rmdir, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { checkFolder, checkWay, isMissing, readText } from "./folder.js";
import { hash } from "../hash.js";
import { isInside, MANIFEST, readManifest } from "./manifest.js";
import type { Plan } from "./plan.js";

/** Holds new texts until all of them are there; its journal says that they are. */
const STAGING = ".larkgen-staging";
const JOURNAL = `${STAGING}/journal.json`;

interface Journal {
  readonly writes: readonly string[];
  readonly removals: readonly string[];
}

/**
 * Carries a plan out. Killed before the journal is there, it has changed nothing; killed after, the
 * next run finishes it: no run starts from a mix of old and new, and `check` passes none.
 */
export async function write(out: string, { writes, removals }: Plan): Promise<void> {
  if (writes.length + removals.length === 0) return;
  const journal: Journal = { writes: writes.map(({ path }) => path), removals };
  try {
    await stage(out, writes);
    await writeFileAtomic(join(out, JOURNAL), JSON.stringify(journal));
  } catch (error) {
    // Nothing was changed yet, and no trace should say otherwise.
    await rm(join(out, STAGING), { recursive: true, force: true }).catch(() => {});
    throw error;
  }
  await apply(out, journal);
}

async function stage(out: string, writes: Plan["writes"]): Promise<void> {
  await mkdir(join(out, STAGING), { recursive: true });
  for (const { path, text } of writes) {
    const staged = join(out, STAGING, path);
    await mkdir(dirname(staged), { recursive: true });
    await writeFile(staged, text);
  }
}

/** Whether a killed run left its work half done. */
export const isCutShort = async (out: string): Promise<boolean> =>
  readText(join(out, JOURNAL)) !== undefined;

/** Finishes or forgets what a killed run left behind; what somebody has written since stays. */
export async function recover(out: string): Promise<void> {
  await checkFolder(out);
  await checkFolder(join(out, STAGING));
  const journal = readJournal(readText(join(out, JOURNAL)));
  if (journal === undefined) await rm(join(out, STAGING), { recursive: true, force: true });
  else await apply(out, await owned(out, journal));
}

/** The manifest is written last: what a journal may touch, it still knows by its text. */
async function owned(out: string, { writes, removals }: Journal): Promise<Journal> {
  const before = readManifest(readText(join(out, MANIFEST)));
  const isOurs = async (path: string) => {
    const text = readText(join(out, path));
    return text === undefined || path === MANIFEST || hash(text) === before?.files[path];
  };
  const keep = async (paths: readonly string[]) => {
    const ours = await Promise.all(paths.map(isOurs));
    return paths.filter((_, i) => ours[i]);
  };
  return { writes: await keep(writes), removals: await keep(removals) };
}

async function apply(out: string, { writes, removals }: Journal): Promise<void> {
  const seen = new Set<string>();
  for (const path of writes) if (path !== MANIFEST) await move(out, path, seen);
  for (const path of removals) {
    await checkWay(out, path, seen);
    await unlink(join(out, path)).catch(unlessMissing);
    await removeEmpty(out, dirname(path));
  }
  // Last, so that no half-done folder looks complete.
  if (writes.includes(MANIFEST)) await move(out, MANIFEST, seen);
  await rm(join(out, JOURNAL), { force: true });
  await rm(join(out, STAGING), { recursive: true, force: true });
}

async function move(out: string, path: string, seen: Set<string>): Promise<void> {
  await checkWay(out, path, seen);
  await mkdir(dirname(join(out, path)), { recursive: true });
  await rename(join(out, STAGING, path), join(out, path)).catch(unlessMissing);
}

function readJournal(text: string | undefined): Journal | undefined {
  try {
    const { writes, removals } = JSON.parse(text ?? "") as Partial<Journal>;
    if (!Array.isArray(writes) || !Array.isArray(removals)) return undefined;
    const paths: readonly unknown[] = [...writes, ...removals];
    return paths.every((path) => typeof path === "string" && isInside(path))
      ? { writes, removals }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A folder that holds nothing any more; one that holds something else stays. */
async function removeEmpty(out: string, folder: string): Promise<void> {
  if (folder === "." || folder === "") return;
  try {
    await rmdir(join(out, folder));
  } catch {
    return;
  }
  await removeEmpty(out, dirname(folder));
}

/** A staged file that is gone has been moved already. */
function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
