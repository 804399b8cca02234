import type { ExportDeclarationStructure } from "ts-morph";
import { kind } from "./kinds.js";
import type { Module } from "./module.js";

/** `export { a, b } from "…"` */
export const exported = (
  module: Module,
  from: string,
  names: readonly string[],
  isTypeOnly: boolean,
): ExportDeclarationStructure => ({
  kind: kind.exportDeclaration,
  isTypeOnly,
  moduleSpecifier: module.specifier(from),
  namedExports: names.map((name) => ({ name })),
});
