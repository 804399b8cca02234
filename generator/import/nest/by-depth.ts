import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Row } from "../page.js";
import { MAX_LEVELS, type Placed } from "./placed.js";

/** Trees by the depths that the page shows. A row deeper than its neighbour allows goes under that. */
export function byDepth(rows: readonly Row[]): Placed {
  const diagnostics: Diagnostic[] = [];
  const open: { readonly index: number; readonly depth: number }[] = [];
  const parents = rows.map(({ name, depth = 0, at }, index) => {
    // Rows that jump to the same depth stand side by side, however far they jump.
    const shown = Math.max(0, depth);
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= shown) open.pop();
    open.length = Math.min(open.length, MAX_LEVELS);
    const level = open.length;
    if (level !== depth) {
      const levels = { depth: String(depth), level: String(level) };
      diagnostics.push(diagnostic("row-depth", at, { field: name, ...levels }));
    }
    const parent = open.at(-1)?.index;
    open.push({ index, depth: shown });
    return parent;
  });
  return { parents, diagnostics };
}
