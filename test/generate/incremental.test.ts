import { expect, test } from "vitest";
import { readAssets } from "../../generator/assets.js";
import { generate, type GeneratedFile } from "../../generator/generate.js";
import { readSpec } from "../../generator/load/read.js";
import type { SourceFile } from "../../generator/source.js";
import { compile } from "../../generator/compile.js";
import { at } from "../fixtures/at.js";

// Most files of a run are those of the one before, because they are made from the same parts of the
// model. Whatever is changed in a spec, none may be taken over that would be another.
const assets = readAssets();
const spec = await readSpec(at("everything/play"));
const before: ReadonlyMap<string, GeneratedFile> = new Map(
  (await made(spec)).map((file) => [file.path, file]),
);

async function made(
  files: readonly SourceFile[],
  earlier?: ReadonlyMap<string, GeneratedFile>,
  taken: string[] = [],
): Promise<GeneratedFile[]> {
  const { model } = compile(files);
  return model === undefined
    ? []
    : await generate(model, assets, {
        earlier: (path, source) => {
          const file = earlier?.get(path);
          if (file?.source !== source) return undefined;
          taken.push(path);
          return file.text;
        },
      });
}

const texts = ({ path, source, text }: GeneratedFile) => ({ path, source, text });

/** Every line of the spec with another text in it, as far as the spec is right with it. */
const changes = spec.flatMap((file) =>
  file.text.split("\n").flatMap((line, i) => {
    const [found, head = "", rest = ""] =
      /^(\s*(?:- )?\w+: |.*\b(?:label|doc): )(.+)$/u.exec(line) ?? [];
    if (found === undefined) return [];
    const others = [
      rest.replace(/\d+/u, (digits) => String(Number(digits) + 1)),
      rest.replace(/[a-z](?=[a-z]{2,}\W*$)/u, "q"),
    ];
    return others
      .filter((other) => other !== rest)
      .map((other) => {
        const text = file.text
          .split("\n")
          .with(i, head + other)
          .join("\n");
        const name = `${file.name}:${i + 1} ${line.trim()} → ${other}`;
        return [name, spec.map((each) => (each === file ? { ...file, text } : each))] as const;
      });
  }),
);

test(
  "a run after a change writes what a run from scratch would",
  { timeout: 600_000 },
  async () => {
    let compared = 0;
    for (const [name, files] of changes) {
      const scratch = await made(files);
      if (scratch.length === 0) continue;
      const taken: string[] = [];
      const after = await made(files, before, taken);
      expect(after.map(texts), name).toEqual(scratch.map(texts));
      compared++;
      // A change somewhere is no change everywhere.
      expect(taken.length, name).toBeGreaterThan(0);
    }
    expect(compared).toBeGreaterThan(50);
  },
);
