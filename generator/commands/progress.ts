import type { Terminal } from "./terminal.js";

export interface Progress {
  readonly step: (path: string, done: number, all: number) => void;
  readonly stop: () => void;
}

/** How far a long command is, on a terminal; short ones end before it shows. */
export function progress(terminal: Terminal, verb: string): Progress {
  if (!terminal.isInteractive) return { step: () => {}, stop: () => {} };
  const line = (text: string) => process.stderr.write(`\r\u001b[2K${text}`);
  return {
    step: (path, done, all) => void line(`${verb} ${done}/${all} ${path}`),
    stop: () => void line(""),
  };
}
