import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Made on this machine, and not committed. */
const LOCAL = new Set([".git", "node_modules", "dist"]);

function* texts(folder: string): Iterable<readonly [path: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (LOCAL.has(entry.name)) continue;
    if (entry.isDirectory()) yield* texts(path);
    else if (entry.isFile()) yield [path, readFileSync(path, "utf8")];
  }
}

test("no file names a place on the machine that wrote it", () => {
  // A folder of one name only may well be a word that means something else.
  const places = [root.replace(/[/\\]$/u, ""), homedir()].filter(
    (place) => place.split(/[/\\]/u).length > 2,
  );
  const found = [...texts(root)].filter(([, text]) => places.some((place) => text.includes(place)));
  expect(found.map(([path]) => path)).toEqual([]);
});
