import type { ExampleFile } from "../lint/example-file.js";
import { exampleMisfits } from "../lint/rules/examples.js";
import type { OperationEntry, Spec } from "../lint/spec.js";
import { isList, isObject } from "../model/json.js";
import type { Json } from "../model/model.js";
import type { Key } from "../source.js";

/** The page's example of an operation, if it has one that people can follow. */
export type Examples = (operation: string, part: ExampleFile["part"]) => Json | undefined;

/** Examples without the parts that contradict their page's tables: nobody should follow those. */
export function followable(files: readonly ExampleFile[], spec: Spec): Examples {
  const entries = [...spec.resources.values()].flatMap(({ operations }) => operations);
  const operations = new Map(entries.map((entry) => [entry.id, entry]));
  const excused = new Set(spec.exceptions.map(({ name }) => name));
  const found = new Map<string, Json>();
  for (const { operation, part, value } of files) {
    // What JSON.parse returns is JSON.
    const json = value as Json | undefined;
    const entry = excused.has(operation) ? operations.get(operation) : undefined;
    const rest = json === undefined || !entry ? json : fitting(spec, entry, part, json);
    if (rest !== undefined) found.set(`${operation}.${part}`, rest);
  }
  return (operation, part) => found.get(`${operation}.${part}`);
}

/** What fits of an example, unless something necessary is not among it. */
function fitting(
  spec: Spec,
  { value: operation }: OperationEntry,
  part: ExampleFile["part"],
  example: Json,
): Json | undefined {
  const misfits = (value: Json) => exampleMisfits(spec, operation, part, value);
  const wrong = misfits(example).map(({ path }) => (part === "request" ? path : ["data", ...path]));
  const rest = without(example, wrong);
  return rest !== undefined && misfits(rest).length === 0 ? rest : undefined;
}

/** A value without what stands at some paths. */
function without(value: Json, paths: readonly (readonly Key[])[]): Json | undefined {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (paths.length === 0) return value;
  const kept = (name: string, inner: Json): readonly Json[] => {
    const inside = paths.flatMap(([first, ...rest]) => (String(first) === name ? [rest] : []));
    const rest = without(inner, inside);
    return rest === undefined ? [] : [rest];
  };
  if (isList(value)) return value.map((item, i) => kept(String(i), item)).flat();
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      kept(name, inner).map((rest) => [name, rest] as const),
    ),
  );
}
