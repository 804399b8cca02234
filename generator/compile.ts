import { sortDiagnostics, type Diagnostic } from "./diagnostics/diagnostic.js";
import { lint } from "./lint/lint.js";
import { readExample } from "./lint/example-file.js";
import { checkIdentifiers } from "./lint/identifiers.js";
import { parse, type Parsed } from "./load/parse.js";
import type { SourceFile } from "./source.js";
import type { Model } from "./model/model.js";
import { resolve } from "./resolve/resolve.js";

export interface Compiled {
  /** Missing when a diagnostic is an error. */
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** load → lint → resolve: the texts of a spec become a model, or a list of what is wrong. */
export function compile(
  files: readonly SourceFile[],
  parsing: (file: SourceFile) => Parsed = parse,
): Compiled {
  const parsed = files.filter(({ name }) => !name.endsWith(".json")).map(parsing);
  const examples = files.filter(({ name }) => name.endsWith(".json")).map(readExample);
  const { spec, diagnostics } = lint(parsed, examples);
  if (diagnostics.some(({ severity }) => severity === "error")) {
    return { model: undefined, diagnostics };
  }
  const model = resolve(spec, examples);
  const taken = checkIdentifiers(spec, model);
  return taken.length > 0
    ? { model: undefined, diagnostics: sortDiagnostics([...diagnostics, ...taken]) }
    : { model, diagnostics };
}
