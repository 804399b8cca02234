import type { Usage } from "../measure/processes.js";
import { stats } from "../measure/stats.js";
import type { Row, Table } from "../report/table.js";
import type { Task } from "./rounds.js";
import { OURS } from "./sides.js";

/** How much more an operation of a large spec may cost: what measuring is off by. */
const TOLERANCE = 1.15;

export const medianOf = ({ usages }: Task, side: string, figure: keyof Usage): number =>
  stats((usages.get(side) ?? []).map((usage) => usage[figure])).median;

/** CPU for each operation of cold runs; what starting takes, which one operation shows, apart. */
export function growthTable(one: Task, small: Task, large: Task): Table {
  const sizeName = ({ count }: Task): string => `at ${count}`;
  const rows = [...small.usages.keys()].flatMap((side): Row[] => {
    const start = medianOf(one, side, "cpu");
    const each = (task: Task, less: number) => [
      ((medianOf(task, side, "cpu") - less) / task.count) * 1e3,
    ];
    const row = (name: string, less: number): Row => ({
      name,
      figures: new Map([small, large].map((task) => [sizeName(task), each(task, less)])),
    });
    return [row(side, 0), row(`${side}, less its start`, start)];
  });
  const [base, other] = [sizeName(small), sizeName(large)];
  const title = "Growth: CPU for each operation, cold";
  return { title, base, sides: [base, other], unit: "ms", rows };
}

/** Ours grows with the spec and no faster. */
export function growthOf(small: Task, large: Task): number {
  const each = (task: Task) => medianOf(task, OURS, "cpu") / task.count;
  return each(large) / each(small);
}

export function assertLinear(growth: number): void {
  if (growth <= TOLERANCE) return;
  throw new Error(
    `an operation of the large spec takes larkgen ${growth.toFixed(2)} times the CPU of one of Hire; at most ${TOLERANCE} is linear`,
  );
}
