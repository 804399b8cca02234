import type { Field } from "../endpoint.js";
import type { Around } from "./around.js";
import type { Context } from "./context.js";

/** What the input calls a field: its name, unless an earlier part has a field of that name. */
export function propertyOf(
  context: Context,
  { name, at }: Pick<Field, "name" | "at">,
  { part, taken, depth, known }: Around,
): string {
  if (depth > 0 || part === "response") return name;
  const own = known?.get(name)?.as;
  if (own !== undefined) return own;
  if (!taken.has(name)) return name;
  const words = name.replace(/[^A-Za-z0-9_]+/gu, "_");
  let property = `${part}_${words}`;
  while (taken.has(property)) property = `${part}_${property}`;
  context.report("import-renamed-input", at, { name, part, property });
  return property;
}
