import { timeProcesses, type Usage, type Usages } from "../measure/processes.js";
import type { Case } from "./case.js";
import { checkImport } from "./pages/check.js";
import { ASKED, EMPTY, importedOf, OURS, ourCommands, peerCommand, PEERS } from "./sides.js";
import { checkWork } from "./work.js";

/** What was asked of the sides, and what it took them, one figure a round. */
export interface Task {
  readonly asked: string;
  readonly count: number;
  readonly usages: Usages;
}

export function taskOf(tasks: readonly Task[], asked: string, count: number): Task {
  const found = tasks.find((task) => task.asked === asked && task.count === count);
  if (found === undefined) throw new Error(`nothing was measured of ${asked}, ${count}`);
  return found;
}

export const FORMATTED = "cold, all formatted";

/**
 * All that ours can be asked, beside the peers. What a peer does when nothing changed, or one file, is
 * what it does anyway: its figures stand in those rows, too.
 */
export async function timeAll(of: Case, rounds: number, warmup: number): Promise<readonly Task[]> {
  const peers = PEERS.map((peer) => peerCommand(of, peer));
  const usages = await timeProcesses([...ourCommands(of), ...peers], { rounds, warmup });
  await checkWork(of, false);
  await checkImport(of.spec, importedOf(of));
  const others = PEERS.map((peer) => [peer, usages.get(peer) ?? []] as const);
  const empty = [EMPTY, usages.get(EMPTY) ?? []] as const;
  const task = (
    asked: string,
    ...beside: readonly (readonly [string, readonly Usage[]])[]
  ): Task => ({
    asked,
    count: of.count,
    usages: new Map([[OURS, usages.get(asked) ?? []], ...beside]),
  });
  return [
    task(ASKED.cold, ...others),
    task(ASKED.changed, ...others, empty),
    task(ASKED.same, ...others, empty),
    task(ASKED.clone, ...others, empty),
    task(ASKED.check, empty),
    task(ASKED.import, ...others),
    // The spec has no part in it.
    ...(of.count === 1 ? [task(ASKED.help, empty)] : []),
  ];
}

/** The peers with prettier on; openapi-typescript has no such option. */
export async function timeFormatted(of: Case, rounds: number): Promise<Task> {
  const peers = PEERS.slice(1).map((peer) => peerCommand(of, peer, "prettier"));
  const ours = ourCommands(of).filter(({ name }) => name === ASKED.cold);
  const commands = [...ours.map((command) => ({ ...command, name: OURS })), ...peers];
  const usages = await timeProcesses(commands, { rounds, warmup: 0 });
  await checkWork(of, true);
  return { asked: FORMATTED, count: of.count, usages };
}
