import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Json } from "../endpoint.js";
import type { Row } from "../page.js";
import { byDepth } from "./by-depth.js";
import { doubts } from "./doubts.js";
import type { Node } from "./node.js";
import { byEvidence } from "./search/by-evidence.js";
import type { Placed } from "./placed.js";
import { tableSample } from "./search/table-sample.js";

export type { Node } from "./node.js";

export interface Nested {
  readonly nodes: readonly Node[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The rows of a table as trees. A row whose depth the page does not show is placed by its type and by
 * where the example has its name; in a table that shows other depths it stands under some row.
 */
export function nest(rows: readonly Row[], sample: Json | undefined): Nested {
  const isShown = rows.every(({ depth }) => depth !== undefined);
  const { parents, diagnostics } = isShown ? byDepth(rows) : byEvidence(rows, sample);
  const nodes = trees(rows, parents);
  return { nodes, diagnostics: [...diagnostics, ...doubts(nodes, tableSample(rows, sample))] };
}

function trees(rows: readonly Row[], parents: Placed["parents"]): readonly Node[] {
  const nodes = rows.map((row) => ({ ...row, children: new Array<Node>() }));
  const roots: Node[] = [];
  for (const [index, node] of nodes.entries()) {
    const parent = parents[index];
    (parent === undefined ? roots : (nodes[parent]?.children ?? roots)).push(node);
  }
  return roots;
}
