import type { Row, Table } from "../report/table.js";
import type { Costs, Measured } from "./costs.js";
import type { Cost } from "./protocol.js";
import { CHECKED, OURS, RAW, SIDES } from "./sides.js";

const LOADS = { many: "50 at once", one: "one at a time" } as const;

const NODE_HTTP =
  "axios, and the vendor's SDK by it, use node:http; by hand, that takes a quarter of the CPU of Node's fetch, which all others rest on.";
const BARE =
  "raw fetch has no timeout (its signal and timer alone are about 5 % CPU and 4 % heap), tokens, retries, limits or checks.";

/** What a call costs beside all peers, and what it costs more than `fetch` by itself. */
export function costTables({ time, heap }: Measured, refusals: string): readonly Table[] {
  const cpu = costRows(time, "cpu", `${BARE} ${NODE_HTTP} ${refusals}`);
  const wall = costRows(time, "wall", `${BARE} ${NODE_HTTP}`);
  const kept = costRows(heap, "heap", `${BARE} ${NODE_HTTP}`);
  const all = { base: OURS, sides: SIDES };
  const raw = { base: RAW, sides: [RAW, OURS, CHECKED] };
  return [
    { title: "CPU a call", unit: "µs", rows: cpu, ...all },
    {
      title: "Time a call: its latency, or what its share of a busy second is",
      unit: "µs",
      rows: wall,
      ...all,
    },
    { title: "Heap allocated a call", unit: "KB", rows: kept, ...all },
    { title: "CPU a call over raw fetch", unit: "µs", rows: cpu.map(bare), ...raw },
    { title: "Heap allocated a call over raw fetch", unit: "KB", rows: kept.map(bare), ...raw },
  ];
}

function costRows(costs: ReadonlyMap<string, Costs>, part: keyof Cost, note: string): Row[] {
  const loads = Object.keys(LOADS) as (keyof typeof LOADS)[];
  return loads.map((load, at) => ({
    name: LOADS[load],
    figures: new Map([...costs].map(([name, by]) => [name, by[load].map((cost) => cost[part])])),
    note: at === 0 ? note : "as above.",
  }));
}

const bare = ({ name, figures }: Row): Row => ({ name, figures });
