import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { larkgen, small, start } from "./larkgen.js";

const PATIENT = { timeout: 30_000, interval: 20 };

/** A command that stays, with what it has said so far. */
function staying(cwd: string, args: readonly string[]) {
  const child = start(cwd, args);
  onTestFinished(() => void child.kill("SIGKILL"));
  const said = { stdout: "", stderr: "" };
  child.stdout?.on("data", (text) => (said.stdout += String(text)));
  child.stderr?.on("data", (text) => (said.stderr += String(text)));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, said, ended };
}

test("openapi prints one JSON document, or writes it into a file", async () => {
  const cwd = small();
  const { code, stdout, stderr } = await larkgen(cwd, ["openapi"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const document = JSON.parse(stdout);
  expect(document.openapi).toMatch(/^3\.1/u);
  expect(Object.keys(document.paths)).toContain("/open-apis/hire/v1/pens");
  const written = await larkgen(cwd, ["openapi", "--out", "deep/down/hire.json"]);
  expect(written).toEqual({ code: 0, stdout: "", stderr: "wrote deep/down/hire.json\n" });
  expect(readFileSync(join(cwd, "deep/down/hire.json"), "utf8")).toBe(stdout);
});

test.each(["openapi", "mock"])("%s of a broken spec says what is wrong", async (command) => {
  const cwd = small();
  appendFileSync(join(cwd, "spec/hire/enums.yaml"), "lable: x\n");
  const { code, stdout, stderr } = await larkgen(cwd, [command]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("error unknown-key");
  const json = await larkgen(cwd, [command, "--json"]);
  expect(JSON.parse(json.stdout).diagnostics).toHaveLength(1);
});

test.each([
  ["SIGTERM", [] as string[], (line: string) => line],
  ["SIGINT", ["--json"], (line: string) => String(JSON.parse(line).url)],
] as const)(
  "mock prints its URL first, serves, and ends well with %s",
  async (signal, args, url) => {
    const { child, said, ended } = staying(small(), ["mock", ...args]);
    await vi.waitUntil(() => said.stdout.includes("\n"), PATIENT);
    const reply = await fetch(
      `${url(said.stdout.split("\n")[0] ?? "")}/open-apis/auth/v3/tenant_access_token/internal`,
      {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ app_id: "a", app_secret: "b" }),
      },
    );
    expect(await reply.json()).toMatchObject({ code: 0, tenant_access_token: expect.any(String) });
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(said.stderr).not.toMatch(/\n {4}at /u);
  },
);

test("mock --faults lets calls go wrong, and says so", async () => {
  const { said } = staying(small(), ["mock", "--faults", "1"]);
  await vi.waitUntil(() => said.stdout.includes("\n"), PATIENT);
  const caps = `${said.stdout.split("\n")[0]}/open-apis/hire/v1/caps`;
  for (const _ of Array.from({ length: 30 })) await fetch(`${caps}/1`).catch(() => undefined);
  const line = (end: string) => `GET /open-apis/hire/v1/caps/1 → ${end}\n`;
  await vi.waitUntil(() => said.stderr.split("(fault: ").length > 30, PATIENT);
  expect(said.stderr).toContain(line("no reply (fault: connection-lost)"));
  expect(said.stderr).toContain(line("HTTP 502 (fault: bad-gateway)"));
  expect(said.stderr).toContain(line("HTTP 429, code 99991400 (fault: rate-limit)"));
});

test.each(["-1", "1.1", "2", "many", "20%", "", ".", "1.", "Infinity"])(
  "a share of %j is wrong usage",
  async (rate) => {
    const { code, stdout, stderr } = await larkgen(small(), ["mock", `--faults=${rate}`]);
    expect(stderr).toContain("a rate is a number from 0 to 1");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  },
);

test("a port in use is one plain sentence", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const { code, stdout, stderr } = await larkgen(small(), ["mock", "--port", String(port)]);
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: `larkgen: port ${port} is in use: choose another with --port; 0 takes a free one\n`,
  });
});

test("--watch generates again after each save, and outlives a broken spec", async () => {
  const cwd = small();
  const enums = join(cwd, "spec/hire/enums.yaml");
  const output = () => {
    const path = join(cwd, "generated/hire/src/enums.ts");
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const { child, said, ended } = staying(cwd, ["generate", "--watch"]);
  await vi.waitUntil(() => said.stderr.includes("watching spec/hire"), PATIENT);
  expect(output()).toContain("Red");

  appendFileSync(enums, "      Blue: { value: 2, label: 蓝 }\n");
  await vi.waitUntil(() => output().includes("Blue"), PATIENT);

  // Many editors write a file beside the old one, and move it there.
  const good = readFileSync(enums, "utf8");
  writeFileSync(`${enums}~`, `${good}      Green: { value: 3, label: 绿 }\n`);
  renameSync(`${enums}~`, enums);
  await vi.waitUntil(() => output().includes("Green"), PATIENT);

  writeFileSync(enums, "enums: [");
  await vi.waitUntil(() => said.stderr.includes("error yaml-syntax"), PATIENT);
  expect(output()).toContain("Green");

  // Others take the old one away first.
  rmSync(enums);
  writeFileSync(enums, `${good}      Pink: { value: 4, label: 粉 }\n`);
  await vi.waitUntil(() => output().includes("Pink"), PATIENT);
  expect(output()).not.toContain("Green");

  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
