import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { ApiPromise } from "../../templates/runtime/call.js";
import type { Client } from "../../templates/runtime/client.js";
import type { UnexpectedEvent } from "../../templates/runtime/hooks.js";
import {
  ApiError,
  AuthenticationError,
  NetworkError,
  ResponseError,
  TimeoutError,
  ValidationError,
} from "../../templates/runtime/errors.js";
import { client, create, get, remove, todo } from "./fixtures.js";
import { ok, platform, serve, tokenPath, watchRejections } from "./server.js";
import type { Answer } from "./server.js";

const input = { external_interview_id: "1" };

describe("the result", () => {
  test("is the data, as it came", async () => {
    const server = await platform(() => ok({ id: "7", extra: null }));
    const promise = call(client(server.url), create, input);
    expectTypeOf(promise).toEqualTypeOf<ApiPromise<{ id?: string }>>();
    expect(await promise).toEqual({ id: "7", extra: null });
  });

  test.each([undefined, null])("is {} when data is %s", async (data) => {
    const server = await platform(() => ok(data));
    expect(await call(client(server.url), remove, { note_id: "1" })).toEqual({});
  });

  test("withResponse tells the reply and its log id, from one request", async () => {
    const server = await platform(() => ({ ...ok({}), headers: { "X-Tt-Logid": "log-1" } }));
    const promise = call(client(server.url), create, input);
    const { data, response, logId } = await promise.withResponse();
    expect([data, response.status, logId]).toEqual([{}, 200, "log-1"]);
    expect(await promise).toBe(data);
    expect(server.calls()).toHaveLength(1);
  });

  test("a large reply is read in full", async () => {
    const server = await platform(() => ok({ id: "x".repeat(10_000_000) }));
    expect((await call(client(server.url), create, input)).id).toHaveLength(10_000_000);
  });
});

