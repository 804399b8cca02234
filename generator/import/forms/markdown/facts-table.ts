import { factOf, methodOf, pathOf, type Fact } from "../../words/facts.js";
import type { Location } from "../../../source.js";
import type { Table } from "./blocks.js";
import { plainCell } from "./cell.js";

export interface FactCell {
  readonly raw: string;
  readonly text: string;
  readonly at: Location;
}

export type FactCells = ReadonlyMap<Fact, FactCell>;

/** The facts of an operation; undefined for every other table. */
export function factCellsOf(table: Table): FactCells | undefined {
  const cells = new Map<Fact, FactCell>();
  // Some copies make the first fact the table's header.
  for (const { cells: row, at } of [{ cells: table.header, at: table.at }, ...table.rows]) {
    const [label = "", ...rest] = row;
    const fact = factOf(plainCell(label));
    const raw = rest.join(" | ");
    if (fact !== undefined && !cells.has(fact)) cells.set(fact, { raw, text: plainCell(raw), at });
  }
  return cells.has("url") && cells.has("method") ? cells : undefined;
}

export const methodIn = (cells: FactCells) => methodOf(cells.get("method")?.text ?? "");
export const pathIn = (cells: FactCells) => pathOf(cells.get("url")?.text ?? "");
