import type { ExceptionSpec } from "../../lint/grammar.js";
import type { Entry } from "../../lint/spec.js";
import type { SourceFile } from "../../source.js";
import type { Json } from "../endpoint.js";
import { isWithin } from "../exceptions.js";
import type { Fragment } from "../fragment.js";
import { pathOf, type MergedFile } from "./drafts.js";
import { exampleText } from "./example-text.js";
import { isEqual } from "./yaml/value.js";

interface Around {
  readonly exceptions: readonly Entry<ExceptionSpec>[];
  /** Takes what becomes of examples that people changed, a line each. */
  readonly notes: string[];
}

/**
 * The page's own JSON. A file that says the same, however it is written, stays, and so does one of
 * which an exception speaks.
 */
export function mergeExamples(
  files: readonly SourceFile[],
  fragments: readonly (readonly [id: string, fragment: Fragment])[],
  { exceptions, notes }: Around,
): readonly MergedFile[] {
  const there = new Map(files.map((file) => [pathOf(file), file.text]));
  const merged: MergedFile[] = [];
  for (const [id, { examples }] of fragments) {
    for (const part of ["request", "response"] as const) {
      const example = examples[part];
      const path = `examples/${id}.${part}.json`;
      const before = there.get(path);
      if (example === undefined || isEqual(read(before), example)) continue;
      const keeping = exceptions.find(({ value }) => value.operation === id && speaks(value, part));
      if (before !== undefined && keeping !== undefined) {
        const file = pathOf(keeping.site.parsed.file);
        notes.push(`${path} differs from the page's and stays: ${file} has ${keeping.value.at}`);
        continue;
      }
      if (before !== undefined) notes.push(`${path} is the page's again`);
      merged.push({ path, text: exampleText(example), before });
    }
  }
  return merged;
}

/** Whether an exception is about an example, or about something in it. */
const speaks = ({ at }: ExceptionSpec, part: "request" | "response"): boolean =>
  at === "example" || isWithin(at, `example.${part}`);

function read(text: string | undefined): Json | undefined {
  try {
    return JSON.parse(text ?? "") as Json;
  } catch {
    return undefined;
  }
}
