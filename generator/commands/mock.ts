import { once } from "node:events";
import type { Call } from "../mock/app.js";
import { serveMock } from "../mock/serve.js";
import { readModel } from "./model.js";
import type { ExitCode, Terminal } from "./terminal.js";

export interface MockFlags {
  readonly spec: string;
  readonly port: number;
  /** The share of calls that goes wrong, from 0 to 1. */
  readonly faults: number;
}

/** Serves the spec until the process is told to stop; the first line of stdout is the address. */
export async function mock(
  terminal: Terminal,
  { spec, port, faults }: MockFlags,
): Promise<ExitCode> {
  const model = await readModel(terminal, spec);
  if (model === undefined) return 1;
  const server = await serveMock(model, {
    port,
    faults,
    onCall: (call) => terminal.talk(line(call)),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
    const reason = error.code === "EACCES" ? "is not ours to use" : "is in use";
    throw new Error(`port ${port} ${reason}: choose another with --port; 0 takes a free one`);
  });
  terminal.data(terminal.json ? JSON.stringify({ url: server.url }) : server.url);
  terminal.talk(`A fake ${model.service.label}: any app id and secret will do. Ctrl-C ends it.`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
  return 0;
}

function line({ method, path, status, code, fault }: Call): string {
  const reply = status === 0 ? "no reply" : `HTTP ${status}`;
  const coded = code === undefined ? reply : `${reply}, code ${code}`;
  return `${method} ${path} → ${fault === undefined ? coded : `${coded} (fault: ${fault})`}`;
}
