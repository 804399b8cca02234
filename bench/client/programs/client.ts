import { GCProfiler } from "node:v8";
import type { Conduct, Cost, Load, Seen } from "../protocol.js";
import { readSeed, refusedInput, SEEN_PATH } from "../seed.js";
import { loadSide } from "../sides.js";

/** One side in a process of its own: answers each load with its cost, and anything else with its conduct. */
const [, , examples = "", baseUrl = "", name = ""] = process.argv;
const { input } = readSeed(examples);
const { send, call } = (await loadSide(name)).connect(baseUrl);

async function conduct(): Promise<Conduct> {
  const output = await call(input);
  const seen = (await (await fetch(baseUrl + SEEN_PATH)).json()) as Seen;
  const refused = refusedInput(input);
  const isTaken = await call(refused).then(Boolean, () => false);
  if (isTaken) throw new Error(`${name} takes a refusal for a result`);
  const rejectsRefusals = await send(refused).then(
    () => false,
    () => true,
  );
  return { output, seen, rejectsRefusals };
}

async function cost({ calls, atOnce }: Load): Promise<Cost> {
  let left = calls;
  const caller = async (): Promise<void> => {
    while (left-- > 0) await call(input);
  };
  const collections = new GCProfiler();
  globalThis.gc?.();
  collections.start();
  const heap = process.memoryUsage().heapUsed;
  const cpu = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, caller));
  const wall = (performance.now() - start) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  const allocated = (process.memoryUsage().heapUsed - heap) / 1024;
  const isWhole = collections.stop().statistics.length === 0;
  return {
    cpu: (user + system) / calls,
    wall: wall / calls,
    heap: isWhole ? allocated / calls : Number.NaN,
  };
}

process.on("message", (load: Partial<Load>) => {
  const answer: Promise<unknown> = load.calls === undefined ? conduct() : cost(load as Load);
  void answer.then(process.send?.bind(process));
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
