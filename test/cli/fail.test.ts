import { appendFileSync, chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { larkgen, made, small, tree, writeOver } from "./larkgen.js";

const OUT = "generated/hire";
const script = join(import.meta.dirname, "../write/stumble.cjs");

const stumbling = (cwd: string, where: string) =>
  larkgen(cwd, ["generate"], { node: ["--require", script], env: { STUMBLE: where } });

test.each([
  ["ENOSPC", "the disk is full"],
  ["EACCES", "permission denied"],
  ["EROFS", "the disk is read-only"],
])("%s is one plain sentence, and leaves no trace", async (error, reason) => {
  const cwd = await made();
  const before = tree(join(cwd, OUT));
  appendFileSync(join(cwd, "spec/hire/enums.yaml"), "      Blue: { value: 2, label: 蓝 }\n");
  const { code, stdout, stderr } = await stumbling(cwd, `5:${error}`);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(new RegExp(`^larkgen: cannot write [^\\n]*: ${reason}\\n$`, "u"));
  expect(tree(join(cwd, OUT))).toEqual(before);
});

test("killed in the middle, the next generate ends what was begun", async () => {
  const cwd = await made();
  appendFileSync(join(cwd, "spec/hire/enums.yaml"), "      Blue: { value: 2, label: 蓝 }\n");
  for (const step of ["4", "16"]) {
    expect((await stumbling(cwd, step)).code).toBe(null);
    expect((await larkgen(cwd, ["check"])).code).toBe(1);
  }
  expect((await larkgen(cwd, ["generate"])).code).toBe(0);
  await larkgen(cwd, ["generate", "--out", "cold"]);
  expect(tree(join(cwd, OUT))).toEqual(tree(join(cwd, "cold")));
  expect((await larkgen(cwd, ["check"])).code).toBe(0);
});

test("what was edited by hand is refused with nothing written, unless --force says so", async () => {
  const cwd = await made();
  appendFileSync(join(cwd, OUT, "src/enums.ts"), "// mine\n");
  appendFileSync(
    join(cwd, "spec/hire/resources/pen.yaml"),
    "      size: { type: int, label: 大小 }\n",
  );
  const before = tree(cwd);
  const refused = await larkgen(cwd, ["generate"]);
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: "" });
  expect(refused.stderr).toContain(`${OUT}/src/enums.ts was edited by hand\n`);
  expect(refused.stderr).toContain("Nothing was written.");
  const json = await larkgen(cwd, ["generate", "--json"]);
  expect(JSON.parse(json.stdout)).toEqual({
    refused: [{ path: "src/enums.ts", reason: "edited" }],
  });
  expect(tree(cwd)).toEqual(before);
  expect((await larkgen(cwd, ["generate", "--force"])).code).toBe(0);
  expect((await larkgen(cwd, ["check"])).code).toBe(0);
});

test("a stranger's file in the way is refused, and one beside it is not", async () => {
  const cwd = small();
  writeOver(join(cwd, OUT, "package.json"), "{}");
  writeOver(join(cwd, OUT, "notes.md"), "mine");
  const { code, stderr } = await larkgen(cwd, ["generate"]);
  expect(code).toBe(1);
  expect(stderr).toContain(`${OUT}/package.json stands in the way and was not generated\n`);
  expect(stderr).not.toContain("notes.md");
  expect(Object.keys(tree(join(cwd, OUT)))).toEqual(["notes.md", "package.json"]);
});

test.skipIf(process.getuid?.() === 0)(
  "a spec that may not be read is one plain sentence",
  async () => {
    const cwd = small();
    chmodSync(join(cwd, "spec/hire/enums.yaml"), 0);
    const { code, stderr } = await larkgen(cwd, ["generate"]);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/permission denied\n$/u),
    });
  },
);
