import {
  AssessmentType,
  AssessmentTypeLabel,
  createExternalInterviewAssessment,
  createHire,
  ErrorCode,
  InterviewConclusion,
  isApiError,
  PermissionError,
  ValidationError,
} from "feishu-hire";
import type {
  CreateExternalInterviewAssessmentInput,
  CreateExternalInterviewAssessmentOutput,
  HireClient,
} from "feishu-hire";
import { createClient } from "feishu-hire/client";
import type { Client } from "feishu-hire/client";
import { AssessmentType as SameAssessmentType } from "feishu-hire/enums";
import { ApiError } from "feishu-hire/errors";
import {
  createExternalInterviewAssessment as create,
  CreateExternalInterviewAssessmentInputSchema,
} from "feishu-hire/external-interview-assessment";

const hire: HireClient = createHire({
  appId: "cli_1",
  appSecret: "secret",
  baseUrl: "lark",
  timeout: 5_000,
  validate: { input: "strict" },
  hooks: { onUnexpected: ({ operation, issues }) => console.warn(operation, issues.length) },
});
const client: Client = createClient({ appId: "cli_1", appSecret: "secret", fetch });

const input: CreateExternalInterviewAssessmentInput = {
  external_interview_id: "6986199832494934316",
  conclusion: InterviewConclusion.Passed,
  assessment_dimension_list: [
    { assessment_type: AssessmentType.Scoring, score: 99, title: "depth" },
    { assessment_type: SameAssessmentType.MultipleChoice, options: ["a", "b"] },
  ],
};

export async function main(): Promise<string> {
  try {
    const { external_interview_assessment: made } =
      await hire.externalInterviewAssessment.create(input);
    const { data, logId, response } = await create(client, input, {
      signal: AbortSignal.timeout(1_000),
      headers: { "x-trace": "1" },
    }).withResponse();
    const again = await createExternalInterviewAssessment(client, input);
    return [label(data), label(again), made?.id, logId, response.headers.get("date")].join();
  } catch (error) {
    if (isApiError(error, ErrorCode.InvalidParameter)) return error.advice ?? error.message;
    if (error instanceof PermissionError) return error.scopes.join();
    if (error instanceof ValidationError) return error.issues.map(({ path }) => path[0]).join();
    if (error instanceof ApiError) return String(error.code);
    throw error;
  }
}

function label({ external_interview_assessment }: CreateExternalInterviewAssessmentOutput) {
  const [first] = external_interview_assessment?.assessment_dimension_list ?? [];
  switch (first?.assessment_type) {
    case AssessmentType.Scoring:
      return `${AssessmentTypeLabel[AssessmentType.Scoring]} ${first.score}`;
    case undefined:
      return "none";
    default:
      return String(first?.assessment_type);
  }
}

export function read(form: unknown): CreateExternalInterviewAssessmentInput {
  const result = CreateExternalInterviewAssessmentInputSchema.validate(form, { level: "strict" });
  // Without `strict` the compiler narrows by `in`, but not by `if (result.issues)`.
  if ("value" in result) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join());
}
