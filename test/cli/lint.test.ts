import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, small, start } from "./larkgen.js";

const ENUMS = "spec/hire/enums.yaml";
const PEN = "spec/hire/resources/pen.yaml";

/** Two files with a mistake each. */
function broken(): string {
  const cwd = small();
  appendFileSync(
    join(cwd, ENUMS),
    "  Lonely: { lable: 单, values: { A: { value: 1, label: 甲 } } }\n",
  );
  appendFileSync(join(cwd, PEN), "lable: 再\n");
  return cwd;
}

test("a good spec has no problems, said on stderr", async () => {
  const cwd = small();
  expect(await larkgen(cwd, ["lint"])).toEqual({ code: 0, stdout: "", stderr: "no problems\n" });
  const { code, stdout, stderr } = await larkgen(cwd, ["lint", "--json"]);
  expect({ code, data: JSON.parse(stdout), stderr }).toEqual({
    code: 0,
    data: { diagnostics: [] },
    stderr: "",
  });
});

test("problems are data", async () => {
  const cwd = broken();
  const { code, stdout, stderr } = await larkgen(cwd, ["lint"]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain(`${ENUMS}:6:13 error unknown-key`);
  expect(stdout).toContain(`${PEN}:10:1 error unknown-key`);
  expect(stdout).toMatch(/\n2 errors\n$/u);

  const json = await larkgen(cwd, ["lint", "--json"]);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout).diagnostics[0]).toEqual({
    code: "unknown-key",
    severity: "error",
    message: '"lable" is not a key of the enum Lonely. Did you mean label?',
    file: ENUMS,
    line: 6,
    column: 13,
    endLine: 6,
    endColumn: 18,
  });
});

test("files and folders named are the only ones reported on, read within their spec", async () => {
  const cwd = broken();
  const one = await larkgen(cwd, ["lint", PEN]);
  expect(one.code).toBe(1);
  expect(one.stdout).toContain("1 error");
  expect(one.stdout).not.toContain(ENUMS);
  const none = await larkgen(cwd, ["lint", "spec/hire/service.yaml"]);
  expect(none).toEqual({ code: 0, stdout: "", stderr: "no problems\n" });
  const all = await larkgen(join(cwd, "spec"), ["lint", "hire"]);
  expect(all.stdout).toContain("2 errors");
});

test("warnings do not fail", async () => {
  const cwd = small();
  const lonely = "  Lonely: { label: 单, values: { A: { value: 1, label: 甲 } } }\n";
  appendFileSync(join(cwd, ENUMS), lonely);
  const { code, stdout } = await larkgen(cwd, ["lint"]);
  expect(stdout).toContain("warning unused-enum");
  expect(code).toBe(0);
});

test("no escape codes when nobody looks at a terminal, with NO_COLOR or without", async () => {
  const cwd = broken();
  for (const [command, env] of [
    ["lint", {}],
    ["lint", { NO_COLOR: "1" }],
    ["generate", {}],
  ] as const) {
    const { stdout, stderr } = await larkgen(cwd, [command], { env });
    expect(stdout + stderr).toContain("unknown-key");
    expect(stdout + stderr).not.toContain("\u001b");
  }
});

test("Windows line ends and a byte order mark change nothing", async () => {
  const cwd = small();
  for (const path of [ENUMS, PEN]) {
    const text = readFileSync(join(cwd, path), "utf8");
    writeFileSync(join(cwd, path), `\uFEFF${text.replaceAll("\n", "\r\n")}`);
  }
  appendFileSync(join(cwd, ENUMS), "lable: x\r\n");
  const { stdout } = await larkgen(cwd, ["lint"]);
  expect(stdout).toContain(`${ENUMS}:6:1 error unknown-key`);
  expect(stdout).toContain("  6 | lable: x\n");
  expect(stdout).toContain("1 error");
});

test("a file that is no text is one of the problems", async () => {
  const cwd = small();
  writeFileSync(join(cwd, ENUMS), Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
  const { code, stdout } = await larkgen(cwd, ["lint"]);
  expect(stdout).toContain(`${ENUMS}:1:1 error not-utf8`);
  expect(stdout).toContain("1 error");
  expect(code).toBe(1);
});

test("a reader that stops early is no crash", async () => {
  const cwd = broken();
  writeFileSync(join(cwd, ENUMS), Array.from({ length: 5000 }, (_, i) => `k${i}: 1\n`).join(""));
  const child = start(cwd, ["lint", "--json"]);
  let said = "";
  child.stderr?.on("data", (text) => (said += String(text)));
  child.stdout?.once("data", () => child.stdout?.destroy());
  await new Promise((resolve) => child.on("close", resolve));
  expect(said).toBe("");
});
