import { Project } from "ts-morph";
import type { ModuleFile } from "./module.js";

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
