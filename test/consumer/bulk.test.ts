import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { start } from "../mock/server.js";
import { hire as model } from "../openapi/models.js";
import { pageProgram } from "./blocks.js";
import { environment, Workplace } from "./workplace.js";

const workplace = new Workplace("bulk");

beforeAll(async () => {
  await workplace.write([{ name: "import", code: pageProgram("import.ts") }]);
  await workplace.compile();
});

/** Somebody's file of assessments; all of them can be told apart. */
async function fileOf(name: string, keys: readonly string[]): Promise<string> {
  const lines = keys.map((external_id) =>
    JSON.stringify({ external_id, external_interview_id: "6986199832494934316", conclusion: 1 }),
  );
  await writeFile(workplace.at(name), `${lines.join("\n")}\n`);
  return workplace.at(name);
}

interface Run {
  readonly exitCode: number | null;
  readonly stderr: readonly string[];
  readonly stdout: string;
}

/** A server, what it has applied, and the program as an operator starts it. */
async function setUp(faults: number) {
  const applied: unknown[] = [];
  const calls: string[] = [];
  const running = new Set<() => void>();
  const killing = { at: Infinity };
  const { url } = await start(await model(), {
    faults,
    onCall: ({ path }) => calls.push(path),
    onApplied({ input }) {
      applied.push(input["external_id"]);
      if (applied.length === killing.at) for (const kill of running) kill();
    },
  });
  // Far more than is documented, so that the limits take no time.
  const env = { ...environment(url), CALLS_PER_SECOND: "100000" };

  /** `killAt`: how many writes the server has applied when the program is killed. */
  async function run(file: string, killAt = Infinity): Promise<Run> {
    killing.at = killAt;
    const child = spawn(process.execPath, [workplace.program("import"), file], { env });
    const kill = () => void child.kill("SIGKILL");
    running.add(kill);
    let stderr = "";
    let stdout = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    await once(child, "close");
    running.delete(kill);
    return { exitCode: child.exitCode, stderr: stderr.split("\n").slice(0, -1), stdout };
  }
  return { applied, calls, run };
}

const isProgress = (line: string): boolean => /^\d+ lines, \d+ failed$/u.test(line);

test("1,000 assessments arrive, none twice, though calls fail and the program is killed", async () => {
  const keys = Array.from({ length: 1_000 }, (_, index) => `a-${index}`);
  const file = await fileOf("assessments.ndjson", keys);
  const { applied, run } = await setUp(0.15);

  const killed = await run(file, keys.length / 2);
  expect(killed.exitCode).toBe(null);
  expect(killed.stderr.filter((line) => !isProgress(line))).toEqual([]);
  const before = applied.length;
  expect(before).toBeGreaterThanOrEqual(keys.length / 2);
  expect(before).toBeLessThan(keys.length);

  const runs: Run[] = [];
  do runs.push(await run(file));
  while (runs.at(-1)?.exitCode === 1 && runs.length < 10);

  const last = runs.at(-1);
  expect(last).toEqual({ exitCode: 0, stderr: expect.anything(), stdout: "" });
  expect(last?.stderr.at(-1)).toBe("1000 lines, 0 failed");
  expect(last?.stderr.filter((line) => !isProgress(line))).toEqual([]);
  // A reply cut short is never sent again by itself, so some lines had to wait for the next start.
  const failures = runs.flatMap(({ stderr }) => stderr).filter((line) => !isProgress(line));
  expect(failures.length).toBeGreaterThan(0);
  for (const line of failures)
    expect(line).toMatch(
      /^line \d+: ResponseError: external_interview_assessment\.create failed: /u,
    );
  expect(applied.toSorted()).toEqual(keys.toSorted());
}, 240_000);

test("a start with nothing left to do sends nothing", async () => {
  const file = await fileOf("twice.ndjson", ["b-1", "b-2", "b-3"]);
  const { applied, calls, run } = await setUp(0);
  expect((await run(file)).exitCode).toBe(0);
  expect(applied.toSorted()).toEqual(["b-1", "b-2", "b-3"]);
  calls.length = 0;
  expect(await run(file)).toEqual({ exitCode: 0, stderr: [], stdout: "" });
  expect(calls).toEqual([]);
});

test("a line of the journal that was cut short counts for nothing", async () => {
  const file = await fileOf("cut.ndjson", ["c-1", "c-12"]);
  await writeFile(`${file}.done`, '"c-12"\n"c-1');
  const { applied, run } = await setUp(0);
  expect((await run(file)).exitCode).toBe(0);
  expect(applied).toEqual(["c-1"]);
});

test("lines that cannot be imported are named, and keep no other from it", async () => {
  const good = '"external_interview_id":"6986199832494934316"';
  const lines = [
    '{"external_id":"d-0"}',
    "",
    "[",
    `{"external_id":"d-1",${good}}`,
    `{${good}}`,
    `{"external_id":"d-1",${good}}`,
    `{"external_id":"d-2",${good}}`,
  ];
  const file = workplace.at("broken.ndjson");
  await writeFile(file, lines.join("\n"));
  const { applied, run } = await setUp(0);
  const { exitCode, stderr } = await run(file);
  expect(exitCode).toBe(1);
  expect(applied.toSorted()).toEqual(["d-1", "d-2"]);
  expect(stderr).toEqual([
    expect.stringMatching(/^line 1: ValidationError: .*external_interview_id/u),
    "line 3: Error: no JSON",
    "line 5: Error: external_id is missing: a repeat would not be recognised",
    "line 6: Error: external_id is that of an earlier line",
  ]);
});
