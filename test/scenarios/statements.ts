import { ts } from "ts-morph";

/** A statement as it is written, with the comments before it and without them. */
export interface Statement {
  readonly full: string;
  readonly bare: string;
  /** What finds the statement again when its text has changed. */
  readonly key: string;
}

/** The statements of a module. */
export function statementsOf(text: string): Statement[] {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  return file.statements.map((statement) => ({
    // Comments that are no doc comments belong to the file.
    full: text.slice(statement.getStart(file, true), statement.end),
    bare: statement.getText(),
    key: `${ts.SyntaxKind[statement.kind]} ${nameOf(statement)}`,
  }));
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText()).join();
  }
  if (ts.isImportDeclaration(statement)) return statement.moduleSpecifier.getText();
  if (ts.isExportDeclaration(statement)) {
    return `${statement.moduleSpecifier?.getText()} ${statement.isTypeOnly}`;
  }
  const { name } = statement as { readonly name?: ts.Node };
  return name?.getText() ?? statement.getText();
}
