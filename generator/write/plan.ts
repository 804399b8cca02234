import { lstatSync } from "node:fs";
import { join } from "node:path";
import { hash } from "../hash.js";
import type { GeneratedFile } from "../generate.js";
import { checkFolder, checkWay, isMissing, readText, Refusal } from "./folder.js";
import { MANIFEST, printManifest, type Manifest } from "./manifest.js";

export type Reason = "missing" | "outdated" | "edited" | "foreign" | "stale";

/** A file whose text on disk is not the one that the spec gives. */
export interface Difference {
  readonly path: string;
  readonly reason: Reason;
}

export interface Plan {
  readonly writes: readonly { readonly path: string; readonly text: string }[];
  readonly removals: readonly string[];
  readonly differences: readonly Difference[];
  readonly unchanged: number;
}

/** What must happen to a folder so that it holds these files; nothing is touched yet. */
export async function plan(
  out: string,
  files: readonly GeneratedFile[],
  made: Pick<Manifest, "inputs" | "program" | "spec">,
  before: Manifest | undefined,
): Promise<Plan> {
  await checkFolder(out);
  const seen = new Set<string>();
  const manifest: Manifest = {
    ...made,
    files: Object.fromEntries(
      files.map(({ path, text, isKept }) => [path, (isKept && before?.files[path]) || hash(text)]),
    ),
    sources: Object.fromEntries(files.map(({ path, source }) => [path, source])),
  };
  const wanted = [...files, { path: MANIFEST, text: printManifest(manifest), isKept: false }];
  const writes: { path: string; text: string }[] = [];
  const differences: Difference[] = [];
  for (const file of wanted) {
    const { path, text } = file;
    await checkWay(out, path, seen);
    const reason = compare(out, file, before);
    if (reason === undefined) continue;
    writes.push({ path, text });
    differences.push({ path, reason });
  }
  const removals: string[] = [];
  for (const [path, sum] of Object.entries(before?.files ?? {})) {
    if (Object.hasOwn(manifest.files, path)) continue;
    await checkWay(out, path, seen);
    const text = readText(join(out, path));
    if (text === undefined) continue;
    removals.push(path);
    differences.push({ path, reason: hash(text) === sum ? "stale" : "edited" });
  }
  return { writes, removals, differences, unchanged: wanted.length - writes.length };
}

function compare(
  out: string,
  { path, text, isKept }: Omit<GeneratedFile, "source">,
  before: Manifest | undefined,
): Reason | undefined {
  const there = typeOf(join(out, path));
  if (there === undefined) return "missing";
  if (there === "folder")
    throw new Refusal(`${join(out, path)} is a folder where a file must go: move it away`);
  if (there === "other") return "foreign";
  // What is kept was read a moment ago.
  if (isKept) return undefined;
  const found = hash(readText(join(out, path)) ?? "");
  if (found === hash(text)) return undefined;
  // The manifest is ours by its name and changes with every change of the inputs.
  if (path === MANIFEST) return "outdated";
  const known = before?.files[path];
  if (known === undefined) return "foreign";
  return found === known ? "outdated" : "edited";
}

/** A link is something else, whatever it leads to. */
function typeOf(path: string): "file" | "folder" | "other" | undefined {
  try {
    const there = lstatSync(path);
    return there.isFile() ? "file" : there.isDirectory() ? "folder" : "other";
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
