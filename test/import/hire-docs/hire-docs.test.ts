import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { compile } from "../../../generator/compile.js";
import { drift } from "../../../generator/import/drift/drift.js";
import { fragmentsOf, readBefore, readEndpoint } from "../../../generator/import/import.js";
import { merge } from "../../../generator/import/merge/merge.js";
import { mergeAll } from "../../../generator/import/merge-all.js";
import { fragmentOf } from "../../../generator/import/spec/fragment-of.js";
import { Known } from "../../../generator/import/spec/known.js";
import { readSpec } from "../../../generator/load/read.js";
import type { SourceFile } from "../../../generator/source.js";
import { oracle } from "./oracle.js";
import { operationsOf, told } from "./spec.js";

const pages = fileURLToPath(new URL("../../../../shared/hire-docs/pages", import.meta.url));
const isThere = existsSync(pages);
if (!isThere) console.log("skipped: the vendor's Hire pages are not beside the project");

/** What any spec has beside it. */
const platform = (
  await readSpec(fileURLToPath(new URL("../../../spec/hire", import.meta.url)))
).filter(({ name }) => name.startsWith("platform/"));
const folder = { path: "spec/hire", name: "hire" };

const files = (isThere ? globSync("**/*.md", { cwd: pages }) : [])
  .sort()
  .map((name): SourceFile => ({
    path: name,
    name,
    text: readFileSync(join(pages, name), "utf8"),
  }));

async function importAll(given: readonly SourceFile[], into: readonly SourceFile[]) {
  const read = given.map((file) => readEndpoint(file, undefined));
  const endpoints = read.flatMap(({ endpoint }) => endpoint ?? []);
  const before = readBefore(into);
  const { fragments, diagnostics } = fragmentsOf(endpoints, before.spec, { prose: false });
  const merged = await mergeAll(before, fragments, folder, (files) => compile(files).diagnostics);
  const texts = new Map(merged.files.map(({ path, text }) => [`hire/${path}`, text]));
  const kept = into.filter(({ name }) => !texts.has(name));
  const after = [
    ...kept,
    ...[...texts].map(([name, text]) => ({ path: `spec/${name}`, name, text })),
  ];
  const found = [...read.flatMap((one) => one.diagnostics), ...diagnostics, ...merged.diagnostics];
  return { endpoints, changed: [...texts.keys()], after, found };
}

describe.skipIf(!isThere)("the vendor's Hire pages", async () => {
  const { endpoints, after, found } = await importAll(files, platform);
  const { model, diagnostics } = compile(after);
  const operations = model === undefined ? new Map<never, never>() : operationsOf(model);

  test("are 178 operations, and the rest says what it is", () => {
    expect(endpoints).toHaveLength(178);
    const errors = found.filter(({ severity }) => severity === "error");
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["page-not-operation"]));
    expect(errors).toHaveLength(files.length - 178);
  });

  test("lint without a word", () => {
    expect(diagnostics).toEqual([]);
    expect(operations.size).toBe(178);
  });

  // What is printed wholly by larkgen is not given to the formatter.
  test("are written as the formatter would write them", async () => {
    for (const { name, text } of after) {
      const parser = name.endsWith(".json") ? "json" : "yaml";
      expect(await format(text, { parser, printWidth: 100 }), name).toBe(text);
    }
    expect(after.length).toBeGreaterThan(300);
  });

  test("give every field its kind, its required mark and its values", () => {
    let count = 0;
    const differences: unknown[] = [];
    for (const { page } of endpoints) {
      const { http, fields } = oracle(join(pages, page.source.name));
      const operation = operations.get(http);
      const known = operation === undefined ? new Map<never, never>() : told(operation);
      const expected = [...fields].flatMap(([at, field]) => {
        if (/^response\.(?:code|msg|message|data)$/u.test(at)) return [];
        return [[at.replace(/^response\.data\./u, "response."), field] as const];
      });
      count += expected.length;
      const names = expected.map(([at]) => at);
      if ([...known.keys()].sort().join() !== names.toSorted().join())
        differences.push([
          http,
          names.filter((at) => !known.has(at)),
          [...known.keys()].filter((at) => !names.includes(at)),
        ]);
      for (const [at, { kind, required, values }] of expected) {
        const got = known.get(at);
        const isSame =
          got?.kind === kind &&
          got.required === required &&
          // In any order: an enum that several pages share has that of one of them.
          (values.length === 0 || got.values.toSorted().join() === values.toSorted().join());
        if (!isSame) differences.push([http, at, { kind, required, values }, got]);
      }
    }
    expect(differences).toEqual([]);
    expect(count).toBeGreaterThan(7_000);
  });

  test("do not differ from the spec that they make", () => {
    const { spec } = readBefore(after);
    const made = endpoints.flatMap(
      (endpoint) => fragmentOf(endpoint, new Known(), { prose: false }).fragment ?? [],
    );
    expect(made).toHaveLength(178);
    expect(made.flatMap((fragment) => drift(fragment, spec))).toEqual([]);
  });

  test("change nothing when they are imported again", async () => {
    const again = await importAll(files, after);
    expect(again.changed).toEqual([]);
  });
});

describe.skipIf(!isThere)("the spec that larkgen ships", async () => {
  const own = await readSpec(fileURLToPath(new URL("../../../spec/hire", import.meta.url)));
  const { endpoints, changed } = await importAll(files, own);
  const before = readBefore(own);
  const learnt = endpoints.filter((endpoint) => {
    const { fragments } = fragmentsOf([endpoint], before.spec, { prose: false });
    return merge(before, fragments).files.length > 0;
  });

  test("says what the pages say, or exceptions.yaml says why not", () => {
    const made = endpoints.flatMap(
      (endpoint) => fragmentOf(endpoint, new Known(), { prose: false }).fragment ?? [],
    );
    expect(made).toHaveLength(178);
    expect(made.flatMap((fragment) => drift(fragment, before.spec))).toEqual([]);
  });

  test("has nothing to learn from them", () => {
    expect(changed).toEqual([]);
  });

  test("has nothing to learn from one of them alone", () => {
    expect(learnt.map(({ page }) => page.path)).toEqual([]);
  });
});
