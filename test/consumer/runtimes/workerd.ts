import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { build } from "esbuild";
import { peerFolder } from "../../peers/peers.js";
import { inProject } from "../consumer.js";
import { quietly } from "./quietly.js";

/** Starts a worker, in one file as is usual there; `texts` are what it finds in its `env`. */
export async function startWorker(file: string, texts: Readonly<Record<string, string>> = {}) {
  const stem = file.replace(/\.\w+$/u, "");
  const options = { bundle: true, format: "esm", target: "es2022", logLevel: "silent" } as const;
  await build({ entryPoints: [file], outfile: `${stem}.bundle.js`, ...options });
  await writeFile(`${stem}.capnp`, configuration(basename(`${stem}.bundle.js`), texts));

  // With --control-fd it says which port it has taken.
  const words = ["serve", "--control-fd=3", `${stem}.capnp`];
  const child = spawn(peerFolder(".bin") + "workerd", words, {
    cwd: inProject(),
    env: quietly,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const closed = once(child, "close");
  // The fourth stream of a child that was started with a pipe there.
  const port = await portFrom(child.stdio[3] as Readable);
  if (port === undefined) throw new Error(`workerd did not say where it listens: ${printed}`);

  return {
    /** Gives what it answers; rejects unless that is fine. */
    async send(body: string): Promise<string> {
      const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body });
      const answer = await response.text();
      if (!response.ok) throw new Error(`${answer}\n${printed}`);
      return answer;
    },
    /** Gives all that was printed. */
    async stop(): Promise<string> {
      // Told kindly, it would wait for a request that never ends.
      child.kill("SIGKILL");
      await closed;
      return printed;
    },
  };
}

function configuration(bundle: string, texts: Readonly<Record<string, string>>): string {
  const text = (value: string) => JSON.stringify(value);
  const bindings = Object.entries(texts).map(
    ([name, value]) => `(name = ${text(name)}, text = ${text(value)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "main", esModule = embed ${text(bundle)})],
  bindings = [${bindings.join(", ")}],
  compatibilityDate = "2026-10-01",
);
`;
}

async function portFrom(control: Readable): Promise<string | undefined> {
  let text = "";
  for await (const chunk of control) {
    text += String(chunk);
    const [, port] = /"socket":"http","port":(\d+)/u.exec(text) ?? [];
    if (port !== undefined) return port;
  }
  return undefined;
}
