import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const CACHE = fileURLToPath(new URL("../node_modules/.cache/client/", import.meta.url));
/** The vendor's examples, as the spec keeps them. */
export const EXAMPLES = fileURLToPath(new URL("../../spec/hire/examples", import.meta.url));
const source = (name: string): string =>
  fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url));

/** Compiles the programs: what is measured runs in plain Node, without a loader of TypeScript. */
export async function buildPrograms(): Promise<void> {
  await rm(CACHE, { recursive: true, force: true });
  await build({
    entryPoints: [source("client"), source("server")],
    outdir: CACHE,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
}

/** A process that answers one question at a time. */
export interface Worker {
  readonly ask: (question: object) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts a program; its first message says that it is ready. */
export async function startWorker(
  program: "client" | "server",
  words: readonly string[],
  flags: readonly string[] = [],
): Promise<Worker & { readonly first: unknown }> {
  const child = fork(`${CACHE}${program}.mjs`, [EXAMPLES, ...words], {
    execArgv: [...flags],
    serialization: "advanced", // JSON has no NaN
  });
  const name = [program, ...words].join(" ");
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  };
  const first = await nextMessage(child, name);
  return {
    first,
    ask(question) {
      const answer = nextMessage(child, name);
      child.send(question);
      return answer;
    },
    stop,
  };
}

async function nextMessage(child: ChildProcess, name: string): Promise<unknown> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, "exit", { signal }).then(() => {
    throw new Error(`${name} has ended`);
  });
  try {
    const [message] = (await Promise.race([
      once(child, "message", { signal }),
      ended,
    ])) as unknown[];
    return message;
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}
