import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A command to run several times. */
export interface Command {
  readonly name: string;
  /** The program and its arguments; no shell reads them. */
  readonly words: readonly [string, ...string[]];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Brings the world into the state that a run starts from; not measured. */
  readonly prepare?: () => Promise<void>;
}

/** What one run cost, with all processes that it started and waited for. */
export interface Usage {
  /** CPU seconds, in user code and in the system. */
  readonly cpu: number;
  /** Seconds. */
  readonly wall: number;
  /** Memory of its largest process at most, in MB. */
  readonly peak: number;
}

/** What each run cost by the command's name, one figure a round. */
export type Usages = ReadonlyMap<string, readonly Usage[]>;

/** Runs the commands in turns, so that a slow moment hits them all. The first round is not counted. */
export async function timeProcesses(
  commands: readonly Command[],
  { rounds, warmup = 1 }: { readonly rounds: number; readonly warmup?: number },
): Promise<Usages> {
  const usages = new Map<string, Usage[]>(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds + warmup; round++)
    for (const command of commands) {
      await command.prepare?.();
      const usage = await spawnMeasured(command);
      if (round >= warmup) usages.get(command.name)?.push(usage);
    }
  return usages;
}

const BUN = join(
  dirname(createRequire(import.meta.url).resolve("bun/package.json")),
  "bin/bun.exe",
);
const METER = fileURLToPath(new URL("meter.bun.js", import.meta.url));

/** Rejects with what the command wrote when it fails. */
export async function spawnMeasured({ name, words, cwd, env }: Command): Promise<Usage> {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(BUN, [METER, ...words], options).catch(
    (error: unknown) => {
      const { stderr = "" } = error as { stderr?: string };
      throw new Error(`${name} failed:\n${stderr.trim()}`, { cause: error });
    },
  );
  return JSON.parse(stdout) as Usage;
}
