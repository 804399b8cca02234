import { expect, test } from "vitest";
import { reasonOf } from "../../../generator/import/spec/wording.js";

test.each([
  ["风筝不存在", "风筝不存在"],
  ["风筝不存在，请检查编号", "风筝不存在"],
  ["放飞的开关尚未打开，仅支持在山上新建、编辑或者收回所有的风筝", "放飞的开关尚未打开"],
  ["请求参数错误", "请求参数错误"],
  ["参数错误：请求的风筝太大", "参数错误：请求的风筝太大"],
  ["The kite is away. Please wait until it is back.", "The kite is away"],
  ["Too many kites, please try again later", "Too many kites"],
  ["Kite not found.", "Kite not found"],
  ["风筝（请求中）不存在", "风筝（请求中）不存在"],
])("the reason of %s", (text, reason) => {
  expect(reasonOf(text)).toBe(reason);
});

test.each(["请提供准确的长度", "Please check the kite", "", "。", "很".repeat(60)])(
  "%s has no reason",
  (text) => {
    expect(reasonOf(text)).toBeUndefined();
  },
);
