import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { connect } from "../../templates/runtime/client.js";
import type { ClientOptions } from "../../templates/runtime/options.js";
import { appSecret, client, get, service } from "./fixtures.js";
import { ok, platform } from "./server.js";

const good = { appId: "cli_1", appSecret };

describe("the base URL", () => {
  test.each([
    [undefined, "https://open.feishu.cn"],
    ["feishu", "https://open.feishu.cn"],
    ["lark", "https://open.larksuite.com"],
    ["https://lark.example.com", "https://lark.example.com"],
    ["https://lark.example.com:8443/", "https://lark.example.com:8443"],
    ["https://lark.example.com/gate/way//", "https://lark.example.com/gate/way"],
    ["http://localhost:1", "http://localhost:1"],
    ["http://127.0.0.1", "http://127.0.0.1"],
    ["http://[::1]:1", "http://[::1]:1"],
  ])("%s → %s", (baseUrl, want) => {
    expect(connect({ ...good, baseUrl }, service).baseUrl).toBe(want);
  });

  test.each([
    "",
    "Feishu",
    "toString",
    "open.feishu.cn",
    "//open.feishu.cn",
    "http://open.feishu.cn",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://localhost@example.com",
    "https://user:hunter2hunter2@open.feishu.cn",
    "https://:hunter2hunter2@open.feishu.cn",
    "https://open.feishu.cn?x=1",
    "https://open.feishu.cn/?",
    "https://open.feishu.cn/#x",
    "file:///etc",
    "javascript:1",
  ])("refuses %s", (baseUrl) => {
    const attempt = () => connect({ ...good, baseUrl }, service);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(/baseUrl/);
    expect(attempt).not.toThrow(/hunter2/);
  });
});

test.each<[string, object, RegExp]>([
  ["no app id", { appId: undefined }, /appId/],
  ["an empty app id", { appId: "" }, /appId/],
  ["no secret", { appSecret: undefined }, /appSecret/],
  ["a timeout of 0", { timeout: 0 }, /timeout/],
  ["a timeout of NaN", { timeout: NaN }, /timeout/],
  ["an unknown level", { validate: "strikt" }, /validate/],
  ["an unknown output level", { validate: { output: "on" } }, /validate/],
])("refuses %s", (_, wrong, message) => {
  const attempt = () => connect({ ...good, ...wrong } as ClientOptions, service);
  expect(attempt).toThrow(TypeError);
  expect(attempt).toThrow(message);
});

test("a client shows what it is, and no secret", async () => {
  const { url } = await platform(() => ok());
  const hire = client(url);
  await call(hire, get, { offer_id: "1" });
  const shown = inspect(hire, { depth: 20, showHidden: true }) + JSON.stringify(hire);
  expect(shown).toContain("cli_1");
  expect(shown).toContain(url);
  expect(shown).not.toContain(appSecret);
  expect(shown).not.toContain("t-token-0001");
});
