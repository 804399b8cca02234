import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { connect } from "../../templates/runtime/client.js";
import type { Client } from "../../templates/runtime/client.js";
import { AuthenticationError } from "../../templates/runtime/errors.js";
import type { RateLimiter } from "../../templates/runtime/limiter.js";
import type { TokenOptions, TokenProvider, TokenRequest } from "../../templates/runtime/options.js";
import { storeApp } from "../../templates/runtime/store-app.js";
import { client, create, get, service, todo } from "./fixtures.js";
import { gate, issuing, ok, tokenReply, watchRejections } from "./server.js";
import type { Answer, Handler } from "./server.js";

const input = { external_interview_id: "1" };

const refusal = (code = 99991663, status = 400): Answer => ({ status, json: { code, msg: "bad" } });

/** Refuses these tokens, takes any other. */
const refusing =
  (...tokens: readonly string[]): Handler =>
  ({ headers }) =>
    tokens.some((token) => headers.authorization === `Bearer ${token}`)
      ? refusal()
      : ok({ id: "1" });

function given(baseUrl: string, token: TokenOptions["token"], options: Partial<TokenOptions> = {}) {
  return connect({ ...options, baseUrl, token }, service);
}

describe("a refused token", () => {
  test("may be replaced by one near its end, which is then renewed in the background", async () => {
    const answers = [tokenReply("t-1"), tokenReply("t-2", 1700), tokenReply("t-3")];
    const server = await issuing(answers, refusing("t-1"));
    const hire = client(server.url);
    await call(hire, create, input);
    await vi.waitFor(async () => {
      await call(hire, create, input);
      expect(server.used().at(-1)).toBe("Bearer t-3");
    });
    expect(server.used().slice(0, 2)).toEqual(["Bearer t-1", "Bearer t-2"]);
    expect(server.asked()).toBe(3);
  });

  test.each([
    [99991663, 400],
    [99991664, 401],
    [99991663, 200],
    [99991663, 500],
  ])("(%i with HTTP %i) is replaced, and the call sent once more", async (code, status) => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], ({ headers }) =>
      headers.authorization === "Bearer t-1" ? refusal(code, status) : ok({ id: "7" }),
    );
    const hire = client(server.url, { retries: 0 });
    expect(await call(hire, create, input)).toEqual({ id: "7" });
    await call(hire, create, input);
    expect(server.used()).toEqual(["Bearer t-1", "Bearer t-2", "Bearer t-2"]);
    expect(server.asked()).toBe(2);
  });

  test.each([99991663, 99991664])("(%i) that comes back is not sent again", async (code) => {
    const server = await issuing([tokenReply("t-1")], () => refusal(code));
    const refused = call(client(server.url, { retries: 5 }), create, input);
    await expect(refused).rejects.toThrow(AuthenticationError);
    await expect(refused).rejects.toMatchObject({ code, tokenRefused: true, retryable: false });
    expect([server.used(), server.asked()]).toEqual([["Bearer t-1"], 2]);
  });

  test.each([0, 5])("has one replay, refused or not, with %i retries", async (retries) => {
    const server = await issuing(
      ["t-1", "t-2", "t-3"].map((token) => tokenReply(token)),
      refusing("t-1", "t-2", "t-3"),
    );
    const refused = call(client(server.url, { retries }), create, input);
    await expect(refused).rejects.toMatchObject({ code: 99991663, tokenRefused: true });
    expect([server.used(), server.asked()]).toEqual([["Bearer t-1", "Bearer t-2"], 2]);
  });

  test.each<[string, Answer]>([
    ["is refused", { status: 400, json: { code: 10015, msg: "no" } }],
    ["has no usable reply", { status: 502, text: "<html>" }],
    ["brings no token", { json: { code: 0, msg: "ok" } }],
  ])("is what the caller hears of when the request for another %s", async (_, failure) => {
    const server = await issuing([tokenReply("t-1"), failure], refusing("t-1"));
    const refused = call(client(server.url, { retries: 0 }), create, input);
    await expect(refused).rejects.toMatchObject({ operation: create.id, code: 99991663 });
    expect([server.used(), server.asked() > 1]).toEqual([["Bearer t-1"], true]);
  });

  test("is not what another code says, so that nothing is replaced", async () => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], () => refusal(10015));
    const refused = call(client(server.url), create, input);
    await expect(refused).rejects.toMatchObject({ code: 10015, tokenRefused: false });
    expect([server.used(), server.asked()]).toEqual([["Bearer t-1"], 1]);
  });
});

