import { createRequire } from "node:module";
import type { CodeBlockWriter, Project, SourceFileStructure } from "ts-morph";
import type { ModuleFile } from "./module.js";

// `import` would scan nine megabytes for names that it could export.
const morph = createRequire(import.meta.url)("ts-morph") as typeof import("ts-morph");

/** Writes modules down: each in one go, none touched again. */
export function printer(): (module: ModuleFile) => string {
  const project = new morph.Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const { _context: context } = project as ProjectInside;
  const structures = context.structurePrinterFactory.forSourceFile({ isAmbient: false });
  return ({ header, statements }) => {
    const writer = context.createWriter();
    structures.printText(writer, { statements: [...statements] });
    return `${header}\n\n${writer.toString()}`;
  };
}

/**
 * What `createSourceFile` prints with, before it parses the text again for a tree that nobody here
 * asks for: a quarter of a run. It is not in ts-morph's types, hence the exact version in
 * package.json; a test compares both.
 */
type ProjectInside = Project & {
  readonly _context: {
    createWriter(): CodeBlockWriter;
    readonly structurePrinterFactory: {
      forSourceFile(options: { readonly isAmbient: boolean }): {
        printText(writer: CodeBlockWriter, structure: Printed): void;
      };
    };
  };
};

type Printed = Pick<SourceFileStructure, "statements">;
