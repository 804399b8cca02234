import { existsSync, readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { isFlat, readFlat } from "../../../generator/import/forms/flat/flat.js";
import { readMarkdown } from "../../../generator/import/forms/markdown/markdown.js";
import { nest, type Node } from "../../../generator/import/nest/nest.js";
import { sampleOf } from "../../../generator/import/nest/sample.js";
import { PARTS, type Page, type Part } from "../../../generator/import/page.js";
import type { SourceFile } from "../../../generator/source.js";
import { flattened, unmarked } from "./forms.js";

/** The vendor's pages are not part of the project. */
const folder = new URL("../../../../shared/hire-docs/pages/", import.meta.url);
const isThere = existsSync(folder);
if (!isThere) console.warn("The vendor's pages are not beside the project: nothing to compare.");

const pages = isThere
  ? globSync("**/*.md", { cwd: folder.pathname })
      .sort()
      .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }))
      .filter(({ text }) => /^\| HTTP URL/mu.test(text))
  : [];

const file = (path: string, text: string): SourceFile => ({ path, name: path, text });

function placesOf(page: Page, part: Part): { places: string[]; wrongIfSilent: string[] } {
  const example = { body: page.requestExample, response: page.responseExample };
  const sample = part === "body" || part === "response" ? sampleOf(example[part]) : undefined;
  const { nodes, diagnostics } = nest(page.rows[part], sample);
  const doubtful = new Set(
    diagnostics.filter(({ code }) => code === "row-placed").map(({ at }) => at.start),
  );
  const places: string[] = [];
  const wrongIfSilent: string[] = [];
  const walk = (nodes: readonly Node[], above: string, isTold: boolean): void => {
    for (const node of nodes) {
      const place = `${above}/${node.name}: ${node.type} ${node.required}`;
      // What is under a row that is reported is as uncertain.
      const isReported = isTold || doubtful.has(node.at.start);
      places.push(place);
      if (!isReported) wrongIfSilent.push(place);
      walk(node.children, `${above}/${node.name}`, isReported);
    }
  };
  walk(nodes, "", false);
  return { places, wrongIfSilent };
}

describe.skipIf(!isThere).each([
  ["flat", flattened, readFlat, true],
  ["without depths", unmarked, readMarkdown, false],
])("all pages, %s", (_, change, read, expected) => {
  const changed = pages.map(({ path, text }) => {
    const was = readMarkdown(file(path, text)).page;
    const copy = change(text);
    return { path, copy, was, is: read(file(path, copy)).page };
  });

  test("are recognised and have the same facts", () => {
    for (const { path, copy, was, is } of changed) {
      expect(isFlat(copy), path).toBe(expected);
      for (const fact of ["method", "path", "limits", "appTypes", "scopes", "tokens"] as const) {
        expect(is?.[fact], `${path} ${fact}`).toEqual(was?.[fact]);
      }
      expect(
        is?.errors.map(({ code, status }) => [code, status]),
        path,
      ).toEqual(was?.errors.map(({ code, status }) => [code, status]));
    }
  });

  test("have the same trees, or say which rows are uncertain", () => {
    let rows = 0;
    let equal = 0;
    const silent: string[] = [];
    for (const { path, was, is } of changed) {
      if (was === undefined || is === undefined) throw new Error(`${path} was not read`);
      let isEqual = true;
      for (const part of PARTS) {
        const { places } = placesOf(was, part);
        const now = placesOf(is, part);
        const right = new Set(places);
        rows += places.length;
        expect(now.places.length, `${path} ${part}`).toBe(places.length);
        isEqual &&= now.places.every((place) => right.has(place));
        silent.push(
          ...now.wrongIfSilent.filter((place) => !right.has(place)).map((p) => `${path} ${p}`),
        );
      }
      if (isEqual) equal += 1;
    }
    expect(silent).toEqual([]);
    expect(rows).toBeGreaterThan(7000);
    expect(equal / changed.length).toBeGreaterThan(0.95);
  });
});
