import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import findCacheDirectory from "find-cache-dir";
import writeFileAtomic from "write-file-atomic";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isObject } from "../model/json.js";
import type { Json } from "../model/model.js";
import type { SourceFile } from "../source.js";
import { known } from "../load/known.js";
import { parse, type Parsed } from "../load/parse.js";
import type { Manifest } from "../write/manifest.js";

export interface CachedParser {
  readonly parse: (file: SourceFile) => Parsed;
  /** Keeps the files with which nothing is wrong for the next run. */
  readonly keep: (wrong: readonly Diagnostic[]) => Promise<void>;
}

/** Where the cache of an output folder is: in the project in which we run, if it is one. */
export function cachePath(out: string): string | undefined {
  const folder = findCacheDirectory({ name: "larkgen" });
  return folder && join(folder, `${basename(resolve(out))}.json`);
}

/**
 * Reading YAML takes longer than all that follows when little has changed: what a text says is
 * kept, by its hash. It is safe to delete, and of no use to another version of this program.
 */
export function cachedParser(
  path: string | undefined,
  program: string,
  sums: Manifest["spec"],
): CachedParser {
  const before = path === undefined ? {} : readCache(path, program);
  const parsed: Parsed[] = [];
  return {
    parse(file) {
      const value = before[sums[file.name] ?? ""];
      const result =
        value === undefined ? parse(file) : { ...known(file, value), isKnown: true as const };
      parsed.push(result);
      return result;
    },
    async keep(wrong) {
      if (path === undefined || parsed.every(({ isKnown }) => isKnown)) return;
      const bad = new Set(wrong.map(({ at }) => at.file));
      const good = parsed.filter(({ file, value }) => value !== undefined && !bad.has(file));
      const values = Object.fromEntries(good.map(({ file, value }) => [sums[file.name], value]));
      try {
        mkdirSync(dirname(path), { recursive: true });
        await writeFileAtomic(path, JSON.stringify({ program, values }), { fsync: false });
      } catch {
        // The next run takes longer.
      }
    },
  };
}

function readCache(path: string, program: string): Readonly<Record<string, unknown>> {
  try {
    const cache = JSON.parse(readFileSync(path, "utf8")) as Json;
    return isObject(cache) && cache["program"] === program && isObject(cache["values"])
      ? cache["values"]
      : {};
  } catch {
    return {};
  }
}
