import {
  readSources,
  type Source,
  type SourceOptions,
} from "../../../generator/import/source/read.js";

export async function all(
  pages: readonly string[],
  options: Partial<SourceOptions> = {},
): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for await (const source of readSources(pages, options)) sources.push(source);
  return sources;
}

/** Texts of pages, and problems of the others. */
export async function told(
  pages: readonly string[],
  options: Partial<SourceOptions> = {},
): Promise<readonly string[]> {
  return (await all(pages, options)).map(({ file, problem }) => file?.text ?? problem ?? "");
}
