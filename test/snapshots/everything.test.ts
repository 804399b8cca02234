import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { at } from "../fixtures/at.js";
import { everything, isRuntime, packageOf } from "../fixtures/package.js";
import { openWorkshop } from "../fixtures/workshop.js";

// What larkgen writes for the whole grammar. `npx vitest run test/snapshots -u` takes what it
// writes now for right; read the difference before you commit it.
const files = await packageOf(await everything());
const written = [...files].filter(([path]) => !isRuntime(path));

const snapshot = (path: string): string => at(join("../snapshots/__snapshots__/everything", path));

test.for(written)("every part of the grammar: %s", async ([path, text]) => {
  await expect(text).toMatchFileSnapshot(snapshot(path));
});

test("no snapshot is left of a file that is not written any more", async () => {
  const kept = await readdir(snapshot("."), { recursive: true, withFileTypes: true });
  const paths = kept
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(paths.sort()).toEqual(written.map(([path]) => snapshot(path)).sort());
});

test("all of it compiles under the strictest settings", async () => {
  const workshop = await openWorkshop(new Map([["everything", files]]));
  await workshop.close();
  expect(workshop.problems).toEqual([]);
});