describe("ten calls whose token is refused make one request for another", () => {
  test("when they are refused at once", async () => {
    const all = gate();
    let arrived = 0;
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], async ({ headers }) => {
      if (headers.authorization !== "Bearer t-1") return ok({ id: "1" });
      if (++arrived === 10) all.open();
      await all.opened;
      return refusal();
    });
    const hire = client(server.url);
    await Promise.all(Array.from({ length: 10 }, () => call(hire, create, input)));
    expect(server.asked()).toBe(2);
    const used = server.used().toSorted();
    expect(used).toEqual([..."1111111111", ..."2222222222"].map((number) => `Bearer t-${number}`));
  });

  test("when some are refused after the other is there", async () => {
    const late = gate();
    let arrived = 0;
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], async ({ headers }) => {
      if (headers.authorization !== "Bearer t-1") return ok({ id: "1" });
      if (++arrived > 5) await late.opened;
      return refusal();
    });
    const hire = client(server.url);
    const calls = Array.from({ length: 10 }, () => call(hire, create, input));
    await vi.waitFor(() => expect(server.used()).toHaveLength(15));
    late.open();
    await Promise.all(calls);
    expect([server.asked(), server.used().length]).toEqual([2, 20]);
  });
});

describe("a token given for one call", () => {
  const clients: [string, (url: string) => Client][] = [
    ["an app", (url) => client(url)],
    ["a store app", (url) => client(url, { tokens: storeApp("ticket"), tenantKey: "A" })],
    ["a token", (url) => given(url, "t-client")],
    ["a provider", (url) => given(url, () => "t-provided")],
    ["a provider that fails", (url) => given(url, () => Promise.reject(new Error("none")))],
  ];

  test.each(clients)("wins over %s", async (_, make) => {
    const server = await issuing([tokenReply("t-1")]);
    await call(make(server.url), create, input, { token: "u-mine" });
    await call(make(server.url), todo, {}, { token: "u-mine" });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer u-mine",
      "Bearer u-mine",
    ]);
  });

  test.each(clients)("is not replaced when refused, with %s", async (_, make) => {
    const server = await issuing([tokenReply("t-1")], () => refusal());
    const refused = call(make(server.url), create, input, { token: "u-mine", retries: 5 });
    await expect(refused).rejects.toMatchObject({ code: 99991663 });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer u-mine"]);
  });

  test("is not kept for the next, nor does it push out the app's own", async () => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")]);
    const hire = client(server.url);
    await call(hire, create, input, { token: "u-mine" });
    await call(hire, create, input);
    await call(hire, create, input, { token: "u-other" });
    await call(hire, create, input);
    const want = ["u-mine", "t-1", "u-other", "t-1"].map((token) => `Bearer ${token}`);
    expect(server.used()).toEqual(want);
  });
});

describe("a client's one token", () => {
  test("is sent with every call, whatever kind it is, and nobody is asked for another", async () => {
    const server = await issuing([]);
    const hire = given(server.url, "u-client");
    await call(hire, create, input);
    await call(hire, todo, {});
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer u-client",
      "Bearer u-client",
    ]);
  });

  test("is not sent again once refused", async () => {
    const server = await issuing([], () => refusal());
    const refused = call(given(server.url, "u-client"), create, input, { retries: 5 });
    await expect(refused).rejects.toThrow(AuthenticationError);
    expect([server.used(), server.asked()]).toEqual([["Bearer u-client"], 0]);
  });

  test.each(["", "two words", "line\nbreak", "ключ"])("cannot be %j", (token) => {
    expect(() => given("https://lark.example.com", token)).toThrow(
      new TypeError("token: use printable ASCII without spaces"),
    );
  });
});

