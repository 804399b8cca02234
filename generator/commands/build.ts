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
}

type Progress = (path: string, done: number, all: number) => void;

/** What `generate` would do to a folder: nothing at all, mostly, and that is found out first. */
export async function build(
  files: readonly SourceFile[],
  out: string,
  onFile: Progress,
): Promise<Built> {
  const assets = await readAssets();
  const program = await fingerprint(assets);
  const inputs = hash(program, ...files.flatMap(({ name, text }) => [name, text]));
  const before = readManifest(await readText(join(out, MANIFEST)));
  const earlier = await earlierTexts(out, before);
  if (before?.inputs === inputs && isComplete(before, earlier)) {
    return {
      diagnostics: [],
      plan: { writes: [], removals: [], differences: [], unchanged: earlier.size + 1 },
    };
  }

  // From here on something must be made: the heavy parts of the program are loaded only now.
  const { compile } = await import("../compile.js");
  const { model, diagnostics } = compile(files);
  if (model === undefined) return { diagnostics, plan: undefined };
  const { generate } = await import("../generate.js");
  const texts = await generate(model, assets, {
    earlier: (path, source) =>
      before?.program === program && before.sources[path] === source
        ? earlier.get(path)
        : undefined,
    onFile,
  });
  const { plan } = await import("../write/plan.js");
  return { diagnostics, plan: await plan(out, texts, { inputs, program }, before) };
}

/** The files of an earlier run that are still as it wrote them. */
async function earlierTexts(
  out: string,
  before: Manifest | undefined,
): Promise<Map<string, string>> {
  const entries = await Promise.all(
    Object.entries(before?.files ?? {}).map(async ([path, sum]) => {
      const text = await readText(join(out, path));
      return text !== undefined && hash(text) === sum ? ([path, text] as const) : undefined;
    }),
  );
  return new Map(entries.filter((entry) => entry !== undefined));
}

const isComplete = ({ files }: Manifest, earlier: ReadonlyMap<string, string>): boolean =>
  Object.keys(files).every((path) => earlier.has(path));
