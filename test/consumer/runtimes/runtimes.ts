import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { peerFolder } from "../../peers/peers.js";
import { inProject } from "../consumer.js";
import type { Report, Task } from "./program.js";
import { quietly } from "./quietly.js";
import { startWorker } from "./workerd.js";

/** What a task came to: its reports, and what a runtime printed that shows values in no other way. */
export interface Result {
  readonly reports: readonly Report[];
  readonly printed: string;
}

/** A program that runs JavaScript outside of a browser. */
export interface Runtime {
  readonly name: string;
  /** Whether what its `fetch` throws can prove that nothing was sent. */
  readonly provesNotSent: boolean;
  /** Whether it repeats a request by itself when a connection breaks that it had kept open. */
  readonly repeats: Readonly<Record<"create" | "PUT" | "DELETE", boolean>>;
  /** Whether it does so even on a new connection. */
  readonly repeatsAtOnce?: boolean;
  readonly perform: (task: Task) => Promise<Result>;
}

/** A path among the programs in the project. */
export const at = (file: string): string => inProject("runtimes", file);

/** Puts the program into the project that has the package installed. */
export async function setUpProgram(): Promise<void> {
  await mkdir(at("."), { recursive: true });
  const source = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const { code } = await transform(await readFile(source("program.ts"), "utf8"), { loader: "ts" });
  await writeFile(at("program.js"), code);
  for (const file of ["process.js", "worker.js"]) await copyFile(source(file), at(file));
}

const never = { create: false, PUT: false, DELETE: false };

const node = (name: string, program: string): Runtime => ({
  name,
  provesNotSent: true,
  repeats: never,
  perform: (task) => inProcess(task, program, at("process.js")),
});

const peerNode = (version: number): Runtime =>
  node(`Node ${version}`, peerFolder(`node${version}`) + "bin/node");

const deno = peerFolder(".bin") + "deno";

/** To call the platform, to import the advice, and to read the app's credentials. */
const permissions = ["--no-prompt", "--allow-net", "--allow-read", "--allow-env"];

/** Type-checks a program as Deno sees it; rejects with what it says. */
export async function checkWithDeno(file: string): Promise<void> {
  await output(spawn(deno, ["check", at(file)], { cwd: inProject(), env: quietly }));
}

/** Those at hand: the Node that runs the tests, and the peers. */
export const runtimes = {
  node: node(`Node ${process.versions.node}, this one`, process.execPath),
  node22: peerNode(22),
  node24: peerNode(24),
  node26: peerNode(26),
  bun: {
    name: "Bun",
    provesNotSent: false,
    repeats: { create: false, PUT: true, DELETE: true },
    perform: (task) => inProcess(task, peerFolder(".bin") + "bun", "run", at("process.js")),
  },
  deno: {
    name: "Deno",
    provesNotSent: false,
    repeats: { create: true, PUT: true, DELETE: true },
    // Up to 2.9.5.
    repeatsAtOnce: true,
    perform: (task) => inProcess(task, deno, "run", ...permissions, at("process.js")),
  },
  workerd: {
    name: "workerd",
    provesNotSent: false,
    // Those of November 2026 repeat a DELETE.
    repeats: never,
    perform: inWorker,
  },
} as const satisfies Readonly<Record<string, Runtime>>;

async function inProcess(task: Task, program: string, ...words: string[]): Promise<Result> {
  const child = spawn(program, [...words, JSON.stringify(task)], {
    cwd: inProject(),
    env: quietly,
  });
  const { stdout, stderr } = await output(child);
  // A warning, or a rejection that nobody handled.
  if (stderr !== "") throw new Error(stderr);
  return { reports: JSON.parse(stdout) as Report[], printed: "" };
}

async function output(child: ChildProcess) {
  const texts = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  await once(child, "close");
  const { exitCode, spawnfile } = child;
  if (exitCode !== 0) throw new Error(`${spawnfile} exited with ${exitCode}:\n${texts.stderr}`);
  return texts;
}

async function inWorker(task: Task): Promise<Result> {
  const { send, stop } = await startWorker(at("worker.js"));
  try {
    const reports = JSON.parse(await send(JSON.stringify(task))) as Report[]; // see `perform`
    return { reports, printed: await stop() };
  } finally {
    await stop();
  }
}
