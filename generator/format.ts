import { format as prettier, type Options } from "prettier";

/** The one style of everything that is generated; written down here, so that no file nearby can change it. */
const STYLE: Options = { printWidth: 100 };

export const format = (path: string, text: string): Promise<string> =>
  prettier(text, { ...STYLE, parser: parserOf(path) });

function parserOf(path: string): NonNullable<Options["parser"]> {
  if (path.endsWith(".ts")) return "typescript";
  return path.endsWith(".md") ? "markdown" : "json";
}
