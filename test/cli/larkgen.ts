import { spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished, vi } from "vitest";

// Node starts anew for each command, and a busy machine is slow at that.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const CLI = join(REPOSITORY, "dist/cli.js");

/** A folder of one test's own, gone when the test ends. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "larkgen-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with the spec that larkgen ships. */
export function project(): string {
  const folder = temporary();
  cpSync(join(REPOSITORY, "spec"), join(folder, "spec"), { recursive: true });
  return folder;
}

const SMALL = {
  "service.yaml": "service: { name: hire, label: 招聘, package: small-hire, version: 1.0.0 }\n",
  "enums.yaml": `enums:
  Color:
    label: 颜色
    values:
      Red: { value: 1, label: 红 }
`,
  "resources/pen.yaml": `resource: pen
label: 笔
operations:
  create:
    label: 新建
    http: POST /open-apis/hire/v1/pens
    tokens: [tenant]
    body:
      color: { type: Color, label: 颜色, required: true, example: 1 }
`,
  "resources/cap.yaml": `resource: cap
label: 帽
operations:
  get:
    label: 查询
    http: GET /open-apis/hire/v1/caps/:id
    tokens: [tenant]
    path:
      id: { type: string, label: 号, example: "1" }
`,
};

/** A folder with a spec whose every line is known here. */
export function small(folder = temporary()): string {
  for (const [name, text] of Object.entries(SMALL)) {
    writeOver(join(folder, "spec/hire", name), text);
  }
  return folder;
}

let once: Promise<string> | undefined;

/** The same with its package beside it, which is made once for all tests of a file. */
export async function made(): Promise<string> {
  once ??= make();
  const folder = temporary();
  cpSync(await once, folder, { recursive: true, preserveTimestamps: false });
  return folder;
}

async function make(): Promise<string> {
  const folder = small(mkdtempSync(join(tmpdir(), "larkgen-")));
  await larkgen(folder, ["generate"]);
  return folder;
}

afterAll(async () => {
  if (once !== undefined) rmSync(await once, { recursive: true, force: true });
});

export function writeOver(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Around {
  readonly env?: NodeJS.ProcessEnv;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

export function start(
  cwd: string,
  args: readonly string[],
  { env = {}, node = [] }: Around = {},
): ChildProcess {
  const { NO_COLOR, FORCE_COLOR, NODE_OPTIONS, ...rest } = process.env;
  return spawn(process.execPath, [...node, CLI, ...args], { cwd, env: { ...rest, ...env } });
}

export function larkgen(cwd: string, args: readonly string[], around: Around = {}): Promise<Run> {
  const child = start(cwd, args, around);
  let [stdout, stderr] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Every file of a folder with its text. */
export function tree(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

/** Every file with what a rewriting would change. */
export function stamps(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files(folder).map((path) => {
      const { ino, mtimeMs } = statSync(join(folder, path));
      return [path, `${ino} ${mtimeMs}`];
    }),
  );
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
