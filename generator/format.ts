import { format as prettier, type Options } from "prettier";

/** The one style of everything that is generated; written down here, so that no file nearby can change it. */
const STYLE: Options = { printWidth: 100 };

export const format = (path: string, text: string): Promise<string> =>
  prettier(text, { ...STYLE, parser: parserOf(path) });

function parserOf(path: string): NonNullable<Options["parser"]> {
  // Half the work of "typescript", and the same bytes.
  if (path.endsWith(".ts")) return "babel-ts";
  return path.endsWith(".md") ? "markdown" : "json";
}
