import { parse } from "../../../load/parse.js";
import type { Location, SourceFile } from "../../../source.js";

/** Some messages of the JSON reader say where; for the others the YAML reader may know. */
export function syntaxAt(
  file: SourceFile,
  error: unknown,
): { readonly at: Location; readonly reason: string } {
  const message = error instanceof Error ? error.message : "";
  const position = / at position ([0-9]+)/u.exec(message)?.[1];
  const start = Math.min(
    Number(position ?? parse(file).diagnostics[0]?.at.start ?? 0),
    Math.max(0, file.text.trimEnd().length - 1),
  );
  const words = message.replace(/(?: in JSON)? at position[^]*$|, (?:\.\.\.)?"[^]*$/u, "");
  const reason = words.charAt(0).toLowerCase() + words.slice(1);
  return { at: { file, start, end: start + 1 }, reason };
}
