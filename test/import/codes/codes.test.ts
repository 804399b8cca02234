import { expect, test } from "vitest";
import { partedByService } from "../../../generator/commands/other-service.js";
import { importMessages } from "../../../generator/diagnostics/import-messages.js";
import { readEndpoint } from "../../../generator/import/import.js";
import { definitionCases } from "./definition-cases.js";
import { mergeCases } from "./merge-cases.js";
import { pageCases } from "./page-cases.js";
import { mirror } from "./pages.js";
import { rowCases } from "./row-cases.js";
import { importInto, lines, pagesOf, told } from "./run.js";
import { specCases } from "./spec-cases.js";

const cases = [...definitionCases, ...pageCases, ...rowCases, ...specCases, ...mergeCases];
const codeOf = (line: string): string => / ([a-z0-9-]+): /u.exec(line)?.[1] ?? "";

test.each(
  cases.map(
    ([pages, expected, spec]) => [codeOf(expected[0] ?? ""), pages, expected, spec] as const,
  ),
)(
  "%s is told, at its place, and nothing else",
  async (_, pages, expected, spec) => {
    expect(await told(pages, spec)).toEqual(expected);
  },
  30_000,
);

/** No page is known that does it; one that did would be mended. */
const FAILED =
  "page.md:10:1 page-failed: larkgen failed on this page and left it out (no such tail): report it, with the page";

test("page-failed is told of a mistake of larkgen's own", async () => {
  const endpoints = pagesOf({ "page.md": mirror() }).flatMap(
    (page) => readEndpoint(page, undefined).endpoint ?? [],
  );
  const faulty = endpoints.map(({ page, paging }) => ({
    page,
    paging,
    get fields(): never {
      throw new Error("no such tail");
    },
  }));
  expect(faulty).toHaveLength(1);
  expect(lines(await importInto(faulty, {}))).toEqual([FAILED]);
});

const ELSEWHERE =
  "page.md:10:1 other-service: this page is about toy, and mine is the spec of shop: import it without --spec, or with --spec spec/toy";

test("other-service is told of a page whose service has another spec", () => {
  const endpoints = pagesOf({ "page.md": mirror() }).flatMap(
    (page) => readEndpoint(page, undefined).endpoint ?? [],
  );
  const { diagnostics } = partedByService(endpoints, { folder: "mine", owner: "shop" }, "import");
  expect(lines(diagnostics)).toEqual([ELSEWHERE]);
});

test("every code can happen", () => {
  const seen = new Set(
    [FAILED, ELSEWHERE, ...cases.flatMap(([, expected]) => expected)].map(codeOf),
  );
  expect(Object.keys(importMessages).filter((code) => !seen.has(code))).toEqual([]);
});

test("every message is whole", () => {
  for (const line of cases.flatMap(([, expected]) => expected))
    expect(line).not.toMatch(/undefined|\[object|\s$|  /u);
});
