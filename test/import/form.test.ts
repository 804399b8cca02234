import { expect, test } from "vitest";
import { readPage } from "../../generator/import/forms/form.js";
import { mirror } from "./codes/pages.js";
import { lines } from "./codes/run.js";

const told = (name: string, text: string): readonly string[] =>
  lines(readPage({ path: name, name, text }).diagnostics);

test.each([
  ["kite.json", "{", /^kite\.json:1:1 definition-syntax: this definition is not valid JSON: \S/u],
  ["kite.json", '{\n  "a": 1,\n}', /^kite\.json:3:1 definition-syntax: /u],
  ["stdin", "{", /^stdin:1:1 definition-syntax: /u],
  ["kite.json", "kite", /^kite\.json:1:1 definition-syntax: /u],
  ["kite.json", '{ "a": 1 }', /^kite\.json:1:1 no-definition: /u],
  ["kite.json", "[]", /^kite\.json:1:1 no-definition: /u],
  ["kite.yaml", "resource: kite\n", /^kite\.yaml:1:1 page-is-yaml: /u],
  ["kite.YML", "# 风筝\nresource: kite\n", /^kite\.YML:1:1 page-is-yaml: /u],
  ["kite.md", "[风筝](https://example.com)\n", /^kite\.md:1:1 page-not-operation: /u],
])("%s with %j is no page, and said to be what it is", (name, text, line) => {
  expect(told(name, text)).toEqual([expect.stringMatching(line)]);
});

test.each(["kite.json", "kite.yaml", "kite.txt"])("a page that is saved as %s is read", (name) => {
  expect(readPage({ path: name, name, text: mirror() }).page?.path).toBe("/open-apis/toy/v1/kites");
});
