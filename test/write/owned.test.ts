import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stamps, temporary, tree } from "../cli/larkgen.js";
import { after, before, differences, lay, put } from "./folder.js";

const withoutManifest = (out: string) => {
  const { ".larkgen.json": manifest, ...rest } = tree(out);
  expect(manifest).toBeDefined();
  return rest;
};

test("what changed is written, what is stale goes with its folder, the rest is not touched", async () => {
  const out = join(temporary(), "out");
  await put(out, before);
  expect(withoutManifest(out)).toEqual(before);
  const stamp = stamps(out)["src/a.ts"];
  await put(out, after);
  expect(withoutManifest(out)).toEqual(after);
  expect(stamps(out)["src/a.ts"]).toBe(stamp);
  expect(existsSync(join(out, "src/gone"))).toBe(false);
  expect(await differences(out, after)).toEqual([]);
});

test("files of somebody else's stay, and so do their folders", async () => {
  const out = temporary();
  const foreign = { "mine.txt": "mine", "src/gone/mine.ts": "mine", "src/mine/x.ts": "mine" };
  lay(out, foreign);
  await put(out, before);
  await put(out, after);
  expect(withoutManifest(out)).toEqual({ ...after, ...foreign });
});

test("the manifest says what is ours: edits and strangers are told apart", async () => {
  const out = temporary();
  lay(out, { "README.md": "a stranger's\n" });
  expect(await differences(out, before)).toContainEqual({ path: "README.md", reason: "foreign" });
  await put(out, before);
  writeFileSync(join(out, "README.md"), "mine now\n");
  writeFileSync(join(out, "src/gone/c.ts"), "mine now\n");
  expect(await differences(out, after)).toEqual(
    expect.arrayContaining([
      { path: "README.md", reason: "edited" },
      { path: "src/deep/b.ts", reason: "outdated" },
      { path: "src/fresh/d.ts", reason: "missing" },
      { path: "src/gone/c.ts", reason: "edited" },
    ]),
  );
});

test("a file of ours that a line-end converter has touched is still ours", async () => {
  const out = temporary();
  await put(out, before);
  writeFileSync(join(out, "README.md"), "old\r\n");
  expect(await differences(out, before)).toEqual([]);
});

test("a folder where a file must go is refused, and nothing is written", async () => {
  const out = temporary();
  await put(out, before);
  rmSync(join(out, "README.md"));
  mkdirSync(join(out, "README.md"));
  lay(out, { "README.md/mine.txt": "mine" });
  const found = tree(out);
  await expect(put(out, after)).rejects.toThrow(/README\.md is a folder where a file must go/u);
  expect(tree(out)).toEqual(found);
});

test("a file where a folder must go is refused, and nothing is written", async () => {
  const out = temporary();
  lay(out, { src: "mine" });
  await expect(put(out, before)).rejects.toThrow(/src is no folder: nothing is written/u);
  expect(tree(out)).toEqual({ src: "mine" });
});

test("an output folder that is a file is refused", async () => {
  const folder = temporary();
  lay(folder, { out: "mine" });
  await expect(put(join(folder, "out"), before)).rejects.toThrow(/out is no folder/u);
  expect(tree(folder)).toEqual({ out: "mine" });
});
