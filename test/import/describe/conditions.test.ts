import { describe, expect, test } from "vitest";
import { conditionsOf, type Described } from "../../../generator/import/describe/conditions.js";
import { at, flat } from "./describing.js";

const SIBLINGS: readonly Described[] = [
  {
    name: "kite_type",
    label: "风筝类型",
    scalar: "int",
    isList: false,
    options: [
      { value: "1", label: "沙燕" },
      { value: "2", label: "打分题(填空)" },
      { value: "3", label: "龙" },
    ],
  },
  {
    name: "mode",
    label: "放飞方式",
    scalar: "string",
    isList: false,
    options: [
      { value: "solo", label: "单人" },
      { value: "pair", label: "双人" },
    ],
  },
  {
    name: "updates",
    label: "更新项",
    scalar: "int",
    isList: true,
    options: [{ value: "4", label: "更新 Reel 表" }],
  },
  { name: "is_free", label: "是否免费", scalar: "boolean", isList: false, options: undefined },
  { name: "phone", label: "电话", scalar: "string", isList: false, options: undefined },
  { name: "wing_a", label: "翅膀", scalar: "boolean", isList: false, options: undefined },
  { name: "wing_b", label: "翅膀", scalar: "boolean", isList: false, options: undefined },
];

const found = (text: string) => conditionsOf({ name: "field", text, at }, SIBLINGS);
const when = (sibling: string, is: unknown) => ({ when: [{ sibling, is }] });
const requiredWhen = (sibling: string, is: unknown) => ({ requiredWhen: [{ sibling, is }] });

describe("conditions", () => {
  test.each([
    ["分数（当风筝类型为「沙燕」时使用）", when("kite_type", [1])],
    ["分数(当风筝类型为「沙燕」时使用)", when("kite_type", [1])],
    ["当风筝类型为 `沙燕` 时，从此取值", when("kite_type", [1])],
    ["当风筝类型为「打分题（填空）时」，从此字段取值", when("kite_type", [2])],
    ["当风筝类型为沙燕、龙时，从此字段取值", when("kite_type", [1, 3])],
    ["列表\n说明： 当风筝类型为 `沙燕` 或者 `龙` 时该字段有值", when("kite_type", [1, 3])],
    ["总分，仅当风筝类型为「沙燕」/「龙」时可用", when("kite_type", [1, 3])],
    ["原因，仅在风筝类型（kite_type）为龙（3）时返回", when("kite_type", [3])],
    ["分割点（mode 为 pair 时有效）", when("mode", ["pair"])],
    ["仅当 mode = solo 时生效", when("mode", ["solo"])],
    ["当风筝类型为龙时，此值表示龙的长度", when("kite_type", [3])],
    ["原因，当`kite_type `为`1`时必填", requiredWhen("kite_type", [1])],
    ["原因，仅当`kite_type`为`1`时，必填", requiredWhen("kite_type", [1])],
    ["信息，操作类型kite_type为`沙燕`时必填", {}],
    ["信息，风筝类型kite_type为`沙燕`时必填", requiredWhen("kite_type", [1])],
    ["当请求参数 mode 为「双人」时必填", requiredWhen("mode", ["pair"])],
    ["当风筝类型为沙燕的时候时必填", requiredWhen("kite_type", [1])],
    ["mode 为 solo 或 pair 时必填，其余选填", requiredWhen("mode", ["solo", "pair"])],
    ["当`updates`包含`更新 Reel 表`时，该参数必填", requiredWhen("updates", [4])],
    ["当`is_free`为`false`时该字段必填且大于零", requiredWhen("is_free", [false])],
    ["若未传入`phone`，该参数必填", requiredWhen("phone", "absent")],
    ["在传 phone 参数的情况下必传", requiredWhen("phone", "present")],
    ["phone 不为空时必填", requiredWhen("phone", "present")],
    ["Used when `mode` is `solo` or `pair`.", when("mode", ["solo", "pair"])],
    ["Required when mode is pair.", requiredWhen("mode", ["pair"])],
    ["When `kite_type` is 1, this field is required.", requiredWhen("kite_type", [1])],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(found(flat(text))).toEqual(expected);
  });

  test.each([
    ["an unknown sibling", "当天气为晴时必填"],
    ["half of a label", "当类型为「沙燕」时使用"],
    ["an unknown value", "当风筝类型为「凤凰」时必填"],
    ["one unknown value of two", "当风筝类型为沙燕、凤凰时必填"],
    ["a label of two siblings", "当翅膀为 true 时必填"],
    ["no", "当 mode 不为 solo 时必填"],
    ["another field", "若填写了该字段，电话（phone）字段必填"],
    ["one of two", "与「phone」必填其一"],
    ["two conditions", "当风筝类型为沙燕并且 mode 为 solo 时必填"],
    ["two conditions in bullets", "当同时满足以下条件时必填： - 风筝类型为沙燕时必填"],
    ["two ways", "当 kite_type 为 1 时必填，当 kite_type 为 3 时必填"],
    ["a way nobody knows besides", "当 kite_type 为 1 时必填。当天气为晴时必填"],
    ["a setting", "当在「设置 - 风筝」中选择「沙燕」时，该字段必填"],
    ["the opposite", "当 kite_type 为 1 时无需填写"],
    ["a value's scope", "当值为 `user_id`，字段权限要求： `kite:wing`"],
    ["an English no", "Not required when mode is pair"],
    ["words of a value", "可选值有：\n- `1`: 当 kite_type 为 1 时使用"],
  ])("%s is none", (_, text) => {
    expect(found(text)).toEqual({});
  });
});
