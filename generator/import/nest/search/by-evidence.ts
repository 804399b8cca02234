import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Json } from "../../endpoint.js";
import type { Row } from "../../page.js";
import type { Placed } from "../placed.js";
import { candidateOf, type Candidate } from "./candidate.js";
import type { KnownTypes } from "./cost.js";
import { CERTAIN, placings, type Placing } from "./lattice.js";
import { outlineOf } from "./outline.js";
import { tableSample } from "./table-sample.js";

/** Far more than any table has; the rows of a longer one are not worth hours of work. */
const MAX_ROWS = 1000;

/** The same without any example: then only contradictions count, such as a second field of a name. */
const CERTAIN_ALONE = 6;

/** Trees by types, names, order and the example, which together leave one way for nearly all rows. */
export function byEvidence(rows: readonly Row[], sample: Json | undefined): Placed {
  const [first] = rows;
  if (first !== undefined && rows.length > MAX_ROWS) {
    const values = { count: String(rows.length), limit: String(MAX_ROWS) };
    return {
      parents: rows.map(() => undefined),
      diagnostics: [diagnostic("rows-flat", first.at, values)],
    };
  }
  const candidates = rows.map(candidateOf);
  const outline = outlineOf(tableSample(rows, sample));
  const rough = placings(candidates, outline, new Map());
  const needed = outline === undefined ? CERTAIN_ALONE : CERTAIN;
  const known = knownTypes(candidates, rough, needed);
  const isClear = known.size === 0 || rough.every(({ margin }) => margin >= needed);
  const placed = isClear ? rough : placings(candidates, outline, known);
  const diagnostics = placed.flatMap(({ parent, margin }, index) => {
    const row = rows[index];
    if (row === undefined || margin >= needed) return [];
    const owner = rows[parent ?? -1]?.name;
    const place = owner === undefined ? "at the top" : `under "${owner}"`;
    return [diagnostic("row-placed", row.at, { field: row.name, place })];
  });
  return { parents: placed.map(({ parent }) => parent), diagnostics };
}

/** The fields of named types, from those uses whose rows are all certain, the one below them too. */
function knownTypes(
  candidates: readonly Candidate[],
  placed: readonly Placing[],
  needed: number,
): KnownTypes {
  const known = new Map<string, Set<string>>();
  const isCertain = (index: number) => (placed[index]?.margin ?? Infinity) >= needed;
  for (const [index, { typeName }] of candidates.entries()) {
    if (typeName === undefined || !isCertain(index)) continue;
    const names: string[] = [];
    let end = index + 1;
    while (isCertain(end) && isUnder(placed, end, index)) {
      if (placed[end]?.parent === index) names.push(candidates[end]?.name ?? "");
      end += 1;
    }
    if (!isCertain(end) || names.length === 0) continue;
    const fields = known.get(typeName) ?? new Set();
    for (const name of names) fields.add(name);
    known.set(typeName, fields);
  }
  return known;
}

function isUnder(placed: readonly Placing[], index: number, ancestor: number): boolean {
  let parent = placed[index]?.parent;
  while (parent !== undefined && parent > ancestor) parent = placed[parent]?.parent;
  return parent === ancestor;
}
