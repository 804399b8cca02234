import { readFile } from "node:fs/promises";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { compile } from "../../generator/compile.js";
import { report } from "../../generator/diagnostics/report.js";
import { readSpec } from "../../generator/load/read.js";
import lock from "../../bench/package-lock.json" with { type: "json" };

const readme = await readFile("README.md", "utf8");
const blocks = fromMarkdown(readme).children.flatMap((node) =>
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

// Others have other figures: whoever installs them runs the benchmarks again.
test("the peers that the README compares with are of the versions that it names", () => {
  const [, peers = ""] = /^.* Peers: (.*)\.$/mu.exec(readme) ?? [];
  const locked = Object.entries(lock.packages).map(([path, entry]) => {
    const name = path.replace("node_modules/", "");
    const [major, minor] = "version" in entry ? entry.version.split(".") : [];
    return `${NAMES[name] ?? name} ${major}.${minor}`;
  });
  expect(locked).toEqual(expect.arrayContaining(peers.split(", ")));
});

/** What people call them. */
const NAMES: Readonly<Record<string, string>> = {
  "@hey-api/openapi-ts": "hey-api",
  "@kubb/cli": "kubb",
  "@larksuiteoapi/node-sdk": "vendor's SDK",
  typebox: "TypeBox",
};
