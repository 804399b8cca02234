import { lstatSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, small, temporary, tree } from "../cli/larkgen.js";
import { MANIFEST } from "../../generator/write/manifest.js";
import { recover } from "../../generator/write/write.js";
import { after, before, lay, link, put } from "./folder.js";

/** A folder beside the output that must never be written to. */
async function around() {
  const folder = temporary();
  const [out, outside] = [join(folder, "out"), join(folder, "outside")];
  await put(out, before);
  const precious = { "README.md": "precious", "a.ts": "a1\n", "deep/b.ts": "precious" };
  lay(outside, precious);
  return { out, outside, precious };
}

test.each(["src", "src/deep", ".larkgen-staging"])("a link at %s is refused", async (path) => {
  const { out, outside, precious } = await around();
  rmSync(join(out, path), { recursive: true, force: true });
  link(outside, join(out, path));
  await expect(put(out, after)).rejects.toThrow(/is a link: nothing is written through it/u);
  expect(tree(outside)).toEqual(precious);
});

test.each([
  // What the second leads to has the very text that is wanted.
  { "README.md": "README.md", "src/a.ts": "a.ts" },
  { "README.md": "README.md", [MANIFEST]: "deep/b.ts" },
])("links in the place of files are replaced, and what they lead to stays: %o", async (links) => {
  const { out, outside, precious } = await around();
  for (const [path, target] of Object.entries(links)) {
    rmSync(join(out, path));
    link(join(outside, target), join(out, path));
  }
  await put(out, after);
  expect(tree(outside)).toEqual(precious);
  for (const path of Object.keys(links)) expect(lstatSync(join(out, path)).isFile()).toBe(true);
  expect(tree(out)).toMatchObject(after);
});

test("a stale link is removed, and not what it leads to", async () => {
  const { out, outside, precious } = await around();
  rmSync(join(out, "src/gone/c.ts"));
  link(join(outside, "a.ts"), join(out, "src/gone/c.ts"));
  await put(out, after);
  expect(tree(outside)).toEqual(precious);
  expect(tree(out)["src/gone/c.ts"]).toBeUndefined();
});

test.each(["out", "out/", "./out/.", "out//"])(
  "an output folder %s that is a link is refused",
  async (out) => {
    const cwd = small();
    const outside = temporary();
    link(outside, join(cwd, "out"));
    const { code, stderr } = await larkgen(cwd, ["generate", "--out", out]);
    expect(stderr).toContain("out is a link: nothing is written through it");
    expect({ code, outside: tree(outside) }).toEqual({ code: 1, outside: {} });
  },
);

const WAYS = [
  "../outside/a.ts",
  "src/../../outside/a.ts",
  "..",
  ".",
  "",
  "C:\\a",
  "src\\a",
  "src//a.ts",
  "a\u0000b",
];

test.each([...WAYS, "absolute"])("a manifest that claims %j is not believed", async (way) => {
  const { out, outside, precious } = await around();
  const path = way === "absolute" ? join(outside, "a.ts") : way;
  const files = { ...before, [path]: "0" };
  lay(out, { [MANIFEST]: JSON.stringify({ inputs: "x", program: "", files, sources: {} }) });
  await put(out, after);
  expect(tree(outside)).toEqual(precious);
  // Nothing in it is believed: what it called ours has become a stranger's.
  expect(tree(out)["src/gone/c.ts"]).toBe("c1\n");
});

test.each([...WAYS, "absolute"])("a journal that speaks of %j is not followed", async (way) => {
  for (const key of ["writes", "removals"]) {
    const { out, outside, precious } = await around();
    const path = way === "absolute" ? join(outside, "a.ts") : way;
    const journal = { writes: [], removals: [], [key]: ["README.md", path] };
    lay(out, { ".larkgen-staging/journal.json": JSON.stringify(journal) });
    await put(out, before);
    expect(tree(outside)).toEqual(precious);
    expect(tree(out)).toMatchObject(before);
    expect(tree(out)[".larkgen-staging/journal.json"]).toBeUndefined();
  }
});

test.each([
  "{",
  "null",
  "[]",
  '"x"',
  '{"writes":1}',
  '{"__proto__":{"writes":[],"removals":["README.md"]}}',
])("a manifest or journal that is %s is none", async (text) => {
  const { out } = await around();
  lay(out, { [MANIFEST]: text, ".larkgen-staging/journal.json": text });
  await put(out, before);
  expect(tree(out)).toMatchObject(before);
  expect(tree(out)[".larkgen-staging/journal.json"]).toBeUndefined();
});

test("a manifest with __proto__ pollutes nothing", async () => {
  const { out } = await around();
  const text =
    '{"inputs":"x","program":"","files":{"__proto__":"0","constructor":"0"},"sources":{}}';
  lay(out, { [MANIFEST]: text });
  await put(out, before);
  expect(tree(out)).toMatchObject(before);
  expect(Object.hasOwn(Object.prototype, "files")).toBe(false);
});

test("a journal whose way has become a link is not followed out of the folder", async () => {
  const { out, outside, precious } = await around();
  rmSync(join(out, "src/deep"), { recursive: true });
  link(outside, join(out, "src/deep"));
  const journal = { writes: ["src/deep/b.ts"], removals: ["src/deep/a.ts"] };
  lay(out, {
    ".larkgen-staging/journal.json": JSON.stringify(journal),
    ".larkgen-staging/src/deep/b.ts": "bad",
  });
  await expect(put(out, after)).rejects.toThrow(/is a link/u);
  expect(tree(outside)).toEqual({ ...precious });
});

test("what somebody wrote after a run was cut short stays", async () => {
  const { out } = await around();
  await put(out, before);
  const journal = { writes: ["src/deep/a.ts"], removals: ["notes.txt", "README.md"] };
  lay(out, {
    "notes.txt": "mine",
    "src/deep/a.ts": "edited since",
    ".larkgen-staging/journal.json": JSON.stringify(journal),
    ".larkgen-staging/src/deep/a.ts": "of the run that was cut short",
  });
  await recover(out);
  expect(tree(out)).toMatchObject({ "notes.txt": "mine", "src/deep/a.ts": "edited since" });
  // The README was still as an earlier run had written it: that one is ours to remove.
  expect(tree(out)["README.md"]).toBeUndefined();
});
