import { once } from "node:events";
import { dirname, join, resolve } from "node:path";
import { watch as chokidar } from "chokidar";
import { generate, type GenerateOptions } from "./generate.js";
import { sentenceOf } from "./sentence.js";
import { readSpecFolder } from "./spec.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** Generates, and again after every change of the spec, until the process is told to stop. */
export async function watch(terminal: Terminal, options: GenerateOptions): Promise<ExitCode> {
  const { spec } = options;
  await readSpecFolder(spec);
  const watcher = chokidar([spec, join(dirname(resolve(spec)), "platform")], {
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 50, pollInterval: 10 },
  });
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const talk = (error: unknown) => terminal.talk(sentenceOf(error));
  let running = Promise.resolve();
  let isQueued = false;
  const run = () => {
    if (isQueued) return;
    isQueued = true;
    running = running
      .then(async () => {
        isQueued = false;
        await generate(terminal, options);
      })
      .catch(talk);
  };
  // Listening comes before the first run: what is saved during it must not be missed.
  watcher.on("all", run).on("error", talk);
  await once(watcher, "ready");
  run();
  await running;
  terminal.talk(`watching ${spec}; Ctrl-C ends it`);
  await stopped;
  await watcher.close();
  await running;
  return 0;
}
