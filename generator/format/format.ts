import { format as prettier, type Options } from "prettier";
import { formatMarkdown } from "./markdown.js";

/** The one style of everything that is generated; written down here, so that no file nearby can change it. */
const STYLE: Options = { printWidth: 100 };

export async function format(path: string, text: string): Promise<string> {
  if (path.endsWith(".md")) return formatMarkdown(text, formatCode);
  return path.endsWith(".ts") ? formatCode(text) : prettier(text, { ...STYLE, parser: "json" });
}

/** Half the work of the parser "typescript", and the same bytes. */
const formatCode = (text: string): Promise<string> =>
  prettier(text, { ...STYLE, parser: "babel-ts" });
