import { Project } from "ts-morph";
import { expect, test } from "vitest";
import { emit } from "../../generator/emit/emit.js";
import { printer } from "../../generator/emit/print.js";
import { everything, hire } from "../fixtures/package.js";

test("modules are printed as ts-morph's public way prints them", async () => {
  const project = new Project({ useInMemoryFileSystem: true });
  const print = printer();
  for (const draft of [...emit(await everything()), ...emit(await hire())]) {
    const module = draft.make();
    const file = project.createSourceFile(module.path, { statements: [...module.statements] });
    expect(print(module)).toBe(`${module.header}\n\n${file.getFullText()}`);
    file.forget();
  }
});
