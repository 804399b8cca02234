import { readFile } from "node:fs/promises";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.js";
import { report } from "../../generator/diagnostics/report.js";
import { readSpec } from "../../generator/load/read.js";

const blocks = fromMarkdown(await readFile("README.md", "utf8")).children.flatMap((node) =>
  node.type === "code" ? [node] : [],
);
const spec = await readSpec("spec/hire");

test("the operation that the README adds is one", () => {
  const [text = ""] = blocks.flatMap(({ lang, value }) => (lang === "yaml" ? [value] : []));
  const name = "hire/resources/shortlist.yaml";
  const { model, diagnostics } = compile([...spec, { path: `spec/${name}`, name, text }]);
  expect(diagnostics).toEqual([]);
  expect(model?.resources.map((resource) => resource.name)).toContain("shortlist");
});

test("the report that the README shows is what a misspelt name gives", () => {
  const broken = spec.map((file) => ({
    ...file,
    text: file.text.replaceAll("{ type: InterviewConclusion,", "{ type: InterviewConclusions,"),
  }));
  const reports = compile(broken).diagnostics.map((diagnostic) => report(diagnostic));
  expect(reports).toContain(blocks.find(({ value }) => value.includes("unknown-type"))?.value);
});
