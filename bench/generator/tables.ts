import type { Usage } from "../measure/processes.js";
import type { Row, Table } from "../report/table.js";
import type { Task } from "./rounds.js";
import { ASKED, EMPTY, OURS, PEERS } from "./sides.js";

/** CPU, wall and memory of all tasks. */
export const usageTables = (tasks: readonly Task[]): readonly Table[] => [
  { ...usageTable(tasks, ({ cpu }) => cpu, noteOn), title: "CPU, user and system", unit: "s" },
  { ...usageTable(tasks, ({ wall }) => wall), title: "Wall", unit: "s" },
  { ...usageTable(tasks, ({ peak }) => peak), title: "Peak memory", unit: "MB" },
];

function usageTable(
  tasks: readonly Task[],
  figure: (usage: Usage) => number,
  note: (task: Task) => Pick<Row, "note"> = () => ({}),
): Pick<Table, "base" | "sides" | "rows"> {
  const rows = tasks.map((task): Row => {
    const figures = [...task.usages].map(([side, all]) => [side, all.map(figure)] as const);
    const isFirst = tasks.find(({ asked }) => asked === task.asked) === task;
    return { name: nameOf(task), figures: new Map(figures), ...(isFirst ? note(task) : {}) };
  });
  return { base: OURS, sides: [OURS, EMPTY, ...PEERS], rows };
}

export const nameOf = ({ asked, count }: Task): string => `${asked}, ${count}`;

/** Why ours is not the best; said once for all sizes. */
const NOTES: Readonly<Record<string, string>> = {
  [ASKED.import]:
    "the pages are written from the spec, in the layout of the vendor's and without its sentences. Reading prose is work that no other side has: what stands here for them is what they take to generate from a description made for programs. openapi-typescript emits types only.",
  [ASKED.cold]:
    "ours is as prettier has it, and includes validators that are straight-line code, documentation and a runtime: between 1.7 and 3.7 times as many bytes as the others. Nothing of theirs is formatted. openapi-typescript emits types only.",
};

function noteOn({ asked }: Task): Pick<Row, "note"> {
  const note = NOTES[asked];
  return note === undefined ? {} : { note };
}
