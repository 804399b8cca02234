import { describe, expect, test } from "vitest";
import { installed } from "./consumer.js";
import { pageExample, verdict } from "./verdicts.js";

const { InterviewConclusion } = await installed("feishu-hire/enums");
const { CreateExternalInterviewAssessmentInputSchema: schema } = await installed(
  "feishu-hire/external-interview-assessment",
);

const id = { external_interview_id: "6986199832494934316" };
const withDimension = (dimension: unknown) => ({ ...id, assessment_dimension_list: [dimension] });
const hole: string[] = ["a", "b", "c"];
delete hole[1];

const good: readonly (readonly [string, unknown])[] = [
  ["the page's example", pageExample("request")],
  ["only what is required", id],
  ["undefined for what may be missing", { ...id, username: undefined, conclusion: undefined }],
  ["undefined under a name nobody knows", { ...id, externl_id: undefined }],
  ["an empty list", { ...id, assessment_dimension_list: [] }],
  ["an empty object in the list", withDimension({})],
  ["a frozen value", Object.freeze({ ...id, conclusion: InterviewConclusion.Passed })],
  ["empty texts", { external_interview_id: "", external_id: "" }],
  ["the largest integer that is safe", withDimension({ score: 2 ** 53 - 1 })],
  ["zero, and minus zero", { ...id, assessment_dimension_list: [{ score: 0 }, { score: -0 }] }],
];

test.for(good)("%s passes", ([, value]) => {
  expect(verdict(schema, value)).toEqual([]);
});

const conclusions = "1 (Failed), 2 (Passed) or 3 (Pending)";
const types = "1 (Scoring), 2 (SingleChoice), 3 (Description) or 4 (MultipleChoice)";
const [list, first] = ["assessment_dimension_list", "assessment_dimension_list[0]"];

const bad: readonly (readonly [string, unknown, ...string[]])[] = [
  ["{}", {}, "external_interview_id: required, expected a string, got nothing"],
  [
    "conclusion: 4",
    { ...id, conclusion: 4 },
    `conclusion: enum, expected ${conclusions}, got a number`,
  ],
  [
    'conclusion: "1"',
    { ...id, conclusion: "1" },
    `conclusion: enum, expected ${conclusions}, got a string`,
  ],
  [
    "score: 1.5",
    withDimension({ score: 1.5 }),
    `${first}.score: type, expected an integer, got a fraction`,
  ],
  [
    "score: 2 ** 53",
    withDimension({ score: 2 ** 53 }),
    `${first}.score: type, expected an integer, got an integer beyond 2^53`,
  ],
  [
    "score: NaN",
    withDimension({ score: Number.NaN }),
    `${first}.score: type, expected an integer, got NaN`,
  ],
  [
    "score: 99n",
    withDimension({ score: 99n }),
    `${first}.score: type, expected an integer, got a bigint`,
  ],
  [
    'options: "a"',
    withDimension({ options: "a" }),
    `${first}.options: type, expected an array, got a string`,
  ],
  [
    "options with a hole",
    withDimension({ options: hole }),
    `${first}.options[1]: required, expected a string, got nothing`,
  ],
  [
    "assessment_type: 5",
    withDimension({ assessment_type: 5 }),
    `${first}.assessment_type: enum, expected ${types}, got a number`,
  ],
  ["username: null", { ...id, username: null }, "username: type, expected a string, got null"],
  [
    "a misspelt key",
    { ...id, externl_id: "123" },
    'externl_id: unknown, unknown key, did you mean "external_id"?',
  ],
  [
    "a key in camel case",
    { ...id, externalId: "123" },
    'externalId: unknown, unknown key, did you mean "external_id"?',
  ],
  ["a key like no other", { ...id, colour: "red" }, "colour: unknown, unknown key"],
  [
    "a misspelt key in the list",
    withDimension({ tilte: "depth" }),
    `${first}.tilte: unknown, unknown key, did you mean "title"?`,
  ],
  [
    "a list that is an object",
    { ...id, [list]: { 0: {} } },
    `${list}: type, expected an array, got an object`,
  ],
  ["null in the list", withDimension(null), `${first}: type, expected an object, got null`],
  [
    "many at once, in the order of the fields",
    { username: 1, content: null, [list]: [{}, { title: 1 }], surprise: 1 },
    "username: type, expected a string, got a number",
    `${list}[1].title: type, expected a string, got a number`,
    "content: type, expected a string, got null",
    "external_interview_id: required, expected a string, got nothing",
    "surprise: unknown, unknown key",
  ],
];

test.for(bad)("%s is refused", ([, value, ...issues]) => {
  expect(verdict(schema, value)).toEqual(issues);
});

test.for([undefined, null, "text", 1, true, [], [id], () => id])("no object: %j", (value) => {
  expect(verdict(schema, value)).toEqual([expect.stringContaining(", expected an object, got ")]);
});

describe("strict", () => {
  test("reports the fields of the page's example that do not go with type 1", () => {
    expect(verdict(schema, pageExample("request"), "strict")).toEqual([
      `${first}.option: notApplicable, applies only when assessment_type is 2 (SingleChoice)`,
      `${first}.options: notApplicable, applies only when assessment_type is 4 (MultipleChoice)`,
      `${first}.content: notApplicable, applies only when assessment_type is 3 (Description)`,
    ]);
  });

  test("takes every answer under its own type, and none without", () => {
    const answers = { score: 99, option: "opt", options: ["opt"], content: "content" };
    const names = (type: number | undefined) =>
      schema
        .validate(withDimension({ ...answers, assessment_type: type }), { level: "strict" })
        .issues?.map(({ path }) => path.at(-1));
    expect(names(1)).toEqual(["option", "options", "content"]);
    expect(names(2)).toEqual(["score", "options", "content"]);
    expect(names(3)).toEqual(["score", "option", "options"]);
    expect(names(4)).toEqual(["score", "option", "content"]);
    expect(names(undefined)).toEqual(["score", "option", "options", "content"]);
  });

  test.for(bad)("refuses what documented refuses: %s", ([, value, ...issues]) => {
    expect(verdict(schema, value, "strict")).toEqual(expect.arrayContaining(issues));
  });
});

test.for([...good, ...bad, ["null", null] as const])("off takes anything: %s", ([, value]) => {
  expect(verdict(schema, value, "off")).toEqual([]);
});
