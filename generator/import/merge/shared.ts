import type { Entry, Spec } from "../../lint/spec.js";
import type { Alignment, Said } from "./align.js";
import { byName, type Drafts } from "./drafts.js";
import { mergeEnum } from "./enums.js";
import { operationsOf, type Claim } from "./field.js";
import type { Homes } from "./homes.js";
import { Spot, type Report } from "./place.js";
import { mergeType } from "./types.js";
import { usersOf } from "./users.js";
import { written } from "./written.js";

interface Target {
  readonly drafts: Drafts;
  readonly homes: Homes;
  readonly report: Report;
}

type MergeOne<T> = (
  there: T | undefined,
  given: readonly Claim<T>[],
  others: number,
  spot: Spot,
  report: Report,
) => T;

/** The types and enums that the pages of some operations describe, each into its file. */
export function mergeShared(
  spec: Spec,
  alignment: Alignment,
  operations: ReadonlySet<string>,
  { drafts, homes, report }: Target,
): void {
  const users = usersOf(spec);
  /** How many more use it, of whose pages none is there. */
  const others = (name: string) =>
    [...(users.get(name) ?? [])].filter((id) => !operations.has(id)).length;
  const each = <T>(
    section: "types" | "enums",
    table: ReadonlyMap<string, Entry<T>>,
    said: ReadonlyMap<string, Said<T>>,
    mergeOne: MergeOne<T>,
  ) => {
    for (const [name, { given, origins }] of said) {
      const own = table.get(name);
      // What is new in the place of another begins as its copy: what people wrote of it holds here, too.
      const there = own ?? table.get(alignment.splits.get(name) ?? "");
      if (there !== own && there !== undefined)
        report.notes.push(splitNote(there.name, name, given));
      const spot = new Spot(there?.site, name, origins);
      const unread = own === undefined ? 0 : others(name);
      const value = mergeOne(written(there), given, unread, spot, report);
      const path = homes.shared(there?.site.parsed.file, `${section}.yaml`, origins);
      drafts.set(path, [section, name], value, byName);
    }
  };
  each("types", spec.types, alignment.types, mergeType);
  each("enums", spec.enums, alignment.enums, mergeEnum);
}

const splitNote = (before: string, name: string, given: readonly Claim<unknown>[]): string =>
  `${before} is no longer what the page of ${operationsOf(given)} says: ${name}, a copy, takes its place there`;
