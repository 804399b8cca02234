import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { at } from "../fixtures/at.js";
import { modelOf, packageOf, type Package } from "../fixtures/package.js";
import { openWorkshop } from "../fixtures/workshop.js";
import { readPage, type Block, type Page } from "./page.js";
import { statementsOf } from "./statements.js";

// UPDATE_SCENARIOS=1 writes what is generated now into the pages; statements are found by name.
const updates = process.env["UPDATE_SCENARIOS"] !== undefined;

const folder = at("../scenarios");
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => readPage(name, readFileSync(join(folder, name), "utf8")));

const packages = new Map<string, Package>();
for (const { name, spec, programs } of pages) {
  packages.set(name, new Map([...(await packageOf(modelOf(spec))), ...programs]));
}
const { problems, close } = await openWorkshop(packages);
afterAll(close);

describe.for(pages.map((page) => [page.name, page] as const))("%s", ([name, page]) => {
  test("is a page: a title, a spec, what becomes of it, all of it in view", () => {
    expect(page.title).not.toBe("");
    expect(page.excerpts.length + page.programs.size).toBeGreaterThan(0);
    expect(page.text.split("\n").length).toBeLessThan(90);
  });

  test("shows what is generated", () => {
    if (updates) writeFileSync(join(folder, name), updated(page));
    else for (const excerpt of page.excerpts) check(excerpt, textOf(page, excerpt));
  });

  test("compiles", () => {
    expect(problems.filter((line) => line.startsWith(`${name}/`))).toEqual([]);
  });
});

test("the compiler has nothing to say besides", () => {
  const known = new RegExp(`^(?:${pages.map(({ name }) => name).join("|")})/`, "u");
  expect(problems.filter((line) => !known.test(line))).toEqual([]);
});

function textOf({ name }: Page, { path }: Block): string {
  const text = packages.get(name)?.get(path);
  if (text === undefined) throw new Error(`${name}: no file is called ${path}`);
  return text;
}

/** Whole statements of a module, with their comments or without; whole lines of other files. */
function check({ lang, text }: Block, file: string): void {
  if (lang !== "ts") return expect(`\n${file}`).toContain(`\n${text}\n`);
  const written = statementsOf(file);
  for (const { full, key } of statementsOf(text)) {
    const found = written.find((statement) => statement.key === key);
    expect([found?.full, found?.bare]).toContain(full);
  }
}

function updated(page: Page): string {
  return page.excerpts
    .filter(({ lang }) => lang === "ts")
    .toReversed()
    .reduce((text, { start, end, ...block }) => {
      const written = statementsOf(textOf(page, { start, end, ...block }));
      const statements = statementsOf(block.text).map(({ full, bare, key }) => {
        const found = written.find((statement) => statement.key === key);
        return (full === bare ? found?.bare : found?.full) ?? full;
      });
      return text.slice(0, start) + statements.join("\n\n") + text.slice(end);
    }, page.text);
}
