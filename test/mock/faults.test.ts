import { expect, test } from "vitest";
import type { Call, MockOptions } from "../../generator/mock/app.js";
import { createFaults, type Fault } from "../../generator/mock/faults.js";
import { everything } from "../openapi/models.js";
import { start, tenantToken } from "./server.js";

const model = everything();
const CREATE = "/open-apis/toy/v1/shops/1/toys";

/** What a client gets to see of one call. */
interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A client that creates toys, and what its server says of it. */
async function shop(options: MockOptions) {
  const calls: Call[] = [];
  const applied: unknown[] = [];
  const { url, send } = await start(model, {
    ...options,
    onCall: (call) => calls.push(call),
    onApplied: ({ input }) => applied.push(input["external_id"]),
  });
  const token = (await tenantToken(send)).body.tenant_access_token;
  calls.length = 0;
  const create = async (more: object): Promise<Seen | undefined> => {
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify({ kind: 1, ...more });
    const response = await fetch(url + CREATE, { method: "POST", headers, body }).catch(
      (error: unknown) => void expect(error).toBeInstanceOf(TypeError),
    );
    if (response === undefined) return undefined;
    // Each of these replies is whole as far as HTTP goes, so that reading it never fails.
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { calls, applied, create };
}

const LIMIT = /^\{"code":99991400,/u;

test.for<[Fault, Partial<Call>, { text: RegExp; reset?: string } | undefined, boolean]>([
  ["connection-lost", { status: 0 }, undefined, false],
  ["reply-lost", { status: 0 }, undefined, true],
  ["reply-cut", { status: 200 }, { text: /^\{"code":0.*[^}]$/u }, true],
  ["bad-gateway", { status: 502 }, { text: /^<html>/u }, false],
  ["rate-limit", { status: 429, code: 99991400 }, { text: LIMIT, reset: "1" }, false],
  ["rate-limit-older", { status: 400, code: 99991400 }, { text: LIMIT }, false],
  ["system-error", { status: 500, code: 1002001 }, { text: /^\{"code":1002001,/u }, false],
])("%s", async ([fault, told, reply, isHandled]) => {
  const { calls, applied, create } = await shop({ faults: 1 });
  let external_id = 0;
  let seen: Seen | undefined;
  do seen = await create({ external_id: String(++external_id) });
  while (calls.at(-1)?.fault !== fault);
  expect(calls.at(-1)).toEqual({ method: "POST", path: CREATE, code: undefined, fault, ...told });
  expect(applied.includes(String(external_id))).toBe(isHandled);
  expect(seen?.status).toBe(reply && told.status);
  expect(seen?.headers.get("x-ogw-ratelimit-reset") ?? undefined).toBe(reply?.reset);
  expect(seen?.headers.has("x-ogw-ratelimit-limit") ?? false).toBe(reply?.reset !== undefined);
  expect(seen?.text ?? "").toMatch(reply?.text ?? /^$/u);
});

test("a reply that is cut is no JSON, and says how long it is", async () => {
  const { calls, create } = await shop({ faults: 1 });
  let seen: Seen | undefined;
  do seen = await create({});
  while (calls.at(-1)?.fault !== "reply-cut");
  expect(() => JSON.parse(seen?.text ?? "{}")).toThrow(SyntaxError);
  expect(seen?.headers.get("content-length")).toBe(String(Buffer.byteLength(seen?.text ?? "")));
});

test("whoever repeats a call with its idempotency value gets through, and applies it once", async () => {
  const { calls, applied, create } = await shop({ faults: 0.5 });
  const wanted = Array.from({ length: 60 }, (_, index) => `toy ${index}`);
  const ids = new Set<string>();
  for (const external_id of wanted) {
    let seen: Seen | undefined;
    do seen = await create({ external_id });
    while (calls.at(-1)?.fault !== undefined);
    ids.add(/"id":"(\d{19})"/u.exec(seen?.text ?? "")?.[1] ?? "none");
  }
  expect(applied).toEqual(wanted);
  expect(ids.size).toBe(wanted.length);
  expect(ids).not.toContain("none");
  // Some had been applied without their caller's knowing.
  expect(calls.filter(({ fault }) => fault === "reply-lost").length).toBeGreaterThan(1);
});

test("a call that is refused anyway can lose its reply as well", async () => {
  const { calls, applied, create } = await shop({ faults: 1 });
  let seen: Seen | undefined;
  do seen = await create({ kind: 9 });
  while (calls.at(-1)?.fault !== "reply-cut");
  expect(seen).toMatchObject({ status: 400, text: expect.stringMatching(/^\{"code":99992402,/u) });
  expect(applied).toEqual([]);
});

test("tokens, wrong paths and wrong methods have no faults", async () => {
  const calls: Call[] = [];
  const { send } = await start(model, { faults: 1, onCall: (call) => calls.push(call) });
  for (const _ of Array.from({ length: 5 })) {
    await tenantToken(send);
    await send("GET", "/none");
    await send("PUT", CREATE);
  }
  expect(calls.map(({ code, fault }) => [code, fault])).toEqual(
    Array.from({ length: 5 }, () =>
      [0, 99991201, 99991301].map((code) => [code, undefined]),
    ).flat(),
  );
});

test("the same run of calls has the same faults", async () => {
  const run = async () => {
    const { calls, create } = await shop({ faults: 0.5 });
    for (const _ of Array.from({ length: 30 })) await create({});
    return calls.map(({ fault }) => fault);
  };
  const faults = await run();
  expect(await run()).toEqual(faults);
  expect(new Set(faults).size).toBeGreaterThan(3);
});

const draws = (rate: number): readonly (Fault | undefined)[] =>
  Array.from({ length: 10_000 }, createFaults(rate));

test.for([0, 0.01, 0.2, 0.9, 1])("a rate of %s is that share of calls", (rate) => {
  const share = draws(rate).filter((fault) => fault !== undefined).length / 10_000;
  // None and all are exact; 0.02 is four standard deviations at the most.
  expect(Math.abs(share - rate)).toBeLessThan(rate === 0 || rate === 1 ? Number.EPSILON : 0.02);
});

test("the kinds of fault are about equally frequent", () => {
  const drawn = draws(1);
  const kinds = [...new Set(drawn)];
  expect(kinds).toHaveLength(7);
  for (const kind of kinds) {
    const share = drawn.filter((fault) => fault === kind).length / drawn.length;
    expect(Math.abs(share - 1 / 7)).toBeLessThan(0.014);
  }
});

test("a higher rate adds faults to those of a lower one", () => {
  const higher = draws(0.5);
  const kept = draws(0.1).flatMap((fault, index) => (fault ? [[fault, higher[index]]] : []));
  expect(kept.length).toBeGreaterThan(0);
  for (const [low, high] of kept) expect(high).toBe(low);
});
