import { AssessmentType, InterviewConclusion } from "feishu-hire";
import type {
  CreateExternalInterviewAssessmentInput as Input,
  ExternalInterviewAssessmentDimensionInput as Dimension,
} from "feishu-hire";
import { type Equal, holds, takes } from "./equal.js";

// Every property with its type, so that a new, lost, optional or required one shows.
holds<
  Equal<
    { [Key in keyof Input]: Input[Key] },
    {
      external_id?: string | undefined;
      username?: string | undefined;
      conclusion?: 1 | 2 | 3 | undefined;
      assessment_dimension_list?: readonly Dimension[] | undefined;
      content?: string | undefined;
      external_interview_id: string;
    }
  >
>();

const external_interview_id = "6986199832494934316";
takes<Input>({ external_interview_id });
takes<Input>({ external_interview_id, username: undefined, conclusion: undefined });
takes<Input>({ external_interview_id, conclusion: InterviewConclusion.Pending });
takes<Input>({ external_interview_id, conclusion: 3 });
// @ts-expect-error: the one required field is missing
takes<Input>({});
// @ts-expect-error: required means that undefined will not do
takes<Input>({ external_interview_id: undefined });
// @ts-expect-error: null is not absent
takes<Input>({ external_interview_id, username: null });
// @ts-expect-error: no member has this value
takes<Input>({ external_interview_id, conclusion: 4 });
// @ts-expect-error: inputs are closed, so a number of which no more is known will not do
takes<Input>({ external_interview_id, conclusion: Number("1") });
// @ts-expect-error: misspelt
takes<Input>({ external_interview_id, externl_id: "123" });

// Lists may be read-only.
const list = [{ title: "depth" }] as const;
takes<Input>({ external_interview_id, assessment_dimension_list: list });
const options = ["a", "b"] as const;
takes<Dimension>({ assessment_type: AssessmentType.MultipleChoice, options });
takes<Dimension>(Object.freeze({ title: "depth" }));

// One variant for each member.
takes<Dimension>({ assessment_type: AssessmentType.Scoring, score: 99 });
takes<Dimension>({ assessment_type: AssessmentType.SingleChoice, option: "a" });
takes<Dimension>({ assessment_type: AssessmentType.Description, content: "good" });
takes<Dimension>({ assessment_type: AssessmentType.MultipleChoice, options: ["a", "b"] });
takes<Dimension>({ assessment_type: AssessmentType.Scoring });
takes<Dimension>({ assessment_type: AssessmentType.Scoring, score: undefined });
takes<Dimension>({ assessment_type: 1, score: 99, title: "depth", description: "how deep" });
// @ts-expect-error: a single choice's answer in a scored question
takes<Dimension>({ assessment_type: AssessmentType.Scoring, option: "a" });
// @ts-expect-error: one answer too many
takes<Dimension>({ assessment_type: AssessmentType.SingleChoice, option: "a", options: ["a"] });
// @ts-expect-error: no member has this value
takes<Dimension>({ assessment_type: 5 });

// A tag that can be any member: the shared fields go with it, and an answer field too, as the
// compiler then looks for surplus properties in all variants together. The level `strict` tells.
declare const anyMember: AssessmentType;
takes<Dimension>({ assessment_type: anyMember, title: "depth", description: undefined });
takes<Dimension>({ assessment_type: anyMember, score: 99 });
// @ts-expect-error: of the right name, but of no variant's type
takes<Dimension>({ assessment_type: anyMember, score: "99" });

// No tag, no fields that depend on it.
takes<Dimension>({});
takes<Dimension>({ title: "depth", description: "how deep" });
takes<Dimension>({ assessment_type: undefined, title: "depth" });
// @ts-expect-error: the score counts only when the tag says so
takes<Dimension>({ score: 1 });

/** The tag narrows: each variant has its own answer. */
export function answer(dimension: Dimension): string | number | undefined {
  switch (dimension.assessment_type) {
    case AssessmentType.Scoring:
      return dimension.score;
    case AssessmentType.SingleChoice:
      return dimension.option;
    case AssessmentType.Description:
      return dimension.content;
    case AssessmentType.MultipleChoice:
      return dimension.options?.join();
    case undefined:
      return dimension.title;
  }
}
