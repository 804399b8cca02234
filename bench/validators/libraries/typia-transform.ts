import ts from "typescript";
import { transform } from "typia/lib/transform";

/** Compiles the files into a folder with typia's transform, through the compiler's own interface for transformers. */
export function transformTypia(paths: readonly string[], outDir: string): void {
  const program = ts.createProgram(paths, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    outDir,
    skipLibCheck: true,
    types: [],
  });
  const diagnostics: ts.Diagnostic[] = [];
  const addDiagnostic = (diagnostic: ts.Diagnostic) => diagnostics.push(diagnostic);
  const before = [transform(program, undefined, { addDiagnostic })];
  diagnostics.push(...program.emit(undefined, undefined, undefined, false, { before }).diagnostics);
  if (diagnostics.length > 0)
    throw new Error(
      diagnostics
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
        .join("\n"),
    );
}
