import { describe, expect, test } from "vitest";
import {
  appTypesOf,
  factOf,
  limitsOf,
  methodOf,
  pathOf,
  requiredOf,
  scopesOf,
  tokensOf,
} from "../../../generator/import/words/facts.js";
import { errorColumnOf, fieldColumnOf } from "../../../generator/import/words/columns.js";
import { sectionOf } from "../../../generator/import/words/headings.js";

test.each([
  ["1000 次/分钟、50 次/秒", ["1000/min", "50/s"]],
  ["1000次/分 & 50次/秒", ["1000/min", "50/s"]],
  ["1000 times/minute & 50 times/second", ["1000/min", "50/s"]],
  ["1000 per minute, 50 per second", ["1000/min", "50/s"]],
  ["10 次 / 分钟", ["10/min"]],
  ["50 次/秒（企业应用 100 次/秒）", ["50/s"]],
  ["每分钟最多 100 次", ["100/min"]],
  ["5QPS", ["5/s"]],
  ["特殊频控", ["special"]],
  ["Special Rate Limit", ["special"]],
  ["", []],
])("limits of %s", (text, limits) => {
  expect(limitsOf(text)).toEqual(limits);
});

test.each([
  ["custom,isv", ["custom", "isv"]],
  ["Custom App、Store App", ["custom", "isv"]],
  ["自建应用", ["custom"]],
  ["商店应用", ["isv"]],
  ["-", []],
])("app types of %s", (text, types) => {
  expect(appTypesOf(text)).toEqual(types);
});

test.each([
  ["`toy:box` 更新玩具 `toy:box:readonly` 查看玩具", ["toy:box", "toy:box:readonly"]],
  ["查看（所有）玩具(toy:box:readonly)\n更新玩具(toy:box)", ["toy:box:readonly", "toy:box"]],
  ["toy:box 更新玩具", ["toy:box"]],
  ["`offline_access` 离线访问", ["offline_access"]],
  ["`box_id` 和 `lid` 字段需要权限：\nsee(toy:box)", ["toy:box"]],
  ["无", []],
  ["https://example.com/a", []],
])("scopes of %s", (text, scopes) => {
  expect(scopesOf(text)).toEqual(scopes);
});

test.each([
  [
    '`tenant_access_token` 或 `user_access_token` 值格式："Bearer `access_token`"',
    ["tenant", "user"],
  ],
  ["`user_access_token` or `tenant_access_token`", ["tenant", "user"]],
  [
    "可选值：\n- `tenant_access_token`：租户。示例值：x\n- `user_access_token`：用户",
    ["tenant", "user"],
  ],
  [
    '值格式："Bearer `access_token`"   可选值如下： - `tenant_access_token`： 应用 - `user_access_token`：用户',
    ["tenant", "user"],
  ],
  ["`app_access_token`，见[获取 tenant_access_token](https://example.com)", ["app"]],
  ['tenant_access_token 值格式:"Bearer user_access_token"', ["tenant"]],
  ["", []],
])("tokens of %s", (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test.each([
  ["https://open.feishu.cn/open-apis/toy/v1/boxes/:box_id ", "/open-apis/toy/v1/boxes/:box_id"],
  ["https://example.com/toys/{toy_id}?kind={kind}", "/toys/:toy_id"],
  ["https://example.com/a/b\\_c/", "/a/b_c/"],
  ["/open-apis/toy/v1/toys", "/open-apis/toy/v1/toys"],
  ["none", undefined],
])("path of %s", (text, path) => {
  expect(pathOf(text)).toBe(path);
});

test("methods", () => {
  expect([methodOf("post"), methodOf(" DELETE "), methodOf("HEAD")]).toEqual([
    "POST",
    "DELETE",
    undefined,
  ]);
});

test.each<[string, boolean | undefined]>([
  ["是", true],
  [" 是 ", true],
  ["必填", true],
  ["必选", true],
  ["Yes", true],
  ["true", true],
  ["否", false],
  ["选填", false],
  ["NO", false],
  ["可选", false],
  ["条件必填", false],
  ["", undefined],
  ["-", undefined],
])("required: %s", (text, required) => {
  expect(requiredOf(text)).toBe(required);
});

describe("headings, columns and rows", () => {
  test.each([
    ["请求头", "headers"],
    ["Request header", "headers"],
    ["路径参数", "path"],
    ["Query parameters", "query"],
    [" 请求体 ", "body"],
    ["通用模板请求体", "body"],
    ["通用模板请求体示例", "requestExample"],
    ["Request Body Example", "requestExample"],
    ["cURL 请求示例", "requestExample"],
    ["请求参数", "parameters"],
    ["**响应体**", "responseBody"],
    ["响应示例", "responseExample"],
    ["Error codes", "errors"],
    ["11246 子错误码", undefined],
    ["字段说明", undefined],
  ])("heading %s", (heading, section) => {
    expect(sectionOf(heading)).toBe(section);
  });

  test.each([
    ["参数", "name"],
    ["**Parameter**", "name"],
    ["Parameter\nShow sublists", "name"],
    ["参数类型", "type"],
    ["必填/选填", "required"],
    ["是否必须", "required"],
    ["实例", "example"],
    ["默认值", "default"],
    ["来源", "place"],
    ["说明", "text"],
    ["数量", undefined],
  ])("field column %s", (header, column) => {
    expect(fieldColumnOf(header)).toBe(column);
  });

  test.each([
    ["HTTP 状态码", "status"],
    ["HTTP status code", "status"],
    ["错误码", "code"],
    ["Error Code", "code"],
    ["描述", "label"],
    ["Troubleshooting suggestions", "advice"],
  ])("error column %s", (header, column) => {
    expect(errorColumnOf(header)).toBe(column);
  });

  test.each([
    ["HTTP URL", "url"],
    ["接口频率限制", "limits"],
    ["API Rate Limit", "limits"],
    ["权限要求             调用该 API 所需的权限", "scopes"],
    ["Required field scopes", "fieldScopes"],
    ["Supported Application Types", "appTypes"],
    ["推送方式", undefined],
  ])("fact %s", (label, fact) => {
    expect(factOf(label)).toBe(fact);
  });
});
