import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, project, REPOSITORY, temporary } from "./larkgen.js";

const COMMANDS = ["generate", "check", "lint", "import", "drift", "openapi", "mock"];

test("--help teaches the commands, with examples and exit codes", async () => {
  const { code, stdout, stderr } = await larkgen(temporary(), ["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("help/larkgen.txt");
});

test.each(COMMANDS)("%s --help says what it does and takes", async (command) => {
  const { code, stdout, stderr } = await larkgen(temporary(), [command, "--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot(`help/${command}.txt`);
});

test("--version is the package's", async () => {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
  const { code, stdout } = await larkgen(temporary(), ["--version"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
});

const wrong: readonly (readonly [args: readonly string[], said: RegExp])[] = [
  [[], /Usage: larkgen/u],
  [["generat"], /unknown command 'generat'[^]*Did you mean generate\?/u],
  [["generate", "--forse"], /unknown option '--forse'[^]*Did you mean --force\?/u],
  [["check", "--spec"], /option '--spec <dir>' argument missing/u],
  [["check", "extra"], /too many arguments/u],
  [["mock", "--port", "many"], /a port is a number from 0 to 65535/u],
  [["mock", "--port", "70000"], /a port is a number from 0 to 65535/u],
  [["generate", "--spec", "none"], /there is no spec folder none: give one with --spec/u],
  [["check", "--spec", "none"], /there is no spec folder none/u],
  [["openapi", "--spec", "none"], /there is no spec folder none/u],
  [["mock", "--spec", "none"], /there is no spec folder none/u],
  [["generate", "--watch", "--spec", "none"], /there is no spec folder none/u],
  [["lint", "--spec", "spec/hire/service.yaml"], /there is no spec folder/u],
  [["lint", "--spec", "."], /has no YAML files/u],
  [["lint", "none.yaml"], /there is no file none\.yaml/u],
  [["lint", "lonely.yaml"], /there is no file/u],
];

test.each(wrong)("%s is wrong usage", async (args, said) => {
  const { code, stdout, stderr } = await larkgen(temporary(), args);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/\n {4}at /u);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

test("a file that no spec holds is wrong usage", async () => {
  const cwd = project();
  const { code, stderr } = await larkgen(cwd, ["lint", "spec/platform/errors.yaml"]);
  expect(stderr).toContain("belongs to no spec");
  expect(code).toBe(2);
  const inside = await larkgen(cwd, ["lint", "spec/platform/errors.yaml", "--spec", "spec/hire"]);
  expect(inside).toEqual({ code: 0, stdout: "", stderr: "no problems\n" });
  const other = await larkgen(cwd, ["lint", "spec/larkgen.schema.json", "--spec", "spec/hire"]);
  expect(other.stderr).toContain("is no file of the spec");
  expect(other.code).toBe(2);
});
