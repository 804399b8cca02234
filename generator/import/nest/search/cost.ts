import { fits, type Candidate } from "./candidate.js";
import { hasName, outlineUnder, type Frame } from "./frame.js";

/** The fields that certain uses of a named type have. */
export type KnownTypes = ReadonlyMap<string, ReadonlySet<string>>;

/** What speaks against a placing; nothing at all is 0. */
export const COST = {
  /** A second field of that name in one object. */
  twice: 20,
  /** A field in a string, or in a map of strings. */
  underScalar: 12,
  /** The example of the object has no such key. */
  absent: 3,
  /** The example has the key, but with a value of another type. */
  otherKind: 2,
  /** There is no example of the object. */
  unknown: 1,
  /** The example has the key before that of the field above. */
  outOfOrder: 1,
  /** Other uses of the type have no such field. */
  otherType: 2.5,
  /** Other uses of the type have a field that is missing here. */
  missing: 1.5,
  /** A named type without fields. */
  bare: 8,
  /** An object without fields, whose example has some. */
  bareButFilled: 0.5,
  bareObject: 0.3,
  /** A field of paging inside of an item, which the example does not show. */
  nestedPaging: 3,
  /** A depth that the page shows, but that cannot be. */
  otherDepth: 6,
  /** Of two equal placings the deeper is likelier. */
  leave: 0.02,
} as const;

const PAGING = new Set(["page_token", "has_more", "next_page_token"]);

/** What speaks against putting a row under a frame. */
export function costOfPlacing(frame: Frame, candidate: Candidate, known: KnownTypes): number {
  const { name, depth } = candidate;
  let cost = hasName(frame.names, name) ? COST.twice : 0;
  if (depth !== undefined) cost += COST.otherDepth * Math.abs(depth - frame.level);
  const opening = frame.candidate?.opening;
  if (opening === "never") cost += COST.underScalar;
  if (opening === "pair") return cost + (name === "key" || name === "value" ? 0 : COST.underScalar);

  const fields = known.get(frame.candidate?.typeName ?? "");
  if (fields !== undefined && !fields.has(name)) cost += COST.otherType;

  const found = outlineUnder(frame, name);
  if (found !== undefined) {
    if (!fits(candidate, found)) cost += COST.otherKind;
    return cost + (found.position < frame.position ? COST.outOfOrder : 0);
  }
  if (fields?.has(name) === true) return cost;
  if (PAGING.has(name) && frame.level > 1) cost += COST.nestedPaging;
  const isUnknown = frame.outline === undefined || frame.outline.keys.size === 0;
  return cost + (isUnknown ? COST.unknown : COST.absent);
}

/** What speaks against the rows under a frame being all of its fields. */
export function costOfClosing(frame: Frame, known: KnownTypes): number {
  const { candidate, names, outline } = frame;
  if (candidate === undefined) return 0;
  if (names !== undefined) {
    const fields = known.get(candidate.typeName ?? "");
    let missing = 0;
    for (const field of fields ?? []) if (!hasName(names, field)) missing += 1;
    return COST.leave + COST.missing * Math.min(missing, 3);
  }
  switch (candidate.opening) {
    case "must":
      return COST.bare;
    case "may":
      return outline !== undefined && outline.keys.size > 0 && candidate.text.kind !== "map"
        ? COST.bareButFilled
        : COST.bareObject;
    case "pair":
    case "never":
      return 0;
  }
}
