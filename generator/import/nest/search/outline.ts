import type { Json } from "../../endpoint.js";
import { isList, isObject } from "../../../model/json.js";
import { kindOf, type JsonKind } from "../json-kind.js";

/** What an example has at one path, in all items of the lists on the way. */
export interface Outline {
  readonly kinds: ReadonlySet<JsonKind>;
  readonly keys: ReadonlyMap<string, Outline>;
  /** Its place among the keys beside it. */
  readonly position: number;
}

interface Growing {
  readonly kinds: Set<JsonKind>;
  readonly keys: Map<string, Growing>;
  readonly position: number;
}

export function outlineOf(sample: Json | undefined): Outline | undefined {
  if (sample === undefined) return undefined;
  const outline = empty(0);
  grow(outline, sample);
  return outline;
}

const empty = (position: number): Growing => ({ kinds: new Set(), keys: new Map(), position });

function grow(outline: Growing, value: Json): void {
  const kind = kindOf(value);
  if (kind !== undefined) outline.kinds.add(kind);
  if (isList(value)) for (const item of value) grow(outline, item);
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    let known = outline.keys.get(key);
    if (known === undefined) outline.keys.set(key, (known = empty(outline.keys.size)));
    grow(known, inner);
  }
}
