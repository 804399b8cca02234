import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { parse, type Parsed } from "../load/parse.js";
import type { SourceFile } from "../source.js";
import type { Fragment } from "./fragment.js";

/** The fragments that errors of a merged spec come from, with one error of each; all if none can be told. */
export function culprits(
  errors: readonly Diagnostic[],
  fragments: readonly Fragment[],
  files: readonly SourceFile[],
): ReadonlyMap<Fragment, Diagnostic> {
  const parsed = new Map(
    files.filter(({ name }) => !name.endsWith(".json")).map((file) => [file, file]),
  );
  const read = new Map<SourceFile, Parsed>();
  const guilty = new Map<Fragment, Diagnostic>();
  for (const error of errors) {
    const { file } = error.at;
    const source = parsed.get(file);
    if (source !== undefined && !read.has(source)) read.set(source, parse(source));
    for (const fragment of fragments)
      if (!guilty.has(fragment) && isFrom(error, fragment, read.get(file)))
        guilty.set(fragment, error);
  }
  const [first] = errors;
  if (guilty.size === 0 && first !== undefined)
    for (const fragment of fragments) guilty.set(fragment, first);
  return guilty;
}

function isFrom({ at }: Diagnostic, fragment: Fragment, parsed: Parsed | undefined): boolean {
  const id = `${fragment.resource}.${fragment.action}`;
  if (parsed === undefined) return at.file.name.includes(`/${id}.re`);
  const isWithin = (...path: readonly string[]) => {
    const [key, value] = [parsed.locate(path, "key"), parsed.locate(path)];
    return key.start > 0 && at.start >= key.start && at.start < Math.max(key.end, value.end);
  };
  // The file's whole value is where what is not there would be: only what is there counts.
  const has = (section: string, name: string) => hasOwn(parsed.value, section, name);
  if (has("operations", fragment.action) && hasResource(parsed.value, fragment.resource))
    if (isWithin("operations", fragment.action)) return true;
  return (["types", "enums", "errors"] as const).some((section) =>
    Object.keys(fragment[section]).some((name) => has(section, name) && isWithin(section, name)),
  );
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function hasOwn(value: unknown, section: string, name: string): boolean {
  const inner = isTree(value) && Object.hasOwn(value, section) ? value[section] : undefined;
  return isTree(inner) && Object.hasOwn(inner, name);
}

const hasResource = (value: unknown, resource: string): boolean =>
  isTree(value) && value["resource"] === resource;
