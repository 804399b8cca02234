import { formatCode } from "./code.js";
import { formatMarkdown } from "./markdown.js";
import { prettier } from "./prettier.js";

export async function format(path: string, text: string): Promise<string> {
  if (path.endsWith(".md")) return formatMarkdown(text, formatCode);
  return path.endsWith(".ts") ? formatCode(text) : prettier(text, "json");
}
