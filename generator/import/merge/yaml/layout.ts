import { columns } from "../../../columns.js";
import type { Key, Path } from "../../../source.js";
import { isObject } from "./value.js";
import type { Plain } from "./scalar.js";

/** How wide a line may get. */
const WIDTH = 100;

/** Whether a text has room in a line beside what is `used` of it. */
export const fits = (text: string, used: number): boolean =>
  // No character is wider than two.
  used + text.length * 2 <= WIDTH || used + columns(text) <= WIDTH;

export const spaces = (count: number): string => " ".repeat(count);

const TABLES: ReadonlySet<Key> = new Set(["errors", "enums", "types", "operations", "exceptions"]);
const PARTS: ReadonlySet<Key> = new Set(["path", "query", "body", "response"]);

/** Whether what stands here always gets lines of its own, as specs are written, even if it were short. */
export function hasOwnLines(path: Path, value: Plain): boolean {
  const [section = "", , key = ""] = path;
  if (path.length === 1) return TABLES.has(section) || section === "service";
  if (path.length === 2) return TABLES.has(section);
  const inner = innerFields(section, key);
  if (path.length === 3) return inner || (section === "enums" && key === "values");
  if (!inner) return false;
  const steps = path.slice(3);
  if (steps.some((step, i) => i % 2 === 1 && step !== "fields")) return false;
  // An even number of steps leads to the fields inside of a field.
  return steps.length % 2 === 0 || (isObject(value) && Object.hasOwn(value, "fields"));
}

const innerFields = (section: Key, key: Key): boolean =>
  (section === "types" && key === "fields") || (section === "operations" && PARTS.has(key));

/** Types and operations are long: a blank line stands between them, as between sections. */
export const isApart = (path: Path): boolean =>
  path.length === 1
    ? TABLES.has(path[0] ?? "")
    : path.length === 2 && (path[0] === "types" || path[0] === "operations");
