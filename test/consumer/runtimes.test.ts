import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { start } from "../mock/server.js";
import { hire as model } from "../openapi/models.js";
import { describeWithPeers } from "../peers/peers.js";
import { leaks } from "../runtime/faults/shown.js";
import { ok, platform, serve } from "../runtime/server.js";
import { pageProgram } from "./blocks.js";
import { bunOptions, denoModule, denoOptions } from "./runtimes/advice.js";
import type { Call } from "./runtimes/program.js";
import { at, checkWithDeno, type Runtime, runtimes, setUpProgram } from "./runtimes/runtimes.js";
import {
  answering,
  breakingOnce,
  many,
  mute,
  nobody,
  renewing,
  troublesome,
} from "./runtimes/servers.js";
import { startWorker } from "./runtimes/workerd.js";

const app = (baseUrl: string) => ({ appId: "cli_1", appSecret: "the-app-secret", baseUrl });
const input = { external_interview_id: "6986199832494934316" };
const create: Call = { way: "create", input };
/** With a token given, so that no request for one has opened a connection before. */
const write: Call = { ...create, options: { token: "t-given" } };

/** What is known of a write without its key that got lost. */
const unknown = { retryable: false, mayHaveBeenApplied: true };
const lost = { attempts: 1, failure: { classes: ["ClientError", "NetworkError"], facts: unknown } };

/** Makes writes until one of them meets a connection that breaks, and then some more. */
async function writeOverBreaking(
  { perform }: Pick<Runtime, "perform">,
  way: "create" | "PUT" | "DELETE",
  advice: { readonly advice?: string } = {},
) {
  const { url, wasUsed, deliveries } = await breakingOnce();
  const calls = Array.from({ length: many }, (_, index): Call => {
    const own = way === "create" ? { ...input, content: `${index}` } : { note_id: `${index}` };
    return { ...write, way, input: own };
  });
  const { reports } = await perform({ client: app(url), calls, ...advice });
  return {
    wasUsed: wasUsed(),
    deliveries: deliveries(),
    failed: reports.filter(({ failure }) => failure !== undefined),
  };
}

