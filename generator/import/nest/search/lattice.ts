import type { Candidate } from "./candidate.js";
import { costOfClosing, costOfPlacing, type KnownTypes } from "./cost.js";
import { within, type Frame } from "./frame.js";
import type { Outline } from "./outline.js";
import { traced, type Placing, type State, type Step } from "./trace.js";

export type { Placing } from "./trace.js";

/** So many ways are followed at once: work grows with the rows, whatever they say. */
const WIDTH = 24;
/** So much must speak against all other places of a row before it counts as certain. */
export const CERTAIN = 2.5;
/** Rows of real pages stand within ten others at most. */
const MAX_LEVELS = 16;
/** A way that is so much worse than the best is given up. */
const FAR = 16;

/** The placing of all rows that least speaks against. */
export function placings(
  candidates: readonly Candidate[],
  sample: Outline | undefined,
  known: KnownTypes,
): Placing[] {
  const isMarked = candidates.some(({ depth }) => depth !== undefined);
  const layers: State[][] = [[start(sample)]];
  for (const [row, candidate] of candidates.entries()) {
    layers.push(advance(layers[row] ?? [], row, candidate, isMarked, known));
  }
  const last = layers.at(-1) ?? [];
  for (const state of last) if (!state.isLeft) state.rest = closingAll(state.frame, known);
  for (const layer of layers.toReversed()) {
    const shortest = layer.reduce((rest, state) => Math.min(rest, state.rest), Infinity);
    for (const state of layer) if (state.isLeft) state.rest = shortest;
    for (const { steps, rest } of layer) {
      for (const { from, cost } of steps) from.rest = Math.min(from.rest, cost + rest);
    }
  }
  return traced(layers);
}

const start = (outline: Outline | undefined): State => ({
  frame: {
    row: undefined,
    candidate: undefined,
    around: undefined,
    level: 0,
    key: "",
    outline,
    names: undefined,
    position: -1,
  },
  cost: 0,
  rest: Infinity,
  steps: [],
  isLeft: false,
});

function advance(
  layer: readonly State[],
  row: number,
  candidate: Candidate,
  isMarked: boolean,
  known: KnownTypes,
): State[] {
  const next = new Map<string, State>();
  for (const from of layer) {
    if (from.isLeft) break;
    let closing = 0;
    for (
      let frame: Frame | undefined = from.frame;
      frame !== undefined;
      closing += costOfClosing(frame, known), frame = frame.around
    ) {
      const { row: parent } = frame;
      // Where other rows show their depth, one that does not is under some row.
      const isTop = parent === undefined && isMarked && candidate.depth === undefined;
      if ((isTop && from.frame.around !== undefined) || frame.level >= MAX_LEVELS) continue;
      const cost = closing + costOfPlacing(frame, candidate, known);
      const placed = within(frame, row, candidate);
      const step: Step = { from, parent, cost };
      const same = next.get(placed.key);
      if (same === undefined) {
        const start = { frame: placed, cost: from.cost + cost, rest: Infinity };
        next.set(placed.key, { ...start, steps: [step], isLeft: false });
      } else {
        same.steps.push(step);
        if (from.cost + cost < same.cost) [same.frame, same.cost] = [placed, from.cost + cost];
      }
    }
  }
  const states = [...next.values()].sort((a, b) => a.cost - b.cost);
  const best = states[0]?.cost ?? 0;
  for (const state of states.slice(WIDTH)) state.isLeft = true;
  return states.filter(({ cost }) => cost <= best + FAR);
}

function closingAll(innermost: Frame, known: KnownTypes): number {
  let cost = 0;
  for (let frame: Frame | undefined = innermost; frame !== undefined; frame = frame.around) {
    cost += costOfClosing(frame, known);
  }
  return cost;
}
