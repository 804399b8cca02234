import type { Stats } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { addressOf, isAddress } from "./address.js";
import { unreadable } from "./path.js";

/** Where a page is. */
export type Place = { readonly argument: string } & (
  | { readonly kind: "file"; readonly path: string; readonly shown: string; readonly name: string }
  | { readonly kind: "address" }
  | { readonly kind: "stdin" }
  | { readonly kind: "nothing"; readonly problem: string }
);

/** What people save pages as. */
const PAGES = "**/*.{md,markdown,json,txt}";

/** Every place that the arguments name, in their order; each file and each address once. */
export async function expand(pages: readonly string[], cwd: string): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const argument of pages) {
    const isAgain = argument === "-" && places.some(({ kind }) => kind === "stdin");
    if (isAgain)
      places.push(nothing(argument, "standard input can be read only once: give - once"));
    else if (argument === "-") places.push({ argument, kind: "stdin" });
    else if (isAddress(argument)) places.push({ argument, kind: "address" });
    else places.push(...(await onDisk(argument, cwd)));
  }
  return once(places);
}

/** The first of all that lead to the same page. */
async function once(places: readonly Place[]): Promise<readonly Place[]> {
  const seen = new Set<string>();
  const first: Place[] = [];
  for (const place of places) {
    const identity = await identityOf(place);
    if (identity !== undefined && seen.has(identity)) continue;
    if (identity !== undefined) seen.add(identity);
    first.push(place);
  }
  return first;
}

async function identityOf(place: Place): Promise<string | undefined> {
  if (place.kind === "file") return realpath(place.path).catch(() => place.path);
  if (place.kind !== "address") return undefined;
  const address = addressOf(place.argument);
  return "problem" in address ? place.argument : address.target.href;
}

async function onDisk(argument: string, cwd: string): Promise<readonly Place[]> {
  const path = resolve(cwd, argument);
  let found: Stats | undefined;
  try {
    found = await stat(path);
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && /ENOENT|ENOTDIR/u.test(String(error.code));
    if (!isMissing) return [nothing(argument, unreadable(argument, error))];
  }
  if (found?.isDirectory()) {
    const inside = await sorted(PAGES, path);
    const at = basename(path);
    const places = inside.map((page) => file(argument, cwd, join(path, page), `${at}/${page}`));
    return places.length > 0
      ? places
      : [nothing(argument, `${argument} has no pages in it: .md, .json or .txt files`)];
  }
  if (found !== undefined) return [file(argument, cwd, path, basename(path))];
  if (!isDynamicPattern(argument)) {
    return [nothing(argument, `there is no file or folder ${argument}: check the path`)];
  }
  const matches = await sorted(argument, cwd);
  return matches.length > 0
    ? matches.map((match) => file(argument, cwd, resolve(cwd, match), basename(match)))
    : [nothing(argument, `no file matches ${argument}: check the pattern`)];
}

/** In the same order on every machine. */
async function sorted(pattern: string, cwd: string): Promise<readonly string[]> {
  const ignore = ["**/node_modules/**"];
  const found = await glob(pattern, {
    cwd,
    ignore,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
  });
  return found.sort((a, b) => (a < b ? -1 : 1));
}

const file = (argument: string, cwd: string, path: string, name: string): Place => ({
  argument,
  kind: "file",
  path,
  shown: posix(relative(cwd, path)) || path,
  name: posix(name),
});

const nothing = (argument: string, problem: string): Place => ({
  argument,
  kind: "nothing",
  problem,
});

const posix = (path: string): string => path.split(sep).join("/");
