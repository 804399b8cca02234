import { readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { diagnosticText } from "../../generator/commands/diagnostics.js";
import { compile } from "../../generator/compile.js";
import { readSpec } from "../../generator/load/read.js";
import pc from "picocolors";

const folder = fileURLToPath(new URL("broken", import.meta.url));

/** What a person reads after a slip of the pen, to the character. */
test.each(readdirSync(folder))("%s", async (name) => {
  const root = resolve(folder, name);
  const files = await readSpec(root);
  const local = files.map((file) => ({ ...file, path: relative(root, resolve(file.path)) }));
  const { model, diagnostics } = compile(local);
  expect(model).toBeUndefined();
  const text = diagnosticText(diagnostics, pc.createColors(false));
  await expect(`${text}\n`).toMatchFileSnapshot(`broken/${name}/report.txt`);
});

test("there are ten of them", () => {
  expect(readdirSync(folder)).toHaveLength(10);
});
