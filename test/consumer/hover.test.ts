import { Project, ts } from "ts-morph";
import { expect, test } from "vitest";
import { inProject } from "./consumer.js";

const program = `
import { AssessmentType, createHire, ErrorCode } from "feishu-hire";
import { createExternalInterviewAssessment } from "feishu-hire/external-interview-assessment";

const hire = createHire({ appId: "cli_1", appSecret: "secret" });
const result = await hire.externalInterviewAssessment.create({
  external_interview_id: "6986199832494934316",
  conclusion: 1,
  assessment_dimension_list: [{ assessment_type: AssessmentType.Scoring, score: 99 }],
});
const back = result.external_interview_assessment?.external_interview_id;
export const others = [ErrorCode.InvalidParameter, createExternalInterviewAssessment, back];
`;

const project = new Project({
  compilerOptions: { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true },
});
const file = project.createSourceFile(inProject("hover.ts"), program);
const service = project.getLanguageService().compilerObject;

/** What an editor shows over the last character of a text in the program. */
function hover(text: string): string {
  const end = program.indexOf(text) + text.length - 1;
  const info = service.getQuickInfoAtPosition(file.getFilePath(), end);
  const tags = info?.tags?.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`) ?? [];
  const parts = [info?.displayParts, info?.documentation].map((part) =>
    ts.displayPartsToString(part),
  );
  return [...parts, ...tags].join("\n");
}

const page =
  "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/external_interview_assessment/create";
const operation = [
  "创建外部面评: Imports an assessment",
  "POST /open-apis/hire/v1/external_interview_assessments",
  "20/s",
  "hire:external_application",
  "Idempotent by `external_id`",
  "@example ```ts",
  "InvalidParameter (1002002 参数错误)",
  page,
];

test.for([
  ["AssessmentType.Scoring", ["(property) Scoring: 1", "打分题"]],
  ["{ AssessmentType", ["const AssessmentType", "题目类型: The kind of a question"]],
  ["conclusion", ["面试结果", "@example 1"]],
  ["external_interview_id", ["外部面试 ID: The external interview", '"6986199832494934316"']],
  ["{ assessment_type", ["题目类型"]],
  ["score", ["打分题分数", "@example 99"]],
  ["hire.externalInterviewAssessment", ["外部面评: Assessments of interviews"]],
  ["hire.externalInterviewAssessment.create", operation],
  ["{ createExternalInterviewAssessment", operation],
  ["result.external_interview_assessment", ["外部面评信息"]],
  ["?.external_interview_id", ["外部面试 ID"]],
  [
    "ErrorCode.InvalidParameter",
    ["InvalidParameter: 1002002", "参数错误: Check the type and size"],
  ],
] as const)("hovering over %s shows what it is", ([text, shown]) => {
  const all = hover(text);
  for (const part of shown) expect(all).toContain(part);
});

test("the program of the hovers is right itself", () => {
  const problems = project.getPreEmitDiagnostics().map(({ compilerObject }) => compilerObject);
  expect(problems.map(({ messageText }) => messageText)).toEqual([]);
});
