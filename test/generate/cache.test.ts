import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compile } from "../../generator/compile.js";
import { digest } from "../../generator/digest.js";
import { cachedParser } from "../../generator/commands/cache.js";
import { hash } from "../../generator/hash.js";
import { parse } from "../../generator/load/parse.js";
import { readSpec } from "../../generator/load/read.js";
import type { SourceFile } from "../../generator/source.js";
import { at } from "../fixtures/at.js";

const folder = await mkdtemp(join(tmpdir(), "larkgen-cache-"));
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
const fresh = (): string => join(folder, "deep", String(++count), "cache.json");

const sumsOf = (files: readonly SourceFile[]) =>
  Object.fromEntries(files.map(({ name, text }) => [name, hash(text)]));

/** A run with the cache at a path: which files had to be parsed, and what came of it. */
async function run(path: string, files: readonly SourceFile[], program = "1") {
  const parser = cachedParser(path, program, sumsOf(files));
  const parsed: string[] = [];
  const { model, diagnostics } = compile(files, (file) => {
    const result = parser.parse(file);
    if (!result.isKnown) parsed.push(file.name);
    return result;
  });
  await parser.keep(diagnostics);
  return { model, diagnostics, parsed };
}

const specs = {
  hire: await readSpec(at("../../spec/hire")),
  everything: await readSpec(at("everything/play")),
};
const yaml = (files: readonly SourceFile[]) =>
  files.map(({ name }) => name).filter((name) => !name.endsWith(".json"));

test.each(["hire", "everything"] as const)("%s is the same from the cache", async (name) => {
  const files = specs[name];
  const path = fresh();
  const first = await run(path, files);
  const second = await run(path, files);
  expect(first.parsed).toEqual(yaml(files));
  expect(second.parsed).toEqual([]);
  expect(digest(second.model)).toBe(digest(first.model));
  expect(second.diagnostics).toEqual(first.diagnostics);
});

test("only what has changed is parsed again, and what is wrong until it is mended", async () => {
  const path = fresh();
  await run(path, specs.everything);
  const changed = (from: string, to: string) =>
    specs.everything.map((file) =>
      file.name === "play/enums.yaml" ? { ...file, text: file.text.replace(from, to) } : file,
    );
  const wrong = changed("values:", "value:");
  for (const _ of [1, 2]) {
    const { parsed, diagnostics } = await run(path, wrong);
    expect(parsed).toEqual(["play/enums.yaml"]);
    expect(diagnostics).toEqual(compile(wrong).diagnostics);
  }
  expect((await run(path, changed("doc: ", "doc: Now "))).parsed).toEqual(["play/enums.yaml"]);
});

test("a diagnostic stands where it would without the cache", async () => {
  const path = fresh();
  await run(path, specs.everything);
  const parser = cachedParser(path, "1", sumsOf(specs.everything));
  for (const file of specs.everything.filter(({ name }) => name.endsWith(".yaml"))) {
    const [kept, read] = [parser.parse(file), parse(file)];
    expect(kept.isKnown).toBe(true);
    for (const way of [[], ["types"], ["enums"], ["operations"], ["nothing"]])
      expect(kept.locate(way, "key")).toEqual(read.locate(way, "key"));
  }
});

test.each<[string, (text: string) => string]>([
  ["is broken", (text) => text.slice(0, -9)],
  ["is empty", () => ""],
  ["is of something else", () => "[1]"],
  ["is of another version", (text) => text.replace('"program":"1"', '"program":"2"')],
  ["has nothing in it", () => '{"program":"1"}'],
])("a cache that %s is one that is not there", async (_, damage) => {
  const path = fresh();
  await run(path, specs.everything);
  writeFileSync(path, damage(readFileSync(path, "utf8")));
  const { parsed, model } = await run(path, specs.everything);
  expect(parsed).toEqual(yaml(specs.everything));
  expect(digest(model)).toBe(digest(compile(specs.everything).model));
  expect((await run(path, specs.everything)).parsed).toEqual([]);
});

test("where no cache can be, there is none", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const { parsed } = await run(join(file, "cache.json"), specs.everything);
  expect(parsed).toEqual(yaml(specs.everything));
});
