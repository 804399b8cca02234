import type { SourceFile } from "../../source.js";
import type { Json } from "../endpoint.js";
import type { Fragment } from "../fragment.js";
import { pathOf, type MergedFile } from "./drafts.js";
import { exampleText } from "./example-text.js";
import { isEqual } from "./yaml/value.js";

/** The page's own JSON. A file that says the same, however it is written, stays. */
export function mergeExamples(
  files: readonly SourceFile[],
  fragments: readonly (readonly [id: string, fragment: Fragment])[],
): readonly MergedFile[] {
  const there = new Map(files.map((file) => [pathOf(file), file.text]));
  return fragments.flatMap(([id, { examples }]) =>
    (["request", "response"] as const).flatMap((part): MergedFile[] => {
      const example = examples[part];
      const path = `examples/${id}.${part}.json`;
      const before = there.get(path);
      if (example === undefined || isEqual(read(before), example)) return [];
      return [{ path, text: exampleText(example), before }];
    }),
  );
}

function read(text: string | undefined): Json | undefined {
  try {
    return JSON.parse(text ?? "") as Json;
  } catch {
    return undefined;
  }
}
