import { afterEach, describe, expect, test } from "vitest";
import { installed } from "./consumer.js";
import { verdict } from "./verdicts.js";

const {
  CreateExternalInterviewAssessmentInputSchema: input,
  CreateExternalInterviewAssessmentOutputSchema: output,
} = await installed("feishu-hire/external-interview-assessment");

const id = { external_interview_id: "6986199832494934316" };

const dimension = (value: unknown) => ({ ...id, assessment_dimension_list: [value] });
const at = "assessment_dimension_list[0]";

// None of the well-known validators passes in every row. Below, each trap has more to it.
describe("traps", () => {
  test.for<readonly [trap: string, make: () => unknown, found: readonly string[]]>([
    ["2^53 - 1 is an integer", () => dimension({ score: 2 ** 53 - 1 }), []],
    ["-0 is one", () => dimension({ score: -0 }), []],
    ["2^53 is none", () => dimension({ score: 2 ** 53 }), [`${at}.score: type`]],
    ["-(2^53) is none", () => dimension({ score: -(2 ** 53) }), [`${at}.score: type`]],
    ["NaN is none", () => dimension({ score: NaN }), [`${at}.score: type`]],
    ["Infinity is none", () => dimension({ score: Infinity }), [`${at}.score: type`]],
    [
      "a hole of an array is no item",
      () => dimension({ options: Array(1) }),
      [`${at}.options[0]: required`],
    ],
    ["undefined is an absent field", () => ({ ...id, username: undefined }), []],
    ["and no unknown key", () => ({ ...id, nobody: undefined }), []],
    ["an array is no object", () => dimension([]), [`${at}: type`]],
    ["a function is no object", () => dimension(() => 1), [`${at}: type`]],
    ["null is no object", () => dimension(null), [`${at}: type`]],
    ["an inherited key is none", () => Object.assign(Object.create({ nobody: 1 }), id), []],
    ["an own __proto__ is a key", () => ({ ...id, ["__proto__"]: 1 }), ["__proto__: unknown"]],
    ["so is an own constructor", () => ({ ...id, constructor: 1 }), ["constructor: unknown"]],
  ])("%s", ([, make, found]) => {
    for (const level of [undefined, "strict"] as const) {
      const issues = verdict(input, make(), level).filter(
        (text) => !text.includes("notApplicable"),
      );
      expect(issues.map((text) => text.replace(/,.*/u, ""))).toEqual(found);
    }
  });
});

describe("a key called __proto__", () => {
  const forged: unknown = JSON.parse(
    '{"external_interview_id":"1","__proto__":{"external_id":1},"assessment_dimension_list":[{"__proto__":null}]}',
  );

  test("is unknown like any other when it is the value's own", () => {
    expect(verdict(input, forged)).toEqual([
      "assessment_dimension_list[0].__proto__: unknown, unknown key",
      "__proto__: unknown, unknown key",
    ]);
    expect(verdict(output, forged)).toEqual([]);
    expect(verdict(output, JSON.parse('{"__proto__":1}'), "strict")).toEqual([
      "__proto__: unknown, undocumented key",
    ]);
  });

  test.for(["constructor", "toString", "hasOwnProperty"])("so is %s", (key) => {
    expect(verdict(input, { ...id, [key]: "x" })).toEqual([`${key}: unknown, unknown key`]);
  });
});

describe("objects of an unusual make", () => {
  class Form {
    external_interview_id = "1";
    describe(): string {
      return this.external_interview_id;
    }
  }

  test.for([
    ["an instance of a class", new Form()],
    ["one without a prototype", Object.assign(Object.create(null), id)],
    ["a proxy", new Proxy(id, {})],
    ["one with a key that is a symbol", { ...id, [Symbol("own")]: 1 }],
    ["one with a hidden key", Object.defineProperty({ ...id }, "hidden", { value: 1 })],
    ["one whose maker's keys can be listed", Object.setPrototypeOf({ ...id }, { inherited: 1 })],
  ] as const)("pass: %s", ([, value]) => {
    expect(verdict(input, value)).toEqual([]);
  });

  test.for([
    ["an array with the right keys", Object.assign([], id)],
    ["a function with the right keys", Object.assign(() => id, id)],
  ] as const)("are refused: %s", ([, value]) => {
    expect(verdict(input, value)).toEqual([expect.stringContaining("expected an object")]);
  });

  test("are refused inside too", () => {
    const list = [Object.assign([], { title: "x" }), Object.assign(() => 1, { title: "x" })];
    expect(verdict(input, { ...id, assessment_dimension_list: list })).toEqual([
      "assessment_dimension_list[0]: type, expected an object, got an array",
      "assessment_dimension_list[1]: type, expected an object, got a function",
    ]);
  });
});

describe("somebody adds to Object.prototype", () => {
  afterEach(() => {
    Reflect.deleteProperty(Object.prototype, "polluted");
  });

  test("the key is not taken for one of the value's", () => {
    Reflect.set(Object.prototype, "polluted", 1);
    expect(verdict(input, { ...id, assessment_dimension_list: [{}] })).toEqual([]);
    expect(verdict(output, {}, "strict")).toEqual([]);
  });
});

describe("a getter", () => {
  /** Gives its values one by one, and counts. */
  function shifty(key: string, values: readonly unknown[]) {
    let reads = 0;
    const value = { ...id };
    Object.defineProperty(value, key, { get: () => values[reads++], enumerable: true });
    return { value, reads: () => reads };
  }

  test.for([
    ["conclusion", [1, 4]],
    ["external_interview_id", ["1", 1]],
    ["assessment_dimension_list", [[], "x"]],
  ] as const)("is read once, so that it cannot show two faces: %s", ([key, values]) => {
    const asked = shifty(key, values);
    expect(input.is(asked.value)).toBe(true);
    expect(asked.reads()).toBe(1);
    const checked = shifty(key, values);
    expect(input.validate(checked.value).issues).toBeUndefined();
    expect(checked.reads()).toBe(1);
  });
});

test("nothing is changed, whatever is found", () => {
  const value = { username: 1, assessment_dimension_list: [{ score: "1", extra: null }] };
  const before = structuredClone(value);
  input.validate(value, { level: "strict" });
  output.validate({ external_interview_assessment: value }, { level: "strict" });
  expect(value).toEqual(before);
});

test("a value that goes very deep or wide is answered all the same", () => {
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key${i}`, i]));
  expect(input.validate({ ...id, ...wide }).issues).toHaveLength(10_000);
  const long = Array.from({ length: 200_000 }, () => ({ score: 1.5 }));
  expect(input.validate({ ...id, assessment_dimension_list: long }).issues).toHaveLength(200_000);
});
