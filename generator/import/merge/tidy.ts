import { check, format, type Options } from "prettier";
import type { MergedFile } from "./drafts.js";

const STYLE: Options = { printWidth: 100 };

/** New files, and those that were in the common style, are in it; others stay as they are written. */
export async function tidy(file: MergedFile): Promise<MergedFile> {
  const { path, text, before } = file;
  const style = { ...STYLE, parser: path.endsWith(".json") ? "json" : "yaml" };
  try {
    if (before !== undefined && !(await check(before, style))) return file;
    return { ...file, text: await format(text, style) };
  } catch {
    // What the formatter cannot read is no less right for that.
    return file;
  }
}
