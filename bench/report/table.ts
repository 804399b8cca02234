import Table3 from "cli-table3";
import { ratio, stats, type Stats } from "../measure/stats.js";

/** Figures of one case: what one side took, round by round, by the side's name. */
export interface Row {
  readonly name: string;
  readonly figures: ReadonlyMap<string, readonly number[]>;
  /** Why our side is not the best, or what a peer leaves out. */
  readonly note?: string;
}

export interface Table {
  readonly title: string;
  /** The side that the others are put in relation to: ours. */
  readonly base: string;
  readonly sides: readonly string[];
  /** Of the base's figures: `ns`, `ms`, `KB`. */
  readonly unit: string;
  readonly rows: readonly Row[];
}

/** For a terminal: the base in its unit, the others as multiples of it, each as median (min–max). */
export function tableText({ title, base, sides, unit, rows }: Table): string {
  const others = sides.filter((side) => side !== base);
  const table = new Table3({
    head: ["", `${base}, ${unit}`, ...others.map((side) => `${side}, ×`)],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, figures } of rows) {
    const ours = figures.get(base) ?? [];
    const cells = others.map((side) => {
      const theirs = figures.get(side);
      return theirs === undefined ? "–" : statsText(ratio(theirs, ours));
    });
    table.push([name, statsText(stats(ours)), ...cells]);
  }
  const notes = rows.flatMap(({ name, note }) => (note === undefined ? [] : [`${name}: ${note}`]));
  return [title, table.toString(), ...notes].join("\n");
}

function statsText({ median, min, max }: Stats): string {
  const spread = min === max ? "" : ` (${figureText(min)}–${figureText(max)})`;
  return `${figureText(median)}${spread}`;
}

/** Three digits say enough. */
const figureText = (figure: number): string =>
  figure >= 100 ? figure.toFixed(0) : figure.toPrecision(figure < 1 ? 2 : 3).replace(/\.?0+$/u, "");
