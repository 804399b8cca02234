import { expect, test } from "vitest";
import { installed } from "./consumer.js";
import { pageExample, verdict } from "./verdicts.js";

const { CreateExternalInterviewAssessmentOutputSchema: schema } = await installed(
  "feishu-hire/external-interview-assessment",
);

const { data } = pageExample("response");
const withAssessment = (fields: object) => ({ external_interview_assessment: fields });
const place = "external_interview_assessment";
const conclusions = "1 (Failed), 2 (Passed) or 3 (Pending)";

/** What is given, then what `documented` finds, then what only `strict` finds. */
const table: readonly (readonly [string, unknown, readonly string[], readonly string[]])[] = [
  ["the page's example", data, [], []],
  ["nothing at all", {}, [], []],
  ["null, which is absent", { [place]: null }, [], []],
  ["null further down", withAssessment({ id: null, assessment_dimension_list: null }), [], []],
  [
    "an enum value of next year",
    withAssessment({ conclusion: 4 }),
    [],
    [`${place}.conclusion: enum, expected ${conclusions}, got a number`],
  ],
  [
    "keys of next year",
    { ...withAssessment({ score: 1 }), more: true },
    [],
    [`${place}.score: unknown, undocumented key`, "more: unknown, undocumented key"],
  ],
  [
    "answers that do not go with the type: the server may",
    withAssessment({ assessment_dimension_list: [{ assessment_type: 2, score: 1 }] }),
    [],
    [],
  ],
  [
    "an enum value that is no integer",
    withAssessment({ conclusion: "1" }),
    [`${place}.conclusion: type, expected an integer, got a string`],
    [],
  ],
  [
    "an id that lost its digits on the way",
    withAssessment({ id: 6989181065243969836 }),
    [`${place}.id: type, expected a string, got an integer beyond 2^53`],
    [],
  ],
  [
    "null in a list",
    withAssessment({ assessment_dimension_list: [null] }),
    [`${place}.assessment_dimension_list[0]: type, expected an object, got null`],
    [],
  ],
  ["an array for data", [], [": type, expected an object, got an array"], []],
  ["null for data", null, [": type, expected an object, got null"], []],
];

test.for(table)("%s", ([, value, documented, strict]) => {
  expect(verdict(schema, value)).toEqual(documented);
  expect(verdict(schema, value, "strict")).toEqual([...documented, ...strict]);
  expect(verdict(schema, value, "off")).toEqual([]);
});
