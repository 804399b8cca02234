import { format } from "prettier";
import { expect, test } from "vitest";
import { editorSchema } from "../../generator/lint/grammar.js";

test("the schema for editors is the linter's grammar", async () => {
  const text = await format(JSON.stringify(editorSchema()), { parser: "json", printWidth: 100 });
  await expect(text).toMatchFileSnapshot("../../spec/larkgen.schema.json");
});
