import type { StructureKind } from "ts-morph";

/**
 * The kinds of ts-morph's structures as plain values, checked by the compiler: building structures
 * must not load the library, which costs more than everything else when nothing is to be printed.
 */
export const kind: {
  readonly exportDeclaration: StructureKind.ExportDeclaration;
  readonly exportSpecifier: StructureKind.ExportSpecifier;
  readonly function: StructureKind.Function;
  readonly importDeclaration: StructureKind.ImportDeclaration;
  readonly interface: StructureKind.Interface;
  readonly typeAlias: StructureKind.TypeAlias;
  readonly variableStatement: StructureKind.VariableStatement;
} = {
  exportDeclaration: 11,
  exportSpecifier: 12,
  function: 13,
  importDeclaration: 16,
  interface: 19,
  typeAlias: 38,
  variableStatement: 41,
};
