import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, made, project, small, stamps, tree } from "./larkgen.js";

const OUT = "generated/hire";

test("generate writes what is committed, check finds nothing, and a second run writes nothing", async () => {
  const cwd = project();
  const first = await larkgen(cwd, ["generate"]);
  expect(first).toEqual({
    code: 0,
    stdout: "",
    stderr: expect.stringMatching(/ written, 0 unch/u),
  });
  const before = stamps(join(cwd, OUT));
  const second = await larkgen(cwd, ["generate"]);
  expect(second.stderr).toMatch(/^generated\/hire: nothing to do, [0-9]+ files are up to date\n$/u);
  expect(stamps(join(cwd, OUT))).toEqual(before);
  const check = await larkgen(cwd, ["check"]);
  expect(check).toEqual({ code: 0, stdout: "", stderr: "generated/hire is up to date\n" });
});

test("in a fresh clone there is nothing to do either, whatever the times of its files", async () => {
  const clone = await made();
  const before = stamps(join(clone, OUT));
  expect((await larkgen(clone, ["check"])).code).toBe(0);
  expect((await larkgen(clone, ["generate"])).stderr).toContain("nothing to do");
  expect(stamps(join(clone, OUT))).toEqual(before);
});

test("a change of one resource rewrites its files only, to what a cold run gives", async () => {
  const cwd = await made();
  const before = stamps(join(cwd, OUT));
  appendFileSync(
    join(cwd, "spec/hire/resources/pen.yaml"),
    "      size: { type: int, label: 大小 }\n",
  );
  await larkgen(cwd, ["generate"]);
  const after = stamps(join(cwd, OUT));
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.length).toBeGreaterThan(2);
  const others = changed.filter((path) => !/(?:^|[/])pen\./u.test(path));
  expect(others).toEqual([".larkgen.json"]);

  await larkgen(cwd, ["generate", "--out", "cold"]);
  expect(tree(join(cwd, OUT))).toEqual(tree(join(cwd, "cold")));
});

test("what the spec says is remembered in a project's node_modules, and may be forgotten", async () => {
  const cwd = await made();
  writeFileSync(join(cwd, "package.json"), "{}");
  const resource = join(cwd, "spec/hire/resources/pen.yaml");
  const cache = join(cwd, "node_modules/.cache/larkgen/hire.json");
  const rename = async (label: string): Promise<string> => {
    writeFileSync(
      resource,
      readFileSync(resource, "utf8").replace(/label: 笔.*/u, `label: ${label}`),
    );
    await larkgen(cwd, ["generate"]);
    return tree(join(cwd, OUT))["README.md"] ?? "";
  };
  expect(await rename("笔一")).toContain("帽");
  // What it remembers is what it goes by.
  writeFileSync(cache, readFileSync(cache, "utf8").replace('"帽"', '"鞋"'));
  expect(await rename("笔二")).toContain("鞋");
  rmSync(join(cwd, "node_modules"), { recursive: true });
  const forgotten = await rename("笔三");
  expect(forgotten).toContain("帽");
  expect(forgotten).not.toContain("鞋");
});

test("a spec with errors leaves the package as it was", async () => {
  const cwd = await made();
  const before = stamps(join(cwd, OUT));
  appendFileSync(join(cwd, "spec/hire/enums.yaml"), "lable: x\n");
  for (const command of ["generate", "check"]) {
    const { code, stdout, stderr } = await larkgen(cwd, [command]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain('"lable" is not a key of a spec file');
    expect(stderr).toContain("1 error: nothing was written");
    expect(stderr).not.toMatch(/\n {4}at /u);
    const json = await larkgen(cwd, [command, "--json"]);
    expect({ ...json, stdout: JSON.parse(json.stdout).diagnostics.length }).toEqual({
      code: 1,
      stdout: 1,
      stderr: "",
    });
  }
  expect(stamps(join(cwd, OUT))).toEqual(before);
});

test("a broken spec makes no folder", async () => {
  const cwd = small();
  writeFileSync(join(cwd, "spec/hire/enums.yaml"), "a: [");
  expect((await larkgen(cwd, ["generate"])).code).toBe(1);
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

test("--json says what was written, removed and left", async () => {
  const cwd = small();
  const first = await larkgen(cwd, ["generate", "--json"]);
  expect(first.stderr).toBe("");
  const { written, removed, unchanged, diagnostics } = JSON.parse(first.stdout);
  expect(written).toEqual(
    expect.arrayContaining([".larkgen.json", "package.json", "src/index.ts"]),
  );
  expect({ removed, unchanged, diagnostics }).toEqual({
    removed: [],
    unchanged: 0,
    diagnostics: [],
  });
  const second = await larkgen(cwd, ["generate", "--json"]);
  expect(JSON.parse(second.stdout)).toEqual({
    written: [],
    removed: [],
    unchanged: written.length,
    diagnostics: [],
  });
  const check = await larkgen(cwd, ["check", "--json"]);
  expect(JSON.parse(check.stdout)).toEqual({ differences: [], changed: [], diagnostics: [] });
});

/** What does most of the work is also slow to load: seconds, in a run with nothing to do. */
test("a run with nothing to do, and --help, load no heavy library", async () => {
  const cwd = await made();
  const log = join(cwd, "loaded.txt");
  const script = join(import.meta.dirname, "loaded.mjs");
  for (const args of [["generate"], ["check"], ["--help"], ["generate", "--help"]]) {
    writeFileSync(log, "");
    const around = { node: ["--import", script], env: { LOADED: log } };
    expect((await larkgen(cwd, args, around)).code).toBe(0);
    const loaded = readFileSync(log, "utf8");
    expect(loaded).toContain("/commander/");
    expect(loaded).not.toMatch(
      /\/node_modules\/(?:ts-morph|@ts-morph|prettier|zod|yaml|ajv|hono|handlebars|chokidar)\//u,
    );
  }
});
