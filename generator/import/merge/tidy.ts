import type { MergedFile } from "./drafts.js";

/** What people wrote in the common style stays in it; what we print wholly ourselves is in it. */
export async function tidy(file: MergedFile): Promise<MergedFile> {
  const { path, text, before } = file;
  if (before === undefined || path.endsWith(".json")) return file;
  // Mostly nothing is left to do, and the formatter takes long to load.
  const { check, format } = await import("prettier");
  const style = { printWidth: 100, parser: "yaml" };
  try {
    return (await check(before, style)) ? { ...file, text: await format(text, style) } : file;
  } catch {
    // What the formatter cannot read is no less right for that.
    return file;
  }
}
