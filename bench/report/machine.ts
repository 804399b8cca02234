import { cpus, totalmem } from "node:os";

/** What the figures were taken on. */
export function machineText(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
