import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Parsed } from "../load/parse.js";
import type { Path } from "../source.js";
import { explain, knownKeys, type Issue } from "./explain.js";
import { SpecFile, type SpecText } from "./grammar.js";
import type { Lost } from "./lost.js";
import { isSpoiled, mend } from "./mend.js";
import type { Checked } from "./collect.js";

/** What a file says, as far as it can be told, and everything that breaks the grammar. */
export function checkGrammar(
  parsed: Parsed,
  lost: Lost,
): { readonly checked: Checked | undefined; readonly diagnostics: readonly Diagnostic[] } {
  if (!parsed.isReadable) {
    lost.file();
    return { checked: undefined, diagnostics: parsed.diagnostics };
  }
  if (parsed.isKnown)
    return { checked: { parsed, text: parsed.value as SpecText }, diagnostics: [] };
  const whole = parsed.value ?? {};
  const { data, error } = SpecFile.safeParse(whole, { error: knownKeys });
  const issues = error?.issues ?? [];
  const holes = new Set(parsed.holes.map(keyOf));
  const fresh = issues.filter(({ path }) => !holes.has(keyOf(path as Path)));
  return {
    checked:
      data !== undefined && parsed.holes.length === 0
        ? { parsed, text: data }
        : rest(parsed, whole, issues, lost),
    diagnostics: parsed.diagnostics.concat(explainAll(parsed, fresh)),
  };
}

const keyOf = (path: Path): string => JSON.stringify(path);

function explainAll(parsed: Parsed, issues: readonly Issue[]): readonly Diagnostic[] {
  const slips = new Set<string>();
  return issues
    .toSorted(
      (a, b) => Number(b.code === "unrecognized_keys") - Number(a.code === "unrecognized_keys"),
    )
    .flatMap((issue) => explain(parsed, issue, slips));
}

/** Each pass takes a layer away: what stood inside a missing thing, then what held it. */
const PASSES = 8;

function rest(
  parsed: Parsed,
  whole: unknown,
  found: readonly Issue[],
  lost: Lost,
): Checked | undefined {
  let value = whole;
  let wrong = [...parsed.holes.filter((hole) => isSpoiled(hole, lost)), ...found.flatMap(pathsOf)];
  for (let pass = 0; pass < PASSES; pass++) {
    if (wrong.length > 0) value = mend(value, wrong, lost);
    const result = SpecFile.safeParse(value);
    if (result.success) return { parsed, text: result.data };
    wrong = result.error.issues.flatMap(pathsOf);
  }
  lost.file();
  return undefined;
}

const pathsOf = (issue: Issue): Path[] => {
  const path = issue.path as Path;
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
};
