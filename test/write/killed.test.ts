import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporary, tree } from "../cli/larkgen.js";
import { after, before, differences, generated, put } from "./folder.js";

const here = (name: string): string => join(import.meta.dirname, name);

/** Writes `after` over `before` in a process that stumbles; how it ended, and the folder it left. */
async function stumbling(where: string, start = before) {
  const folder = temporary();
  // The script stumbles over changes below a folder of this name.
  const out = join(folder, "generated");
  await put(out, start);
  const [input, count] = [join(folder, "input.json"), join(folder, "count.txt")];
  writeFileSync(input, JSON.stringify(generated(after)));
  const args = ["--require", here("stumble.cjs"), here("put.mjs"), out, input];
  const env = { ...process.env, STUMBLE: where, STUMBLE_COUNT: count };
  const child = spawn(process.execPath, args, { env });
  const [code, signal] = await once(child, "close");
  const steps = existsSync(count) ? Number(readFileSync(count, "utf8")) : 0;
  return { out, steps, ended: signal ?? code };
}

async function expected(texts: typeof before) {
  const out = temporary();
  await put(out, texts);
  return tree(out);
}

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

test("killed at any step: old, or finished by the next run, and never called complete before", async () => {
  const { steps, out, ended } = await stumbling("0");
  expect({ ended, steps: steps > 15 }).toEqual({ ended: 0, steps: true });
  const [old, fresh] = [await expected(before), await expected(after)];
  expect(tree(out)).toEqual(fresh);

  const seen = new Set<string>();
  for (let step = 1; step <= steps; step++) {
    const { out, ended } = await stumbling(String(step));
    expect(ended, `step ${step}`).toBe("SIGKILL");
    const left = Object.fromEntries(
      Object.entries(tree(out)).filter(([path]) => !path.startsWith(".larkgen-staging/")),
    );
    const isNew = same(left, fresh);
    seen.add(isNew ? "new" : same(left, old) ? "old" : "mixed");
    expect((await differences(out, after)).length === 0, `check after step ${step}`).toBe(isNew);
    if (!same(left, old))
      expect(await differences(out, before), `old check after step ${step}`).not.toEqual([]);
    await put(out, after);
    expect(tree(out), `finished after step ${step}`).toEqual(fresh);
  }
  // Before the journal is there, while it is carried out, and while the rest is cleared away.
  expect([...seen]).toEqual(["old", "mixed", "new"]);
});

test("killed half-way, a spec that has changed again is what the next run writes", async () => {
  const { steps } = await stumbling("0");
  const again = { ...before, "src/e.ts": "e3\n" };
  for (const step of [4, Math.ceil(steps / 2), steps - 4]) {
    const { out } = await stumbling(String(step));
    await put(out, again);
    expect(tree(out)).toEqual(await expected(again));
  }
});

test("killed while writing into a folder that was not there, the next run starts afresh", async () => {
  const { out } = await stumbling("5", {});
  await put(out, after);
  expect(tree(out)).toEqual(await expected(after));
});
