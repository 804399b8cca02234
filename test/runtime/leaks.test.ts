import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { ok, serve, tokenPath, tokenReply } from "./server.js";
import type { Answer } from "./server.js";

const program = fileURLToPath(new URL("faults/two-hundred-calls.ts", import.meta.url));
const close = { connection: "close" };

test(
  "a program ends by itself after 200 calls, most of which failed",
  { timeout: 60_000 },
  async () => {
    const limited: Answer = {
      status: 400,
      headers: { ...close, "x-ogw-ratelimit-reset": "500" },
      json: { code: 99991400, msg: "slow down" },
    };
    const server = await serve(({ url }) => {
      if (url.includes("mute")) return undefined;
      if (url.includes("limited")) return limited;
      return { ...(url === tokenPath ? tokenReply("t-1") : ok({ id: "1" })), headers: close };
    });
    const nobody = await serve(() => ok());
    await nobody.close();

    const child = spawn(process.execPath, ["--import", "tsx", program, server.url, nobody.url], {
      env: { ...process.env, NODE_OPTIONS: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    onTestFinished(() => void child.kill());
    const [out, warnings, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit"), // it must come by itself: whatever is left would last ten minutes
    ]);
    expect.soft(warnings).toBe("");
    expect([code, signal]).toEqual([0, null]);
    expect(JSON.parse(out)).toEqual({
      ok: { fulfilled: 50 },
      late: { TimeoutError: 20 },
      refused: { NetworkError: 20 },
      tokenless: { TimeoutError: 20 },
      reply: { Error: 50 },
      limits: { Error: 20 },
      turn: { fulfilled: 1, Error: 19 },
      timers: 0,
    });
  },
);