describe("rejections", () => {
  test("are all handled when only withResponse, or both, are watched", async () => {
    const rejections = watchRejections();
    const server = await platform(() => ({ json: { code: 1, msg: "no" } }));
    const hire = client(server.url);
    await expect(call(hire, create, input).withResponse()).rejects.toThrow(ApiError);
    const both = call(hire, create, input);
    const outcomes = await Promise.allSettled([both, both.withResponse(), both.withResponse()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await rejections()).toEqual([]);
  });

  test("come from every mistake; none is thrown", async () => {
    const hire = client("http://localhost:1");
    const wrong: (() => Promise<unknown>)[] = [
      () => call(undefined as unknown as Client, create, input),
      () => call(hire, create, { external_interview_id: 1 as unknown as string }),
      () => call(hire, create, null as never),
      () => call(hire, create, input, { timeout: -1 }),
      () => call(hire, create, input, { validate: "x" as "off" }),
      () => call(hire, create, input, { token: "" }),
    ];
    for (const one of wrong) {
      const promise = one();
      expect(promise).toBeInstanceOf(Promise);
      await expect(promise).rejects.toThrow();
    }
  });
});

describe("tokens", () => {
  test("the call's own wins, and no other is fetched or kept", async () => {
    const server = await platform(() => ok());
    const hire = client(server.url);
    await call(hire, create, input, { token: "u-mine" });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(["Bearer u-mine"]);
    await call(hire, create, input);
    expect(server.calls()[1]?.headers.authorization).toBe("Bearer t-token-0001");
  });

  test("an operation for users asks for one, and nothing is sent without", async () => {
    const server = await platform(() => ok());
    const refused = call(client(server.url), todo, {});
    await expect(refused).rejects.toThrow(AuthenticationError);
    await expect(refused).rejects.toMatchObject({
      message: "todo.list failed: pass a user token as the option token",
      code: 99991661,
      status: 0,
    });
    expect(server.seen).toEqual([]);
    await call(client(server.url), todo, {}, { token: "u-1" });
    expect(server.calls()).toHaveLength(1);
  });

  test.each(["", "a b", "secret-secret\n", "ключ"])("%j is refused unsaid", async (token) => {
    const server = await platform(() => ok());
    const refused = call(client(server.url), create, input, { token });
    await expect(refused).rejects.toThrow(
      new TypeError("token: use printable ASCII without spaces"),
    );
    expect(server.seen).toEqual([]);
  });
});

describe("checking", () => {
  const wrong = { external_interview_id: 5, externl_id: "Ada" } as unknown as typeof input;

  test("wrong input is refused before anything is sent", async () => {
    const server = await platform(() => ok());
    const refused = call(client(server.url), create, wrong);
    await expect(refused).rejects.toThrow(ValidationError);
    await expect(refused).rejects.toMatchObject({
      direction: "input",
      operation: "external_interview_assessment.create",
      issues: [{ path: ["external_interview_id"] }, { path: ["externl_id"], code: "unknown" }],
    });
    expect(server.seen).toEqual([]);
  });

  test("off sends it as it is; strict also sees misplaced fields", async () => {
    const server = await platform(() => ok());
    await call(client(server.url, { validate: "off" }), create, wrong);
    await call(client(server.url), create, wrong, { validate: { input: "off" } });
    expect(server.calls()).toHaveLength(2);
    const misplaced = { ...input, score: 1 };
    await call(client(server.url), create, misplaced);
    const strict = call(client(server.url), create, misplaced, { validate: { input: "strict" } });
    await expect(strict).rejects.toMatchObject({ issues: [{ code: "notApplicable" }] });
  });

  test("replies are not checked unless somebody listens", async () => {
    const server = await platform(() => ok({ id: 5 }));
    const output = vi.fn(create.output);
    await call(client(server.url), { ...create, output }, input);
    await call(client(server.url, { validate: "documented" }), { ...create, output }, input);
    expect(output).not.toHaveBeenCalled();
  });

  test("differences are reported, never thrown, whatever the hook does", async () => {
    const rejections = watchRejections();
    const server = await platform(() => ok({ id: 5, extra: 1 }));
    const events: UnexpectedEvent[] = [];
    for (const fail of [
      () => {},
      () => Promise.reject(new Error("hook")),
      () => {
        throw new Error("hook");
      },
    ]) {
      const onUnexpected = (event: UnexpectedEvent) => {
        events.push(event);
        return fail() as undefined;
      };
      const data = await call(client(server.url, { hooks: { onUnexpected } }), create, input);
      expect(data).toEqual({ id: 5, extra: 1 });
    }
    expect(events).toHaveLength(3);
    expect(events[0]).toMatchObject({ operation: create.id, issues: [{ path: ["id"] }] });
    expect(await rejections()).toEqual([]);
  });

  test("strict throws for replies, unknown keys included", async () => {
    const server = await platform(() => ok({ extra: 1 }));
    const strict = call(client(server.url), create, input, { validate: { output: "strict" } });
    await expect(strict).rejects.toMatchObject({
      name: "ValidationError",
      direction: "output",
      issues: [{ path: ["extra"], code: "unknown" }],
    });
  });
});

describe("replies that are not the platform's", () => {
  test.each<[string, Answer]>([
    ["an HTML page", { status: 502, text: "<html>\n<h1>Bad\u0000 Gateway</h1>" }],
    ["HTML with status 200", { text: "<html>" }],
    ["an empty body", { text: "" }],
    ["broken JSON", { text: '{"code":0,"data":{"name":"Ada Lovelace"' }],
    ["null", { text: "null" }],
    ["an array", { text: "[]" }],
    ["no code", { json: { data: {} } }],
    ["a code in quotes", { json: { code: "0", data: {} } }],
    ["a redirect that looks fine", { status: 302, json: { code: 0 } }],
  ])("%s rejects", async (_, answer) => {
    const server = await platform(() => ({ ...answer, headers: { "x-request-id": "r-1" } }));
    const error: unknown = await call(client(server.url), create, input).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ status: answer.status ?? 200, logId: "r-1" });
    expect(String(error)).toContain("log id r-1");
    expect(String(error)).not.toContain("Ada");
  });

  test("text is shown on one line, and capped", async () => {
    const server = await platform(() => ({
      status: 502,
      text: `<html>\n\u0007${"x".repeat(9999)}`,
    }));
    const error: unknown = await call(client(server.url), create, input).catch((e: unknown) => e);
    expect(String(error)).toMatch(/\(HTTP 502\): <html> x{290,}…$/);
    expect(String(error).length).toBeLessThan(450);
  });

  test("a redirect is not followed: the other host hears nothing", async () => {
    const other = await serve(() => ok());
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `${other.url}/steal`;
      const server = await platform(() => ({ status, headers: { location }, text: "" }));
      const refused = call(client(server.url), create, input);
      await expect(refused).rejects.toThrow(ResponseError);
      await expect(refused).rejects.toThrow(`a redirect is never followed (HTTP ${status})`);
    }
    const token = await serve(() => ({ status: 307, headers: { location: other.url }, text: "" }));
    await expect(call(client(token.url), create, input)).rejects.toThrow(ResponseError);
    expect(other.seen).toEqual([]);
  });
});

