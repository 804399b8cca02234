import { expect, test } from "vitest";
import { grammarCases } from "./grammar-cases.js";
import { loadCases } from "./load-cases.js";
import { rulesCases } from "./rules-cases.js";
import { allCodes, lines } from "./spec.js";

const cases = [...loadCases, ...grammarCases, ...rulesCases];
const codeOf = (line: string): string => / ([a-z0-9-]+): /u.exec(line)?.[1] ?? "";

test.each(cases.map(([texts, line]) => [codeOf(line), texts, line] as const))(
  "%s is told once, at its place",
  (_, texts, line) => {
    expect(lines(texts)).toEqual([line]);
  },
);

test("every code can happen", () => {
  const seen = new Set(cases.map(([, line]) => codeOf(line)));
  expect(allCodes.filter((code) => !seen.has(code))).toEqual([]);
});

test("every message is whole", () => {
  for (const [, line] of cases) expect(line).not.toMatch(/undefined|\[object|\s$|  /u);
});
