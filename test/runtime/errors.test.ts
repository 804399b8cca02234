import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  ApiError,
  AuthenticationError,
  ClientError,
  isApiError,
  PermissionError,
  RateLimitError,
} from "../../templates/runtime/errors.js";
import { appSecret, client, create, get } from "./fixtures.js";
import { ok, platform, serve } from "./server.js";
import type { Answer } from "./server.js";

/** The error of one call that is answered with `answer`. */
async function failWith(answer: Answer, input = { external_interview_id: "1" }): Promise<unknown> {
  const server = await platform(() => answer);
  return call(client(server.url), create, input).then(
    () => undefined,
    (error: unknown) => error,
  );
}

const reply = (code: number, rest: object = {}, status = 400): Answer => ({
  status,
  json: { code, msg: "server words", ...rest },
});

test("says what happened, to what, and what to do", async () => {
  const error = await failWith({ ...reply(1002002), headers: { "x-tt-logid": "2024" } });
  expect(String(error)).toBe(
    "ApiError: external_interview_assessment.create failed: 1002002 参数错误 " +
      "(HTTP 400, log id 2024). Check the type and size of every parameter.",
  );
  expect(error).toMatchObject({
    code: 1002002,
    msg: "server words",
    status: 400,
    logId: "2024",
    operation: "external_interview_assessment.create",
    codeName: "InvalidParameter",
    label: "参数错误",
    advice: "Check the type and size of every parameter.",
    retryable: false,
    docs: "https://open.feishu.cn/document/x",
  });
});

describe("classifies by code, whatever the status", () => {
  test.each([
    [99991400, 200, RateLimitError, "RateLimitError"],
    [99991400, 400, RateLimitError, "RateLimitError"],
    [99991400, 429, RateLimitError, "RateLimitError"],
    [99991663, 500, AuthenticationError, "AuthenticationError"],
    [99991672, 400, PermissionError, "PermissionError"],
    [1002053, 500, ApiError, "ApiError"],
    [1002002, 429, ApiError, "ApiError"],
    [-1, 200, ApiError, "ApiError"],
  ])("%i with HTTP %i", async (code, status, type, name) => {
    const error = await failWith(reply(code, {}, status));
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ name, code, status });
    expect(error instanceof Error && error.stack).toMatch(new RegExp(`^${name}: `));
  });

  test("code 0 is success on any status", async () => {
    expect(await failWith(reply(0, {}, 500))).toBeUndefined();
  });

  test("an operation's own entry comes before the platform's", async () => {
    const server = await platform(() => reply(99991400));
    const entry = { code: 99991400, name: "Own", label: "own", retry: "never" } as const;
    const failing = call(client(server.url), { ...get, errors: [entry] }, { offer_id: "1" });
    await expect(failing).rejects.toMatchObject({ name: "ApiError", label: "own" });
  });
});

test.each([
  [1002001, {}, false],
  [1002001, { external_id: "7" }, true],
  [99991400, {}, true],
  [1002002, { external_id: "7" }, false],
  [424242, { external_id: "7" }, false],
])("%i with %j: retryable is %s", async (code, more, retryable) => {
  const input = { external_interview_id: "1", ...more };
  expect(await failWith(reply(code), input)).toMatchObject({ retryable });
});

