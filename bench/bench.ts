import type { Table } from "./report/table.js";

export interface Options {
  /** One round instead of several: to see that everything works and that all sides agree. */
  readonly check: boolean;
  /** Told what is under way. */
  readonly progress: (text: string) => void;
}

/** One comparison with peers. */
export interface Bench {
  /** What it compares, with whom, and how; a paragraph. */
  readonly about: string;
  /** Throws when the sides do not give the same answers, or a promise about growth is broken. */
  readonly run: (options: Options) => Promise<readonly Table[]>;
}
