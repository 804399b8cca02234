import type { Frame } from "./frame.js";

/** Rows placed so far in some way; ways that left the same rows open are one state. */
export interface State {
  frame: Frame;
  /** Of the cheapest way here. */
  cost: number;
  /** Of the cheapest way from here to the end of the table. */
  rest: number;
  readonly steps: Step[];
  /** One too many to follow; what follows is taken to be no worse than on the best way. */
  isLeft: boolean;
}

/** One placing of a row: which row it is put under, and what speaks against that. */
export interface Step {
  readonly from: State;
  readonly parent: number | undefined;
  readonly cost: number;
}

export interface Placing {
  readonly parent: number | undefined;
  /** How much more speaks against the next best place. */
  readonly margin: number;
}

/** Follows the best way back, and compares each of its steps with those to other places. */
export function traced(layers: readonly (readonly State[])[]): Placing[] {
  const total = (state: State) => state.cost + state.rest;
  let state = least(layers.at(-1) ?? [], total);
  const placings: Placing[] = [];
  for (const layer of layers.slice(1).toReversed()) {
    const step = least(state?.steps ?? [], ({ from, cost }) => from.cost + cost);
    if (state === undefined || step === undefined) break;
    const others = layer.flatMap(({ steps, rest }) =>
      steps
        .filter(({ parent }) => parent !== step.parent)
        .map(({ from, cost }) => from.cost + cost + rest),
    );
    const best = total(state);
    placings.push({ parent: step.parent, margin: Math.min(...others, Infinity) - best });
    state = step.from;
  }
  return placings.reverse();
}

function least<T>(items: readonly T[], cost: (item: T) => number): T | undefined {
  let best: T | undefined;
  let lowest = Infinity;
  for (const item of items) {
    const own = cost(item);
    if (own < lowest || best === undefined) [best, lowest] = [item, own];
  }
  return best;
}
