import { AssessmentType, createExternalInterviewAssessment, createHire } from "feishu-hire";
import type {
  ApiPromise,
  Client,
  CreateExternalInterviewAssessmentOutput as Output,
  ExternalInterviewAssessment as Assessment,
  ExternalInterviewAssessmentDimension as Dimension,
  InterviewConclusion,
  Open,
  WithResponse,
} from "feishu-hire";
import { type Equal, holds, takes } from "./equal.js";

// Nothing is promised, so everything may be missing; nothing is null for the reader.
holds<Equal<Output, { external_interview_assessment?: Assessment }>>();
holds<
  Equal<
    { [Key in keyof Assessment]: Assessment[Key] },
    {
      id?: string;
      username?: string;
      conclusion?: Open<InterviewConclusion>;
      assessment_dimension_list?: Dimension[];
      content?: string;
      external_interview_id?: string;
    }
  >
>();

// Outputs are open: a value of next year is one of theirs, a text is not.
takes<Dimension>({ assessment_type: 5, score: 1, option: "a" });
takes<Assessment>({ conclusion: Number("99") });
// @ts-expect-error: an integer enum stays an integer
takes<Assessment>({ conclusion: "1" });

declare const seen: NonNullable<Dimension["assessment_type"]>;

export function withDefault(): string {
  switch (seen) {
    case AssessmentType.Scoring:
      takes<typeof AssessmentType.Scoring>(seen); // narrowed
      return "scoring";
    case AssessmentType.SingleChoice:
    case AssessmentType.Description:
    case AssessmentType.MultipleChoice:
      takes<AssessmentType>(seen);
      return "other";
    default:
      takes<number>(seen);
      return `unknown ${seen}`;
  }
}

// @ts-expect-error: all members are there, but the server may send another value
export function withoutDefault(): string {
  switch (seen) {
    case AssessmentType.Scoring:
    case AssessmentType.SingleChoice:
    case AssessmentType.Description:
    case AssessmentType.MultipleChoice:
      return "known";
  }
}

// @ts-expect-error: what was received may hold what must not be sent
takes<AssessmentType>(seen);

// Both ways of calling have the same result.
declare const client: Client;
const input = { external_interview_id: "6986199832494934316" };
const single = createExternalInterviewAssessment(client, input);
const hire = createHire({ appId: "cli_1", appSecret: "secret" });
const bound = hire.externalInterviewAssessment.create(input);
holds<Equal<typeof single, ApiPromise<Output>>>();
holds<Equal<typeof bound, ApiPromise<Output>>>();
holds<Equal<Awaited<typeof single>, Output>>();
const whole = single.withResponse();
holds<Equal<typeof whole, Promise<WithResponse<Output>>>>();
holds<
  Equal<
    { [Key in keyof WithResponse<Output>]: WithResponse<Output>[Key] },
    { readonly data: Output; readonly response: Response; readonly logId: string | undefined }
  >
>();
// @ts-expect-error: an input is wanted, as something in it is required
void hire.externalInterviewAssessment.create();