test("an undocumented code shows the server's words, cleaned and capped", async () => {
  const error = await failWith(reply(424242, { msg: `no\n\u001b[31m\u202e${"x".repeat(999)}` }));
  expect(String(error)).toMatch(/failed: 424242 no \[31m x{280,}… \(HTTP 400\)\.$/);
  expect(await failWith({ json: { code: 5, message: "other name" } })).toMatchObject({
    msg: "other name",
  });
  expect(await failWith({ json: { code: 5 } })).toMatchObject({ msg: "" });
});

test.each([
  [{ "x-tt-logid": "a", "x-request-id": "c" }, { log_id: "b" }, "a"],
  [{ "x-request-id": "c" }, { log_id: "b" }, "b"],
  [{ "x-request-id": "c" }, { logid: "b" }, "b"],
  [{ "x-request-id": "c" }, {}, "c"],
  [{ "x-request-id": "c" }, null, "c"],
  [{}, undefined, undefined],
])("the log id of %j and %j is %s", async (headers, error, logId) => {
  expect(await failWith({ ...reply(1, { error }), headers })).toMatchObject({ logId });
});

describe("a PermissionError", () => {
  const violations = [
    { type: "action_scope_required", subject: "hire:talent" },
    { scope: "hire:offer", url: "https://open.feishu.cn/app/cli_1/auth?q=hire:offer" },
    { subject: "bad scope\n" },
    7,
  ];

  test("names the scopes and where to apply", async () => {
    const error = await failWith(reply(99991672, { error: { permission_violations: violations } }));
    expect(error).toMatchObject({
      scopes: ["hire:talent", "hire:offer"],
      applyUrl: "https://open.feishu.cn/app/cli_1/auth?q=hire:offer",
    });
    expect(String(error)).toMatch(/scopes is enough: hire:talent, hire:offer\. Apply at https:/);
  });

  test("names no scopes of the page's where they are not what is missing", async () => {
    const error = await failWith(reply(99991676, {}));
    expect(error).toMatchObject({ name: "PermissionError", scopes: [] });
    expect(String(error)).not.toMatch(/scope/);
  });

  test.each([
    [
      { helps: [{ url: "https://a.example/" }], troubleshooter: "https://b.example" },
      "https://a.example/",
    ],
    [
      { helps: [{ url: "http://a.example" }], troubleshooter: "查看: https://b.example/x 吧" },
      "https://b.example/x",
    ],
    [{ helps: [{ url: "javascript:alert(1)" }] }, undefined],
    [{ helps: "https://a.example", permission_violations: {} }, "https://a.example"],
    ["nonsense", undefined],
  ])("%j → %s", async (details, applyUrl) => {
    const error = await failWith(reply(99991672, { error: details }));
    expect(error).toMatchObject({ applyUrl, scopes: ["hire:external_application"] });
  });
});

describe("isApiError", () => {
  const facts = { code: 5, msg: "", status: 400, retryable: false };

  test("narrows the code", () => {
    const error: unknown = new ApiError("x.y", "", facts);
    expect([isApiError(error), isApiError(error, 5), isApiError(error, 6)]).toEqual([
      true,
      true,
      false,
    ]);
    if (isApiError(error, 5)) expectTypeOf(error.code).toEqualTypeOf<5>();
    if (isApiError(error)) expectTypeOf(error.code).toEqualTypeOf<number>();
  });

  test("knows errors of another copy of the package, and nothing else", () => {
    class ApiErrorOfACopy extends Error {
      readonly code = 5;
      constructor() {
        super();
        Object.defineProperty(this, Symbol.for("larkgen.ApiError"), { value: true });
      }
    }
    expect(isApiError(new ApiErrorOfACopy(), 5)).toBe(true);
    for (const other of [new Error("x"), { code: 5 }, null, undefined, 5, "x"])
      expect(isApiError(other)).toBe(false);
  });
});

describe("nothing secret or personal is shown", () => {
  const personal = "ada.lovelace@example.com";
  const shown = (error: unknown) =>
    inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error) + String(error);

  test.each<[string, Answer]>([
    [
      "field violations",
      reply(1002002, { error: { field_violations: [{ field: "email", value: personal }] } }),
    ],
    ["an echoed token", reply(7, { msg: "token t-token-0001 refused" })],
    ["an echoed token in the log id", { ...reply(7), headers: { "x-tt-logid": "t-token-0001" } }],
    ["a page that echoes headers", { status: 502, text: "Authorization: Bearer t-token-0001" }],
    ["data cut short", { text: `{"code":0,"data":{"email":"${personal}"` }],
    ["data without an envelope", { json: [personal] }],
  ])("%s", async (_, answer) => {
    const error = await failWith(answer, { external_interview_id: personal });
    expect(error).toBeInstanceOf(ClientError);
    for (const secret of [appSecret, "t-token-0001", personal])
      expect(shown(error)).not.toContain(secret);
  });

  test("connections that fail, and wrong input", async () => {
    const { url, close } = await serve(() => ok());
    await close();
    const input = { external_interview_id: personal, conclusion: personal as unknown as number };
    const errors = await Promise.all(
      [{ token: "u-token-0002" }, {}, { token: "u-token-0002", validate: "off" as const }].map(
        (options) => call(client(url), create, input, options).catch((error: unknown) => error),
      ),
    );
    errors.push(
      await call(client(url), create, { external_interview_id: personal }).catch((e: unknown) => e),
    );
    for (const error of errors)
      for (const secret of [appSecret, "u-token-0002", personal])
        expect(shown(error)).not.toContain(secret);
  });
});
