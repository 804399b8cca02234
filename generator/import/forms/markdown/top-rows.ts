import type { PlacedRow } from "./field-table.js";

/** A row that stands in no other, as far as the page tells. */
export const isTop = ({ depth }: PlacedRow): boolean => (depth ?? 0) === 0;

/** The rows of a section, from one table or several. */
export class SectionRows {
  readonly rows: PlacedRow[] = [];
  readonly #names = new Set<string>();

  /** Whether a table describes fields again that one before it has. */
  repeats(table: readonly PlacedRow[]): boolean {
    return table.some((row) => isTop(row) && this.#names.has(row.name));
  }

  /** A further table adds to the first; of fields that it repeats, the first one's count. */
  add(table: readonly PlacedRow[]): void {
    let isSkipped = false;
    for (const row of table) {
      if (isTop(row)) isSkipped = this.#names.has(row.name);
      if (!isSkipped) this.rows.push(row);
    }
    for (const row of table) if (isTop(row)) this.#names.add(row.name);
  }
}
