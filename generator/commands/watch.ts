import { watch as chokidar } from "chokidar";
import { generate, type GenerateOptions } from "./generate.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** Generates, and again after every change of the spec, until the process is told to stop. */
export async function watch(terminal: Terminal, options: GenerateOptions): Promise<ExitCode> {
  await generate(terminal, options);
  terminal.talk(`watching ${options.spec}; Ctrl-C ends it`);
  const watcher = chokidar(options.spec, {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 },
  });
  let running = Promise.resolve();
  let isQueued = false;
  watcher.on("all", () => {
    if (isQueued) return;
    isQueued = true;
    running = running
      .then(async () => {
        isQueued = false;
        await generate(terminal, options);
      })
      .catch((error: unknown) =>
        terminal.talk(error instanceof Error ? error.message : String(error)),
      );
  });
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve).once("SIGTERM", resolve);
  });
  await watcher.close();
  await running;
  return 0;
}
