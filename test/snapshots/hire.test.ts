import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { at } from "../fixtures/at.js";
import { hire, packageOf } from "../fixtures/package.js";

// The package that larkgen ships is its own snapshot. `npx larkgen generate` updates it, and
// nothing else does.
const files = await packageOf(await hire());
const folder = at("../../generated/hire");

test.for([...files])("generated/hire has what its spec says: %s", async ([path, text]) => {
  expect(text).toBe(await readFile(join(folder, path), "utf8"));
});

test("generated/hire/src has no other modules", async () => {
  const kept = await readdir(join(folder, "src"), { recursive: true, withFileTypes: true });
  const paths = kept
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const wanted = [...files.keys()].filter((path) => path.startsWith("src/"));
  expect(paths.sort()).toEqual(wanted.map((path) => join(folder, path)).sort());
});
