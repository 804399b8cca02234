import { sectionOf } from "../../words/headings.js";
import type { PlacedRow } from "./field-table.js";
import type { Sections } from "./fields.js";
import type { Part } from "./outline.js";

/** A row whose fields stand in a table of their own. */
export interface Owner {
  readonly rows: PlacedRow[];
  readonly index: number;
}

/**
 * The row that a table describes whose heading names it, or its type: `#### kite_detail`. Undefined
 * when several rows may be meant, or when the row has fields already.
 */
export function ownerOf({ heading, half }: Part, sections: Sections): Owner | undefined {
  const name = sectionOf(heading) === undefined ? nameIn(heading) : undefined;
  if (name === undefined) return undefined;
  const { response, ...request } = sections;
  const inHalf = { request: Object.values(request), response: [response] };
  const all = half === undefined ? Object.values(sections) : inHalf[half];
  if (all.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS) return undefined;
  for (const isMeant of [(row: PlacedRow) => row.name === name, ofType(name)]) {
    const owners = all.flatMap(({ rows }) =>
      rows.flatMap((row, index) => (isMeant(row) ? [{ rows, index }] : [])),
    );
    const [owner] = owners;
    if (owner !== undefined) return owners.length === 1 && isOpen(owner) ? owner : undefined;
  }
  return undefined;
}

/** Far more than any page has; every table with a name above it is looked up among them. */
const MOST_ROWS = 1_000;

/** The one Latin name of a short heading: `kite_detail 字段说明`, `3.1 KiteDetail`. */
function nameIn(heading: string): string | undefined {
  const words = heading.replace(/\b(?:object|struct|list)\b/giu, "").trim();
  const names = words.match(/[A-Za-z_]\w*/gu) ?? [];
  const [name] = names;
  return names.length === 1 && words.length - (name?.length ?? 0) <= 12 ? name : undefined;
}

/** `KiteDetail`, `KiteDetail[]`, `list<KiteDetail>` */
const ofType =
  (name: string) =>
  ({ type }: PlacedRow): boolean =>
    type.includes(name) && (type.match(/[A-Za-z_]\w*/gu) ?? []).at(-1) === name;

/** No rows stand under it; a string has none. */
function isOpen({ rows, index }: Owner): boolean {
  const depth = rows[index]?.depth ?? 0;
  const below = rows[index + 1]?.depth ?? 0;
  return (
    below <= depth &&
    !/^(?:string|int|integer|bool|boolean|float|number)\b(?!\[)/iu.test(rows[index]?.type ?? "")
  );
}

export function attach({ rows, index }: Owner, inner: readonly PlacedRow[]): void {
  const depth = rows[index]?.depth;
  const place = rows[index]?.place;
  const nested = inner.map((row) => ({
    ...row,
    depth: depth === undefined ? undefined : depth + 1 + (row.depth ?? 0),
    place,
  }));
  rows.splice(index + 1, 0, ...nested);
}