describeWithPeers("the installed package", () => {
  beforeAll(setUpProgram);

  describe.for<Runtime>(Object.values(runtimes))("on $name", (runtime) => {
    const { perform, provesNotSent, repeats, repeatsAtOnce } = runtime;

    test("makes calls, and finds mistakes before anything is sent", async () => {
      const seen: string[] = [];
      const { url } = await start(await model(), {
        onCall: ({ path, status }) => seen.push(`${path} ${status}`),
      });
      const calls = [create, { ...create, input: {} }];
      const { reports } = await perform({ client: app(url), calls });
      expect(reports).toMatchObject([
        { attempts: 1, value: { external_interview_assessment: { id: expect.any(String) } } },
        {
          attempts: 0,
          failure: {
            name: "ValidationError",
            classes: ["ClientError", "ValidationError"],
            message: expect.stringContaining("external_interview_id"),
            facts: { direction: "input", mayHaveBeenApplied: false },
          },
        },
      ]);
      expect(seen).toEqual([
        "/open-apis/auth/v3/tenant_access_token/internal 200",
        "/open-apis/hire/v1/external_interview_assessments 200",
      ]);
    });

    test("sends again what was refused as too many", async () => {
      const { url, calls } = await answering({
        status: 429,
        headers: { "x-ogw-ratelimit-reset": "0" },
        json: { code: 99991400, msg: "slow down" },
      });
      const { reports } = await perform({ client: app(url), calls: [create] });
      expect(reports).toEqual([{ attempts: 2, value: {} }]);
      const body = JSON.stringify(input);
      expect(calls().map((one) => one.body)).toEqual([body, body]);
    });

    test("has calls wait for their turn", async () => {
      const { url, calls } = await platform(() => ok({}));
      const limits = { "external_interview_assessment.create": [{ calls: 2, per: 50 }] };
      const seven = Array.from({ length: 7 }, () => create);
      const client = { ...app(url), rateLimit: { limits } };
      const { reports } = await perform({ client, calls: seven, areAtOnce: true });
      expect(reports.map(({ value }) => value)).toEqual(seven.map(() => ({})));
      expect(calls().length).toBe(seven.length);
    });

    test("refuses redirects", async () => {
      const elsewhere = await serve(() => ok({}));
      const headers = { location: elsewhere.url };
      const statuses = [301, 302, 303, 307, 308];
      const { url, calls } = await answering(
        ...statuses.map((status) => ({ status, headers, text: "" })),
      );
      const { reports } = await perform({ client: app(url), calls: statuses.map(() => write) });
      expect(reports).toMatchObject(
        statuses.map((status) => ({
          attempts: 1,
          failure: {
            classes: ["ClientError", "ResponseError"],
            message: `${id} failed: a redirect is never followed (HTTP ${status})`,
            facts: { ...unknown, status },
          },
        })),
      );
      expect(calls().length).toBe(statuses.length);
      expect(elsewhere.seen).toEqual([]);
    });

    test("gives up when there is no answer in time", async () => {
      const { url, calls, left } = await mute();
      const late = { ...write, options: { ...write.options, timeout: 300 } };
      const { reports } = await perform({ client: app(url), calls: [late] });
      const classes = ["ClientError", "TimeoutError"];
      expect(reports).toMatchObject([{ attempts: 1, failure: { classes, facts: unknown } }]);
      await left;
      expect(calls()).toBe(1);
    });

    test("gives up when it is told to", async () => {
      const { url, calls, left } = await mute();
      const aborted = { ...write, abortedBy: `${url}/arrived` };
      const { reports } = await perform({ client: app(url), calls: [aborted] });
      const failure = { isReason: true, message: "enough", classes: [] };
      expect(reports).toMatchObject([{ attempts: 1, failure }]);
      await left;
      expect(calls()).toBe(1);
    });

    test("says of a refused connection what its fetch can prove", async () => {
      const refused = { ...write, options: { ...write.options, retries: 1 } };
      const { reports } = await perform({ client: app(await nobody()), calls: [refused] });
      const { classes } = lost.failure;
      const notSent = { classes, facts: { retryable: true, mayHaveBeenApplied: false } };
      expect(reports).toMatchObject([provesNotSent ? { attempts: 2, failure: notSent } : lost]);
    });

    test("makes one attempt at a write when a new connection breaks", async () => {
      const { url, seen } = await troublesome();
      const { reports } = await perform({ client: app(url), calls: [write] });
      expect(reports).toMatchObject([lost]);
      expect(seen.length).toBe(repeatsAtOnce ? 2 : 1);
    });

    test.for(["create", "PUT", "DELETE"] as const)(
      "sends a write as often as the page says when a used connection breaks: %s",
      async (way) => {
        const { failed, ...rest } = await writeOverBreaking(runtime, way);
        // Twice is not our doing, and there is a way to switch it off. Once it is once: tell the page.
        expect(rest).toEqual({ wasUsed: true, deliveries: repeats[way] ? 2 : 1 });
        expect(failed).toMatchObject(repeats[way] ? [] : [lost]);
      },
    );

    test("tells nothing of what it sent when a connection fails", async () => {
      const { url } = await troublesome();
      const words = {
        token: "t-token-of-ada",
        path: "6949-private-id",
        query: "ada.lovelace@example.com",
        header: "gateway-key-5f2d",
        body: "Ada Lovelace, born 1815",
      };
      const call = (trouble: string): Call => ({
        way: "PUT",
        input: { note_id: `${trouble}-${words.path}`, email: words.query, text: words.body },
        options: {
          token: words.token,
          headers: { "x-gateway-key": words.header },
          timeout: trouble === "late" ? 300 : 30_000,
          retries: 0,
        },
      });
      const tokenless = { ...create, options: { retries: 0 } };
      const broken = await perform({
        client: app(url),
        calls: [...["reset", "garbled", "half", "late"].map(call), tokenless],
      });
      const refused = await perform({ client: app(await nobody()), calls: [call("refused")] });
      const failures = [...broken.reports, ...refused.reports].map(({ failure }) => failure);
      expect(failures.map((one) => one?.name)).toEqual([
        ...["NetworkError", "NetworkError", "NetworkError", "TimeoutError"],
        ...["NetworkError", "NetworkError"],
      ]);
      const shown = [...failures.map((one) => one?.shown), broken.printed, refused.printed];
      const text = shown.join("\n");
      expect(text).toContain("note.touch failed: connection lost");
      expect(text.toLowerCase()).toContain("cause");
      const parts = ["ada.lovelace", "Lovelace", "notes/", "the-app-secret"];
      expect(leaks(text, [...Object.values(words), ...parts])).toEqual([]);
    });
  });

  describe("as the page advises", () => {
    test.for(["create", "PUT", "DELETE"] as const)("Deno sends a write once: %s", async (way) => {
      await writeFile(at("deno.js"), denoOptions());
      const advice = { advice: "./deno.js" };
      const { failed, ...rest } = await writeOverBreaking(runtimes.deno, way, advice);
      expect(rest).toEqual({ wasUsed: true, deliveries: 1 });
      expect(failed).toMatchObject([lost]);
    });

    test("Deno's example has Deno's types", async () => {
      await writeFile(at("deno-types.ts"), denoModule());
      await checkWithDeno("deno-types.ts");
      await writeFile(at("deno-types.ts"), denoModule().replace("appSecret", "appSecrets"));
      await expect(checkWithDeno("deno-types.ts")).rejects.toThrow("appSecrets");
    });

    test.for(["PUT", "DELETE"] as const)("Bun sends a write once: %s", async (way) => {
      await writeFile(at("bun.js"), bunOptions());
      const advice = { advice: "./bun.js" };
      const { failed, ...rest } = await writeOverBreaking(runtimes.bun, way, advice);
      expect(rest).toEqual({ wasUsed: false, deliveries: 1 });
      expect(failed).toMatchObject([lost]);
    });

    test("a worker makes a client for each request, and shares the tokens", async () => {
      const { url, used } = await renewing();
      const code = pageProgram("worker.ts").replace("createHire({", "$& baseUrl: env.BASE_URL,");
      await writeFile(at("page-worker.ts"), code);
      const texts = { APP_ID: "cli_1", APP_SECRET: "the-app-secret", BASE_URL: url };
      const { send, stop } = await startWorker(at("page-worker.ts"), texts);
      onTestFinished(async () => void (await stop()));
      expect([await send(""), await send("")]).toEqual(["done", "done"]);
      expect(used).toEqual(["Bearer t-token-0001", "Bearer t-token-0003"]);
    });
  });
});

const id = "external_interview_assessment.create";
