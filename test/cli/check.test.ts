import { appendFileSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, made, small, tree } from "./larkgen.js";

const OUT = "generated/hire";
const ENUMS = "src/enums.ts";
const at = (cwd: string, path: string): string => join(cwd, OUT, path);

const changes: readonly (readonly [what: string, change: (cwd: string) => void, line: string])[] = [
  [
    "a file was edited",
    (cwd) => appendFileSync(at(cwd, ENUMS), "// mine\n"),
    `${ENUMS} was edited by hand`,
  ],
  ["a file was deleted", (cwd) => unlinkSync(at(cwd, ENUMS)), `${ENUMS} is missing`],
  [
    "the manifest was deleted",
    (cwd) => unlinkSync(at(cwd, ".larkgen.json")),
    ".larkgen.json is missing",
  ],
  [
    "the manifest is no JSON",
    (cwd) => writeFileSync(at(cwd, ".larkgen.json"), "{"),
    ".larkgen.json is out of date",
  ],
  [
    "the manifest is empty",
    (cwd) => writeFileSync(at(cwd, ".larkgen.json"), "{}"),
    ".larkgen.json is out of date",
  ],
  [
    "the spec has one comment more",
    (cwd) => appendFileSync(join(cwd, "spec/hire/enums.yaml"), "# why\n"),
    ".larkgen.json is out of date",
  ],
  [
    "the spec has one member more",
    (cwd) =>
      appendFileSync(join(cwd, "spec/hire/enums.yaml"), "      Blue: { value: 2, label: 蓝 }\n"),
    `${ENUMS} is out of date`,
  ],
  [
    "a resource is gone",
    (cwd) => unlinkSync(join(cwd, "spec/hire/resources/cap.yaml")),
    "src/resources/cap.ts is no longer generated",
  ],
];

test.each(changes)("check fails and says so when %s", async (_, change, line) => {
  const cwd = await made();
  change(cwd);
  const before = tree(cwd);
  const { code, stdout, stderr } = await larkgen(cwd, ["check"]);
  expect(code).toBe(1);
  expect(stdout.split("\n")).toContain(`${OUT}/${line}`);
  expect(stderr).toBe(`${OUT} is not what spec/hire gives: run larkgen generate\n`);
  expect(tree(cwd)).toEqual(before);
});

test("check names the file of the spec that has changed, a comment being enough", async () => {
  const cwd = await made();
  appendFileSync(join(cwd, "spec/hire/enums.yaml"), "# a comment\n");
  const { code, stdout } = await larkgen(cwd, ["check"]);
  expect(code).toBe(1);
  expect(stdout.split("\n")[0]).toBe(
    "spec/hire/enums.yaml has changed since the package was generated",
  );
});

test("check says when another version of larkgen made the package", async () => {
  const cwd = await made();
  const manifest = at(cwd, ".larkgen.json");
  const text = readFileSync(manifest, "utf8");
  const other = (JSON.parse(text) as { program: string }).program.replace(/^../u, "zz");
  writeFileSync(manifest, text.replace(/"(inputs|program)": "[^"]*"/gu, `"$1": "${other}"`));
  const { code, stdout, stderr } = await larkgen(cwd, ["check"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: `${OUT}/.larkgen.json is out of date\n` });
  expect(stderr).toBe(
    `${OUT} was made by another version of larkgen, perhaps a newer one than this: build larkgen, or run larkgen generate\n`,
  );
});

test("check says that an earlier run was cut short", async () => {
  const cwd = await made();
  const staging = join(cwd, OUT, ".larkgen-staging");
  mkdirSync(staging);
  writeFileSync(join(staging, "journal.json"), '{"writes":[],"removals":[]}');
  unlinkSync(join(cwd, OUT, "README.md"));
  const { code, stderr } = await larkgen(cwd, ["check"]);
  expect(code).toBe(1);
  expect(stderr).toBe(`${OUT} was left half done by an earlier run: run larkgen generate\n`);
});

test("--json gives the differences as data", async () => {
  const cwd = await made();
  unlinkSync(at(cwd, ENUMS));
  const { code, stdout, stderr } = await larkgen(cwd, ["check", "--json"]);
  expect({ code, data: JSON.parse(stdout), stderr }).toEqual({
    code: 1,
    data: { differences: [{ path: ENUMS, reason: "missing" }], changed: [], diagnostics: [] },
    stderr: "",
  });
});

test("a file of somebody else's is no difference", async () => {
  const cwd = await made();
  writeFileSync(at(cwd, "src/mine.ts"), "");
  expect((await larkgen(cwd, ["check"])).code).toBe(0);
});

test("a package that was never made lists every file", async () => {
  const cwd = small();
  const { code, stdout } = await larkgen(cwd, ["check"]);
  expect(code).toBe(1);
  expect(stdout).toContain(`${OUT}/package.json is missing\n`);
  expect(Object.keys(tree(cwd)).some((path) => path.startsWith("generated"))).toBe(false);
});
