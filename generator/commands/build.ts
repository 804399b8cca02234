import { join } from "node:path";
import { fingerprint, readAssets } from "../assets.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hash } from "../hash.js";
import type { SourceFile } from "../source.js";
import { readText } from "../write/folder.js";
import { MANIFEST, readManifest, type Manifest } from "../write/manifest.js";
import type { Plan } from "../write/plan.js";

export interface Built {
  readonly diagnostics: readonly Diagnostic[];
  /** Missing when the spec has errors. */
  readonly plan: Plan | undefined;
  /** Files of the spec that are not as they were when the package was made. */
  readonly changed: readonly string[];
  /** Whether another version of this program made the package. */
  readonly isFromOther: boolean;
}

type Progress = (path: string, done: number, all: number) => void;

/** What `generate` would do to a folder: nothing at all, mostly, and that is found out first. */
export async function build(
  files: readonly SourceFile[],
  out: string,
  onFile: Progress,
): Promise<Built> {
  const assets = readAssets();
  const program = fingerprint(assets);
  const spec = Object.fromEntries(files.map(({ name, text }) => [name, hash(text)]));
  const inputs = hash(program, JSON.stringify(spec));
  const before = readManifest(readText(join(out, MANIFEST)));
  if (before?.inputs === inputs && isIntact(before, out)) {
    const unchanged = Object.keys(before.files).length + 1;
    return {
      diagnostics: [],
      changed: [],
      isFromOther: false,
      plan: { writes: [], removals: [], differences: [], unchanged },
    };
  }

  // From here on something must be made: the heavy parts of the program are loaded only now.
  const { compile } = await import("../compile.js");
  const { cachedParser, cachePath } = await import("./cache.js");
  const parser = cachedParser(cachePath(out), program, spec);
  const { model, diagnostics } = compile(files, parser.parse);
  await parser.keep(diagnostics);
  const changed = before === undefined ? [] : changedFiles(files, spec, before);
  const isFromOther = before !== undefined && before.program !== program;
  if (model === undefined) return { diagnostics, plan: undefined, changed, isFromOther };
  const { generate } = await import("../generate.js");
  const texts = await generate(model, assets, {
    earlier: (path, source) =>
      before?.program === program && before.sources[path] === source
        ? earlierText(before, out, path)
        : undefined,
    onFile,
  });
  const { plan } = await import("../write/plan.js");
  const planned = await plan(out, texts, { inputs, program, spec }, before);
  return { diagnostics, changed, isFromOther, plan: planned };
}

/** The text of a file that is still as an earlier run wrote it. */
function earlierText({ files }: Manifest, out: string, path: string): string | undefined {
  const text = readText(join(out, path));
  return text !== undefined && hash(text) === files[path] ? text : undefined;
}

const isIntact = (before: Manifest, out: string): boolean =>
  Object.keys(before.files).every((path) => earlierText(before, out, path) !== undefined);

function changedFiles(
  files: readonly SourceFile[],
  now: Manifest["spec"],
  { spec }: Manifest,
): string[] {
  const changed = files.filter(({ name }) => now[name] !== spec[name]).map(({ path }) => path);
  return changed.concat(Object.keys(spec).filter((name) => now[name] === undefined));
}
