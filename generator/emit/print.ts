import { createRequire } from "node:module";
import type { ModuleFile } from "./module.js";

// `import` would scan nine megabytes for names that it could export.
const { Project } = createRequire(import.meta.url)("ts-morph") as typeof import("ts-morph");

/** Writes modules down: each in one go, none touched again. */
export function printer(): (module: ModuleFile) => string {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  return ({ path, header, statements }) => {
    const file = project.createSourceFile(path, { statements: [...statements] });
    const text = file.getFullText();
    file.forget();
    return `${header}\n\n${text}`;
  };
}
