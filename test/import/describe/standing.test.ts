import { describe, expect, test } from "vitest";
import { factsOf, flat } from "./describing.js";

describe("fields that a page advises against", () => {
  test.each([
    ["风筝 ID，无效字段，请勿使用", "unusable"],
    ["风筝 ID，该字段无效，请勿使用", "unusable"],
    ["风筝 ID（废弃字段，请忽略）", "unusable"],
    ["风筝 ID，无效参数，请忽略", "unusable"],
    ["Kite ID. Do not use this field.", "unusable"],
    ["风筝类型（废弃）", "deprecated"],
    ["风筝数，已废弃", "deprecated"],
    ["风筝 ID，已弃用，请使用 new_kite_id 字段", "deprecated"],
    ["放飞日期，此字段已废弃，请使用fly_timestamp", "deprecated"],
    ["线轴（该字段已下线）", "deprecated"],
    ["线轴。该字段已不推荐使用，你可使用 `reel` 参数代替。", "deprecated"],
    ["线轴，即将下线字段，不建议使用，推荐使用「reel」字段", "deprecated"],
    ["线轴\n- 注意：该字段即将下线，请使用`reel`字段", "deprecated"],
    ["This field is deprecated. Use `reel` instead.", "deprecated"],
    ["Reel (deprecated)", "deprecated"],
  ])("%s", (text, standing) => {
    expect(factsOf(text)).toHaveProperty(standing, true);
    expect(factsOf(flat(text))).toHaveProperty(standing, true);
  });

  test.each([
    "是否已停用",
    "是否废弃",
    "已废弃",
    "状态\n可选值有：\n- `1`: 已废弃 - `2`: 即将下线，不建议使用",
    "风筝列表\n注意：`wing` 字段无效，请参考示例",
    "若没有风，请勿使用",
    "传此值时，其他条件不生效",
  ])("not %s", (text) => {
    const facts = factsOf(text);
    expect([facts.deprecated, facts.unusable]).toEqual([undefined, undefined]);
  });

  test("in a reply, the field to use is the one to read", () => {
    const text = "放飞时间 请使用fly_timestamp";
    expect(factsOf(text, { part: "response" }).deprecated).toBe(true);
    expect(factsOf(text).deprecated).toBeUndefined();
  });
});

describe("units of times", () => {
  test.each([
    ["放飞时间，毫秒时间戳", "ms"],
    ["放飞时间，毫秒级时间戳", "ms"],
    ["放飞时间戳（单位：毫秒）", "ms"],
    ["放飞的时间戳。单位：毫秒", "ms"],
    ["更新时间，单位ms的Unix时间戳", "ms"],
    ["放飞的时间（单位：毫秒）", "ms"],
    ["秒级时间戳，用于放飞", "s"],
    ["放飞时间（unix时间，单位sec）", "s"],
    ["放飞时间的时间戳，距1970-01-01 00:00:00的毫秒数", "ms"],
    ["生日，秒时间戳", "s"],
    ["Time of flight, Unix timestamp in milliseconds", "ms"],
    ["Time of flight (timestamp in seconds)", "s"],
    ["放飞时间戳", undefined],
    ["风筝的时长，单位：毫秒", undefined],
    ["token 的过期时间，单位为秒", undefined],
    ["放飞时间，秒级时间戳或毫秒级时间戳", undefined],
    ["值 - 日期：毫秒时间戳 - 文本：文本", undefined],
  ])("%s", (text, unit) => {
    expect(factsOf(text).unit).toBe(unit);
    expect(factsOf(text, { type: "int" }).unit).toBe(unit);
    expect(factsOf(text, { type: "object" }).unit).toBeUndefined();
  });
});

describe("fields that make a repeated call harmless", () => {
  test.each([
    ["风筝主键（仅用于幂等）", {}],
    ["风筝主键 - 若传此值，则用于幂等校验，同一`id` 24小时内仅可创建一次", { window: "24h" }],
    ["用于请求去重，1 小时内至多放飞一次", { window: "1h" }],
    ["用于幂等的进行更新操作，有效期 7 天", { window: "7d" }],
    ["An idempotent key, valid for 24 hours", { window: "24h" }],
    ["幂等token。如果提供则触发幂等行为", {}],
    ["该接口不支持幂等", undefined],
    ["在同一天空内唯一", undefined],
  ])("%s", (text, expected) => {
    expect(factsOf(text).idempotency).toEqual(expected);
    expect(factsOf(text, { part: "response" }).idempotency).toBeUndefined();
  });
});

describe("scopes of a field", () => {
  test.each([
    [
      "翅膀\n字段权限要求（满足任一）：\n`kite:wing:read` 读 `kite:wing` 写",
      ["kite:wing:read", "kite:wing"],
    ],
    ["翅膀\n字段权限要求：\n读翅膀(kite:wing.x:read)", ["kite:wing.x:read"]],
    ["Wing. Required field scopes: `kite:wing`", ["kite:wing"]],
    ["类型\n当值为 `user_id`，字段权限要求： `kite:wing:read` 读", undefined],
    ["翅膀", undefined],
  ])("%s", (text, scopes) => {
    expect(factsOf(text, { part: "response" }).scopes).toEqual(scopes);
    expect(factsOf(flat(text), { part: "response" }).scopes).toEqual(scopes);
    expect(factsOf(text, { part: "query" }).scopes).toBeUndefined();
  });
});