describe("a provider of tokens", () => {
  /** Gives these, the last one for ever, and remembers what it was asked. */
  function providing(...tokens: readonly string[]) {
    const requests: TokenRequest[] = [];
    const provider: TokenProvider = (request) => {
      requests.push(request);
      return tokens[requests.length - 1] ?? tokens.at(-1) ?? "";
    };
    return { requests, provider };
  }

  test.each([
    ["the client's tenant", { tenantKey: "A" }, {}, "A"],
    ["the call's tenant", { tenantKey: "A" }, { tenantKey: "B" }, "B"],
    ["no tenant", {}, {}, undefined],
  ])("is told what for: %s", async (_, options, choice, tenantKey) => {
    const server = await issuing([]);
    const { requests, provider } = providing("u-1");
    const hire = given(server.url, provider, options);
    await call(hire, create, input, choice);
    await call(hire, todo, {}, choice);
    expect(requests).toEqual([
      { accepts: ["tenant"], tenantKey, refused: undefined },
      { accepts: ["user"], tenantKey, refused: undefined },
    ]);
  });

  test("is told what was refused, and its other answer is sent", async () => {
    const server = await issuing([], refusing("u-1"));
    const { requests, provider } = providing("u-1", "u-2");
    await call(given(server.url, provider), create, input);
    expect(requests.map(({ refused }) => refused)).toEqual([undefined, "u-1"]);
    expect(server.used()).toEqual(["Bearer u-1", "Bearer u-2"]);
  });

  test.each([
    ["the same", ["u-1", "u-1"], ["u-1"]],
    ["another that is refused, too", ["u-1", "u-2", "u-3"], ["u-1", "u-2"]],
  ])("ends the call with the refusal by %s", async (_, tokens, used) => {
    const server = await issuing([], refusing("u-1", "u-2", "u-3"));
    const { provider } = providing(...tokens);
    const refused = call(given(server.url, provider), create, input, { retries: 5 });
    await expect(refused).rejects.toMatchObject({ code: 99991663 });
    expect(server.used()).toEqual(used.map((token) => `Bearer ${token}`));
  });

  test("that goes back to the refused one during the wait for a turn does not have it sent", async () => {
    const server = await issuing([], refusing("u-1"));
    const answers = ["u-1", "u-1", "u-2", "u-1"];
    const { provider } = providing(...answers);
    const limiter: RateLimiter = { acquire: () => Promise.resolve() };
    const limited = { ...create, limits: [{ calls: 1, per: 1 }] };
    const hire = given(server.url, provider, { rateLimit: { limiter } });
    await call(hire, limited, input).catch(() => {});
    expect(server.used().filter((token) => token === "Bearer u-1")).toHaveLength(1);
  });

  const fault = { any: "value" };

  test.each<[string, TokenProvider]>([
    ["rejects", () => Promise.reject(fault as unknown as Error)], // what is no error comes through, too
    [
      "throws",
      () => {
        throw fault;
      },
    ],
  ])("that %s at first has its reason passed on, unchanged", async (_, provider) => {
    const rejections = watchRejections();
    const server = await issuing([]);
    await expect(call(given(server.url, provider), create, input)).rejects.toBe(fault);
    expect(server.seen).toEqual([]);
    expect(await rejections()).toEqual([]);
  });

  test.each<[string, () => Promise<string>]>([
    ["rejects", () => Promise.reject(new Error("no more"))],
    [
      "throws",
      () => {
        throw new Error("no more");
      },
    ],
    ["gives no token", () => Promise.resolve("no token")],
  ])("that %s when asked for another leaves the caller with the refusal", async (_, fail) => {
    const server = await issuing([], refusing("u-1"));
    const provider: TokenProvider = ({ refused }) => (refused === undefined ? "u-1" : fail());
    const refused = call(given(server.url, provider), create, input);
    await expect(refused).rejects.toMatchObject({ operation: create.id, code: 99991663 });
    expect(server.used()).toEqual(["Bearer u-1"]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["empty text", ""],
    ["two words", "hunter2 hunter2"],
    ["a line break", "hunter2\nx: y"],
    ["a number", 5],
    ["an object", { token: "hunter2" }],
  ])("that gives %s makes a TypeError, which does not repeat it", async (_, value) => {
    const server = await issuing([]);
    const provider = () => Promise.resolve(value as string); // wrong on purpose
    const error: unknown = await call(given(server.url, provider), get, { offer_id: "1" }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toEqual(new TypeError("token: use printable ASCII without spaces"));
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("hunter2");
    expect(server.seen).toEqual([]);
  });

  test("is not waited for by a caller who leaves", async () => {
    const server = await issuing([]);
    const controller = new AbortController();
    const hire = given(server.url, () => new Promise(() => {}));
    const leaving = call(hire, create, input, { signal: controller.signal });
    controller.abort();
    await expect(leaving).rejects.toBe(controller.signal.reason);
    expect(server.seen).toEqual([]);
  });
});
