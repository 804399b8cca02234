import type { Row, Table } from "../report/table.js";
import { growthOf, medianOf } from "./growth.js";
import { FORMATTED, type Task, taskOf } from "./rounds.js";
import { ASKED, OURS, type Peer } from "./sides.js";

/** What we promise to stay under, and what it came to. */
interface Target {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
}

const HIRE = 178;
const LARGE = 1700;

export function promiseTable(tasks: readonly Task[]): Table {
  const rows = targets(tasks).map(({ name, ours, limit }): Row => {
    const figures = new Map([
      [OURS, [ours]],
      ["at most", [limit]],
    ]);
    return { name, figures, note: ours <= limit ? "holds" : "DOES NOT HOLD" };
  });
  const title = "Promises: each holds when the last column is 1 or more";
  return { title, base: OURS, sides: [OURS, "at most"], unit: "as said", rows };
}

function targets(tasks: readonly Task[]): readonly Target[] {
  const task = (asked: string, count: number) => taskOf(tasks, asked, count);
  const cpu = (asked: string, count: number, factor: number, peer: Peer): Target => ({
    name: `${asked}, ${count}, CPU s: ≤ ${factor} × ${peer}`,
    ours: medianOf(task(asked, count), OURS, "cpu"),
    limit: factor * medianOf(task(asked, count), peer, "cpu"),
  });
  const peak = (asked: string, count: number, limit: number): Target => ({
    name: `${asked}, ${count}, peak MB: ≤ ${limit}`,
    ours: medianOf(task(asked, count), OURS, "peak"),
    limit,
  });
  const growth = (asked: string): Target => ({
    name: `${asked}, CPU for each operation, ${LARGE} against ${HIRE}: ≤ 1`,
    ours: growthOf(task(asked, HIRE), task(asked, LARGE)),
    limit: 1,
  });
  return [
    cpu(ASKED.same, HIRE, 0.1, "openapi-typescript"),
    cpu(ASKED.clone, HIRE, 0.1, "openapi-typescript"),
    cpu(ASKED.changed, HIRE, 0.5, "openapi-typescript"),
    cpu(FORMATTED, 100, 0.6, "hey-api"),
    cpu(FORMATTED, 100, 0.4, "orval"),
    cpu(ASKED.import, HIRE, 1, "openapi-typescript"),
    growth(ASKED.cold),
    growth(ASKED.import),
    peak(ASKED.same, HIRE, 100),
    peak(ASKED.cold, HIRE, 400),
    peak(ASKED.cold, LARGE, 1024),
  ];
}
