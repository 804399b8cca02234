import type { Row } from "../page.js";

/** A row with the rows under it. */
export interface Node extends Row {
  readonly children: readonly Node[];
}
