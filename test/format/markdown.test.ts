import { expect, test } from "vitest";
import type { Model } from "../../generator/model/model.js";
import { everything, hire, packageOf } from "../fixtures/package.js";
import { unformatted } from "../fixtures/pages.js";

// Our Markdown has prettier's shape without being formatted by it; here is the proof, and for
// hostile texts in test/hostile.
const models: readonly (readonly [string, Model])[] = [
  ["hire", await hire()],
  ["everything", await everything()],
];

test.each(models)("prettier would change no page of %s", { timeout: 120_000 }, async (_, model) => {
  expect(await unformatted(await packageOf(model), ".md")).toEqual([]);
});
