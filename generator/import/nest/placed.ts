import type { Diagnostic } from "../../diagnostics/diagnostic.js";

/** Where each row of a table belongs. */
export interface Placed {
  /** The index of the row that each row stands under; undefined for rows at the top. */
  readonly parents: readonly (number | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Beyond any page; later stages walk the trees, and a hostile page must not exhaust their stack. */
export const MAX_LEVELS = 40;
