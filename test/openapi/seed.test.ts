import { expect, test } from "vitest";
import { openApi } from "../../generator/openapi/openapi.js";
import { at } from "./at.js";
import { hire } from "./models.js";

const ASSESSMENT = "paths /open-apis/hire/v1/external_interview_assessments post";
const BODY = `${ASSESSMENT} requestBody content application/json schema`;
const DIMENSION = "components schemas ExternalInterviewAssessmentDimension";

/** What the page says of the first endpoint, and where the document says it. */
const seed: readonly (readonly [string, unknown])[] = [
  ["openapi", "3.1.0"],
  ["info title", "飞书招聘 (Hire)"],
  [
    "servers",
    [
      { url: "https://open.feishu.cn", description: "Feishu" },
      { url: "https://open.larksuite.com", description: "Lark" },
    ],
  ],
  [`${ASSESSMENT} operationId`, "createExternalInterviewAssessment"],
  [`${ASSESSMENT} tags`, ["external_interview_assessment"]],
  [`${ASSESSMENT} summary`, "创建外部面评"],
  [`${ASSESSMENT} security`, [{ tenant: [] }]],
  [`${ASSESSMENT} x-token-types`, ["tenant"]],
  [`${ASSESSMENT} x-app-types`, ["custom"]],
  [`${ASSESSMENT} x-scopes`, ["hire:external_application"]],
  [`${ASSESSMENT} x-rate-limit`, ["20/s"]],
  [`${ASSESSMENT} x-effect`, "write"],
  [`${ASSESSMENT} x-idempotency`, { field: "external_id" }],
  [`${ASSESSMENT} parameters`, undefined],
  [`${ASSESSMENT} x-errors 0 code`, 1002001],
  [`${ASSESSMENT} x-errors 0 status`, 500],
  [`${ASSESSMENT} x-errors 0 name`, "SystemError"],
  [`${ASSESSMENT} x-errors 0 label`, "系统错误"],
  [`${ASSESSMENT} x-errors 1 code`, 1002002],
  [`${ASSESSMENT} x-errors 1 status`, 400],
  [`${ASSESSMENT} x-errors 1 name`, "InvalidParameter"],
  [`${BODY} additionalProperties`, false],
  [`${BODY} required`, ["external_interview_id"]],
  [`${BODY} properties external_id type`, "string"],
  [`${BODY} properties external_id examples`, ["123"]],
  [`${BODY} properties username description`, expect.stringContaining("面试官姓名")],
  [`${BODY} properties conclusion $ref`, "#/components/schemas/InterviewConclusion"],
  [
    `${BODY} properties assessment_dimension_list items $ref`,
    `#/components/schemas/ExternalInterviewAssessmentDimensionInput`,
  ],
  ["components schemas InterviewConclusion type", "integer"],
  ["components schemas InterviewConclusion enum", [1, 2, 3]],
  ["components schemas InterviewConclusion x-enum-varnames", ["Failed", "Passed", "Pending"]],
  ["components schemas InterviewConclusion x-enum-descriptions", ["不通过", "通过", "待定"]],
  [`${DIMENSION} additionalProperties`, true],
  [`${DIMENSION} required`, undefined],
  [`${DIMENSION} properties assessment_type enum`, undefined],
  [`${DIMENSION} properties assessment_type type`, "integer"],
  [`${DIMENSION} properties assessment_type x-extensible-enum`, [1, 2, 3, 4]],
  [
    `${DIMENSION} properties assessment_type x-enum-varnames`,
    ["Scoring", "SingleChoice", "Description", "MultipleChoice"],
  ],
  [
    `${DIMENSION} properties assessment_type x-enum-descriptions`,
    ["打分题", "单选题", "描述题", "多选题"],
  ],
  [`${DIMENSION}Input additionalProperties`, false],
  [`${DIMENSION}Input properties score x-when`, { assessment_type: "Scoring" }],
  [`${DIMENSION}Input properties score minimum`, Number.MIN_SAFE_INTEGER],
  [`${DIMENSION}Input properties score maximum`, Number.MAX_SAFE_INTEGER],
  [`${DIMENSION}Input properties options items type`, "string"],
  [
    "components securitySchemes tenant",
    expect.objectContaining({ type: "http", scheme: "bearer" }),
  ],
];

const document = openApi(await hire());

test.for(seed)("the seed operation: %s", ([path, want]) => {
  expect(at(document, path)).toEqual(want);
});