describe("ending early", () => {
  test("a signal that is already aborted sends nothing", async () => {
    const server = await platform(() => ok());
    const reason = new Error("changed my mind");
    const signal = AbortSignal.abort(reason);
    await expect(call(client(server.url), create, input, { signal })).rejects.toBe(reason);
    expect(server.seen).toEqual([]);
  });

  test("a signal ends a call under way, with its reason unchanged", async () => {
    const controller = new AbortController();
    const reason = { any: "value" };
    const server = await platform(() => {
      controller.abort(reason);
      return undefined;
    });
    const { signal } = controller;
    await expect(call(client(server.url), create, input, { signal })).rejects.toBe(reason);
  });

  test("a signal ends reading a reply that never ends", async () => {
    const controller = new AbortController();
    const server = await platform((_, response) => {
      response.write('{"code":');
      setImmediate(() => controller.abort());
      return undefined;
    });
    const { signal } = controller;
    const ended = call(client(server.url), create, input, { signal });
    await expect(ended).rejects.toThrow(DOMException);
    await expect(ended).rejects.toBe(signal.reason);
  });

  test("waiting for the token is no longer than the signal, and others go on", async () => {
    const controller = new AbortController();
    let answer = () => {};
    const server = await serve(async ({ url }) => {
      if (url !== tokenPath) return ok({ id: "1" });
      await new Promise<void>((resolve) => (answer = resolve));
      return { json: { code: 0, tenant_access_token: "t-1", expire: 7200 } };
    });
    const hire = client(server.url);
    const leaving = call(hire, create, input, { signal: controller.signal });
    const staying = call(hire, create, input);
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    controller.abort();
    await expect(leaving).rejects.toBe(controller.signal.reason);
    answer();
    expect(await staying).toEqual({ id: "1" });
    expect(server.seen).toHaveLength(2);
  });

  test.each([
    ["never answers", ""],
    ["never ends its answer", '{"code":'],
  ])("the timeout ends a call to a server that %s", async (_, start) => {
    const server = await platform((_seen, response) => {
      if (start !== "") response.write(start);
      return undefined;
    });
    const late = call(client(server.url), create, input, { timeout: 20 });
    await expect(late).rejects.toThrow(TimeoutError);
    await expect(late).rejects.toThrow(`${create.id} failed: no complete reply within 20 ms`);
  });

  test("Infinity is a timeout that never comes", async () => {
    const server = await platform(() => ok({ id: "1" }));
    const promise = call(client(server.url, { timeout: Infinity }), create, input);
    expect(await promise).toEqual({ id: "1" });
  });

  test("listeners are taken off the signal", async () => {
    const server = await platform(() => ok());
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await call(client(server.url), create, input, { signal });
    expect(added.mock.calls.length).toBeGreaterThan(0);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});

test("a connection that breaks is a NetworkError with its cause", async () => {
  const server = await platform((_, response) => void response.destroy() as undefined);
  await expect(call(client(server.url), create, input)).rejects.toThrow(NetworkError);
  const { url, close } = await serve(() => ok());
  await close();
  const refused = call(client(url), create, input);
  await expect(refused).rejects.toThrow(
    "tenant_access_token.internal failed: connection lost (ECONNREFUSED)",
  );
  await expect(refused).rejects.toMatchObject({ cause: expect.any(TypeError) as unknown });
});

test.each(["request", "response", "config", "options", "data"])(
  "what a fetch of one's own puts on its errors as %s is gone",
  async (key) => {
    const cause = Object.assign(new Error("no"), { [key]: { authorization: "Bearer t-secret" } });
    const fetch = () => Promise.reject(new TypeError("failed", { cause }));
    const failing = call(client("http://localhost:1", { fetch }), create, input);
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetworkError);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("t-secret");
    expect(cause).not.toHaveProperty(key);
  },
);

test("a cause that is its own cause ends, too", async () => {
  const cause = new Error("odd");
  cause.cause = cause;
  const failing = call(
    client("http://localhost:1", { fetch: () => Promise.reject(cause) }),
    create,
    input,
  );
  await expect(failing).rejects.toMatchObject({ name: "NetworkError", cause });
});

test("a fetch of one's own is given a string and a plain object", async () => {
  const server = await platform(() => ok());
  const seen: [unknown, unknown][] = [];
  const own = function (this: unknown, url: string, init: RequestInit) {
    seen.push([typeof url, Object.getPrototypeOf(init.headers) === Object.prototype]);
    expect(this).toBeUndefined();
    return fetch(url, init);
  };
  await call(client(server.url, { fetch: own }), get, { offer_id: "1" });
  expect(seen).toEqual([
    ["string", true],
    ["string", true],
  ]);
});
