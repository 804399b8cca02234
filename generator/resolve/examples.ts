import type { ExampleFile } from "../lint/example-file.js";
import type { Spec } from "../lint/spec.js";
import { isList, isObject } from "../model/json.js";
import type { Json } from "../model/model.js";

/** The page's example of an operation, if it has one that people can follow. */
export type Examples = (operation: string, part: "request" | "response") => Json | undefined;

/**
 * What contradicts its page's tables is left out, since nobody should follow it: the part that an
 * exception speaks of, or all of the example.
 */
export function followable(files: readonly ExampleFile[], { exceptions }: Spec): Examples {
  const found = new Map<string, Json>();
  for (const { operation, part, value } of files) {
    if (value === undefined) continue;
    const excused = exceptions.flatMap(({ value: { operation: of, at } }) => {
      const [head, half, ...path] = at.split(".");
      return of === operation && head === "example" && half === part ? [path] : [];
    });
    const paths = part === "request" ? excused : excused.map((path) => dataPath(path));
    // What JSON.parse returns is JSON.
    const rest = without(value as Json, paths);
    if (rest !== undefined) found.set(`${operation}.${part}`, rest);
  }
  return (operation, part) => found.get(`${operation}.${part}`);
}

/** Exceptions speak of what the envelope carries. */
const dataPath = (path: readonly string[]) => (path.length === 0 ? path : ["data", ...path]);

/** A value without what stands at some paths. */
function without(value: Json, paths: readonly (readonly string[])[]): Json | undefined {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (paths.length === 0) return value;
  const kept = (name: string, inner: Json): readonly Json[] => {
    const inside = paths.flatMap(([first, ...rest]) => (first === name ? [rest] : []));
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
