import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { hash } from "../../generator/hash.js";
import { readText } from "../../generator/write/folder.js";
import { MANIFEST, readManifest } from "../../generator/write/manifest.js";
import { plan, type Difference } from "../../generator/write/plan.js";
import { recover, write } from "../../generator/write/write.js";
import { writeOver } from "../cli/larkgen.js";

export type Texts = Readonly<Record<string, string>>;

export const before: Texts = {
  "README.md": "old\n",
  "src/a.ts": "a1\n",
  "src/deep/b.ts": "b1\n",
  "src/gone/c.ts": "c1\n",
};

export const after: Texts = {
  "README.md": "new\n",
  "src/a.ts": "a1\n",
  "src/deep/b.ts": "b2\n",
  "src/fresh/d.ts": "d2\n",
};

export const generated = (texts: Texts) => ({
  files: Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    source: hash(text),
    isKept: false,
  })),
  decided: { inputs: hash(JSON.stringify(texts)), program: "", spec: {} },
});

/** What `larkgen check` compares. */
export async function differences(out: string, texts: Texts): Promise<readonly Difference[]> {
  return (await planned(out, texts)).differences;
}

/** What `larkgen generate --force` does, without making the texts. */
export async function put(out: string, texts: Texts): Promise<void> {
  await recover(out);
  await write(out, await planned(out, texts));
}

async function planned(out: string, texts: Texts) {
  const manifest = readManifest(readText(join(out, MANIFEST)));
  const { files, decided } = generated(texts);
  // As a run does, which reads what it need not make again.
  const kept = files.map((file) => {
    const isKept =
      manifest?.files[file.path] === hash(file.text) &&
      readText(join(out, file.path)) === file.text;
    return { ...file, isKept };
  });
  return plan(out, kept, decided, manifest);
}

export function lay(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) writeOver(join(folder, path), text);
}

export function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
