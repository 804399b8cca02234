import type { Key, Path } from "../source.js";
import type { Lost } from "./lost.js";

type Tree = Record<Key, unknown>;

/**
 * Takes what is wrong out of a file, so that the rest can still be checked: the value at each path,
 * or as much around it as means nothing without it. Undefined when nothing would be left.
 */
export function mend(value: unknown, wrong: readonly Path[], lost: Lost): unknown {
  const copy: unknown = structuredClone(value);
  for (const path of wrong.map((at) => removable(value, at))) {
    if (path.length === 0) return undefined;
    remove(copy, path, lost);
  }
  return copy;
}

/** Notes what was left out when the file was read; true when its surroundings need mending too. */
export function isSpoiled(hole: Path, lost: Lost): boolean {
  const [section] = hole;
  if (hole.length === 1 && section !== undefined && SECTIONS.has(section)) lost.file();
  lost.name(String(hole.at(-1)));
  return isEssential(hole, hole.length) || (section !== undefined && WHOLE.has(section));
}

/** Without one of these, what holds it says something else. */
const ESSENTIAL: ReadonlySet<Key> = new Set([
  ...["type", "fields", "as", "values", "http", "path", "query", "body", "response"],
]);

/** Under these the keys are names. */
const NAMES: ReadonlySet<Key> = new Set([
  ...["fields", "path", "query", "body", "response", "types", "operations"],
]);

/** Of an enum or an error every part counts. */
const WHOLE: ReadonlySet<Key> = new Set(["enums", "errors"]);

const SECTIONS: ReadonlySet<Key> = new Set([...WHOLE, "types", "operations", "resource"]);

function removable(root: unknown, path: Path): Path {
  const [section] = path;
  if (section !== undefined && WHOLE.has(section)) return path.slice(0, 2);
  let end = path.length;
  // A key that is missing was needed by what should hold it; an item's place is its meaning.
  while (end > 0 && !isThere(root, path.slice(0, end))) end -= 1;
  while (end > 1 && (typeof path[end - 1] === "number" || isEssential(path, end))) end -= 1;
  return path.slice(0, end);
}

/** `path` is essential to an operation, and may also be the name of a field. */
const isEssential = (path: Path, end: number): boolean =>
  ESSENTIAL.has(path[end - 1] ?? "") && !NAMES.has(path[end - 2] ?? "");

function remove(root: unknown, path: Path, lost: Lost): void {
  const key = path.at(-1) ?? "";
  const parent = inside(root, path.slice(0, -1));
  if (!isTree(parent)) return;
  Reflect.deleteProperty(parent, key);
  lost.name(String(key));
  if (path.length === 1 && SECTIONS.has(key)) lost.file();
  if (path.length === 2 && path[0] === "operations" && isTree(root))
    lost.name(`${String(root["resource"])}.${key}`);
}

const isThere = (root: unknown, path: Path): boolean => {
  const parent = inside(root, path.slice(0, -1));
  return path.length === 0 || (isTree(parent) && Object.hasOwn(parent, path.at(-1) ?? ""));
};

const inside = (root: unknown, path: Path): unknown =>
  path.reduce((tree, key) => (isTree(tree) ? tree[key] : undefined), root);

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
