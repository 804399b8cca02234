import { describe, expect, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { connect } from "../../templates/runtime/client.js";
import { TimeoutError } from "../../templates/runtime/errors.js";
import type { ClientOptions } from "../../templates/runtime/options.js";
import type { Choices } from "../../templates/runtime/settings.js";
import { fakeClock } from "./clock.js";
import { appSecret, client, create, get, service } from "./fixtures.js";
import { issuing, ok, platform } from "./server.js";
import type { Answer } from "./server.js";

const offer = { offer_id: "1" };
const good = { appId: "cli_1", appSecret };

describe("unless told, a client", () => {
  test("has these settings", () => {
    expect(connect(good, service)["~connection"]).toMatchObject({
      timeout: 30_000,
      retries: 2,
      maxWait: 60_000,
      retryOn: [],
      tenantKey: undefined,
      input: "documented",
      output: "off",
    });
  });

  test("checks replies when somebody listens", () => {
    const hooks = { onUnexpected: () => {} };
    expect(connect({ ...good, hooks }, service)["~connection"].output).toBe("documented");
  });

  test("takes undefined for nothing said", () => {
    const nothing = {
      timeout: undefined,
      retries: undefined,
      maxWait: undefined,
      retryOn: undefined,
      tenantKey: undefined,
      validate: undefined,
      rateLimit: undefined,
      hooks: undefined,
      fetch: undefined,
      baseUrl: undefined,
    };
    const { timeout, retries, maxWait, retryOn, input } = connect(good, service)["~connection"];
    const silent = connect({ ...good, ...nothing }, service)["~connection"];
    expect(silent).toMatchObject({ timeout, retries, maxWait, retryOn, input, output: "off" });
    expect([silent.base, silent.limits]).toEqual(["https://open.feishu.cn", {}]);
    expect(silent.limiter).toBeDefined();
  });
});

const busy: Answer = { status: 503, text: "busy" };
const conflict: Answer = { status: 400, json: { code: 1002619, msg: "conflict" } };
const slow = (seconds: number): Answer => ({
  status: 400,
  headers: { "x-ogw-ratelimit-reset": String(seconds) },
  json: { code: 99991400, msg: "slow" },
});

describe("what a call chooses wins over what its client chose:", () => {
  test.each<[string, Answer, Choices, Choices, number]>([
    ["retries: neither", busy, {}, {}, 3],
    ["retries: the client", busy, { retries: 1 }, {}, 2],
    ["retries: the call", busy, { retries: 1 }, { retries: 4 }, 5],
    ["retries: the call, none", busy, { retries: 4 }, { retries: 0 }, 1],
    ["retries: the call, nothing said", busy, { retries: 1 }, { retries: undefined }, 2],
    ["maxWait: neither, just enough", slow(29.25), {}, {}, 3],
    ["maxWait: neither, enough for one", slow(30), {}, {}, 2],
    ["maxWait: neither, too little", slow(60), {}, {}, 1],
    ["maxWait: the client", slow(60), { maxWait: 61_000 }, {}, 2],
    ["maxWait: the call", slow(60), { maxWait: 61_000 }, { maxWait: 1_000_000 }, 3],
    ["maxWait: the call, none", busy, { maxWait: 61_000 }, { maxWait: 0 }, 1],
    ["maxWait: without end", slow(999_999), { maxWait: Infinity }, {}, 3],
    ["retryOn: neither", conflict, {}, {}, 1],
    ["retryOn: the client", conflict, { retryOn: [7, 1002619] }, {}, 3],
    ["retryOn: the call", conflict, {}, { retryOn: [1002619] }, 3],
    ["retryOn: the call, none", conflict, { retryOn: [1002619] }, { retryOn: [] }, 1],
  ])("%s", async (_, answer, ofClient, ofCall, sent) => {
    const server = await platform(() => answer);
    const clock = fakeClock("skipped");
    await expect(
      call(client(server.url, ofClient, clock), get, offer, ofCall),
    ).rejects.toMatchObject({ operation: get.id });
    expect([server.calls().length, clock.waits.length]).toEqual([sent, sent - 1]);
  });

  test.each<[string, Choices, Choices]>([
    ["the client", { timeout: 20 }, {}],
    ["the call", { timeout: Infinity }, { timeout: 20 }],
  ])("timeout: %s", async (_, ofClient, ofCall) => {
    const server = await platform(() => undefined);
    // With a token of its own the call is the only request.
    const choices = { ...ofCall, token: "u-1", retries: 0 };
    const late = call(client(server.url, ofClient), get, offer, choices);
    await expect(late).rejects.toThrow(TimeoutError);
    await expect(late).rejects.toThrow("within 20 ms");
  });

  test.each<[Choices, Choices, string | undefined]>([
    [{}, {}, undefined],
    [{ tenantKey: "A" }, {}, "A"],
    [{ tenantKey: "A" }, { tenantKey: "B" }, "B"],
    [{}, { tenantKey: "B" }, "B"],
  ])("tenantKey: %j, %j", async (ofClient, ofCall, want) => {
    const server = await issuing([]);
    const seen: unknown[] = [];
    const token = ({ tenantKey }: { readonly tenantKey: string | undefined }) => {
      seen.push(tenantKey);
      return "u-1";
    };
    const hire = connect({ ...ofClient, token, baseUrl: server.url }, service);
    await call(hire, get, offer, ofCall);
    expect(seen).toEqual([want]);
  });

  test("it counts for that call alone", async () => {
    const server = await platform(() => busy);
    const hire = client(server.url, { retries: 0 }, fakeClock("skipped"));
    await call(hire, get, offer, { retries: 1 }).catch(() => {});
    await call(hire, get, offer).catch(() => {});
    expect(server.calls()).toHaveLength(3);
  });
});

describe("what cannot work is refused, by client and call:", () => {
  // Wrong on purpose: what JavaScript, or a cast, lets through.
  const wrong: [string, object, RegExp][] = [
    ["timeout 0", { timeout: 0 }, /^timeout: /],
    ["timeout -1", { timeout: -1 }, /^timeout: /],
    ["timeout NaN", { timeout: NaN }, /^timeout: /],
    ["timeout in words", { timeout: "soon" }, /^timeout: /],
    ["retries -1", { retries: -1 }, /^retries: /],
    ["retries NaN", { retries: NaN }, /^retries: /],
    ["retries in words", { retries: "some" }, /^retries: /],
    ["maxWait -1", { maxWait: -1 }, /^maxWait: /],
    ["maxWait NaN", { maxWait: NaN }, /^maxWait: /],
    ["maxWait in words", { maxWait: "long" }, /^maxWait: /],
    ["retryOn a number", { retryOn: 1002619 }, /^retryOn: /],
    ["retryOn null", { retryOn: null }, /^retryOn: /],
    ["an unknown level", { validate: "strikt" }, /^validate: /],
    ["an unknown level of input", { validate: { input: "on" } }, /^validate: /],
    ["an unknown level of output", { validate: { output: "documented " } }, /^validate: /],
  ];

  test.each(wrong)("%s", async (_, choice, message) => {
    const attempt = () => connect({ ...good, ...choice } as ClientOptions, service);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(message);
    const server = await platform(() => ok());
    const refused = call(client(server.url), create, { external_interview_id: "1" }, choice);
    await expect(refused).rejects.toThrow(TypeError);
    await expect(refused).rejects.toThrow(message);
    expect(server.seen).toEqual([]);
  });

  test.each([
    [{ timeout: 1 }],
    [{ timeout: Infinity }],
    [{ retries: 0 }],
    [{ retries: Infinity }],
    [{ maxWait: 0 }],
    [{ maxWait: Infinity }],
    [{ retryOn: [] }],
  ])("but not %o", (choice) => {
    expect(connect({ ...good, ...choice }, service)["~connection"]).toMatchObject(choice);
  });

  test.each<[string, object]>([
    ["no call at all", { calls: 0, per: 1_000 }],
    ["a number of calls that is none", { calls: NaN, per: 1_000 }],
    ["a negative number of calls", { calls: -1, per: 1_000 }],
    ["no time", { calls: 1, per: 0 }],
    ["a time that is none", { calls: 1, per: NaN }],
    ["nothing", {}],
  ])("a rate limit of %s", (_, limit) => {
    const rateLimit = { limits: { "talent.list": [{ calls: 1, per: 1 }, limit] } };
    const attempt = () => connect({ ...good, rateLimit } as ClientOptions, service);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(/^rateLimit: /);
  });
});
