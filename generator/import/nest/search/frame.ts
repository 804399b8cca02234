import type { Candidate } from "./candidate.js";
import type { Outline } from "./outline.js";

/** A row that further rows may stand under, with the rows around it; the outermost is the table. */
export interface Frame {
  /** Its index; undefined for the table. */
  readonly row: number | undefined;
  readonly candidate: Candidate | undefined;
  readonly around: Frame | undefined;
  readonly level: number;
  /** Tells apart the ways of rows that lead here. */
  readonly key: string;
  readonly outline: Outline | undefined;
  /** The names under it so far, newest first. */
  readonly names: Names | undefined;
  /** Where the example has the newest of them. */
  readonly position: number;
}

export interface Names {
  readonly name: string;
  readonly before: Names | undefined;
}

export function hasName(names: Names | undefined, name: string): boolean {
  for (let one = names; one !== undefined; one = one.before) if (one.name === name) return true;
  return false;
}

/** What the example has under a name in an object; of a map also that of any of its values. */
export function outlineUnder(frame: Frame, name: string): Outline | undefined {
  const direct = frame.outline?.keys.get(name);
  return direct ?? (isMap(frame) ? anyUnder(frame, name) : undefined);
}

function anyUnder(frame: Frame, name: string): Outline | undefined {
  for (const value of frame.outline?.keys.values() ?? []) {
    const found = value.keys.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isMap = ({ candidate }: Frame): boolean => candidate?.text.kind === "map";

/** Puts a row under a frame: the frame with its name, and the row itself as the innermost frame. */
export function within(frame: Frame, row: number, candidate: Candidate): Frame {
  const outline = outlineUnder(frame, candidate.name);
  const around: Frame = {
    ...frame,
    names: { name: candidate.name, before: frame.names },
    position: outline?.position ?? frame.position,
  };
  const canOpen = candidate.opening !== "never" || outline?.kinds.has("object") === true;
  if (!canOpen) return around;
  return {
    row,
    candidate,
    around,
    level: frame.level + 1,
    key: `${frame.key}/${row}`,
    outline,
    names: undefined,
    position: -1,
  };
}
