import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Document, parseDocument } from "yaml";

/** A spec to be edited: its YAML files and the vendor's examples, by path. */
export interface Spec {
  readonly documents: ReadonlyMap<string, Document>;
  readonly examples: ReadonlyMap<string, string>;
}

const HIRE = fileURLToPath(new URL("../../../spec/hire", import.meta.url));
/** Its errors stand beside every spec. */
const PLATFORM = join(dirname(HIRE), "platform");

export async function readSpec(folder = HIRE): Promise<Spec> {
  const entries = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    entries
      .filter((path) => /\.(?:yaml|json)$/u.test(path))
      .map((path) => path.replaceAll("\\", "/"))
      .sort()
      .map(async (path) => [path, await readFile(join(folder, path), "utf8")] as const),
  );
  return {
    documents: new Map(
      texts
        .filter(([path]) => path.endsWith(".yaml"))
        .map(([path, text]) => [path, parseDocument(text)]),
    ),
    examples: new Map(texts.filter(([path]) => path.endsWith(".json"))),
  };
}

/** Writes it into a folder of its own, with the platform's errors beside it. */
export async function writeSpec(folder: string, { documents, examples }: Spec): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(PLATFORM, join(dirname(folder), "platform"), { recursive: true });
  const texts = [...documents].map(([path, document]) => [path, textOf(document)] as const);
  for (const [path, content] of [...texts, ...examples]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** In the style of the originals: what a file costs depends on it. */
export const textOf = (document: Document): string => document.toString({ lineWidth: 0 });
