import { GetDetailApplicationOutputSchema } from "feishu-hire/application";
import {
  CreateExternalInterviewAssessmentInputSchema,
  CreateExternalInterviewAssessmentOutputSchema,
} from "feishu-hire/external-interview-assessment";
import { pathText, type Level, type Side, type Target, type Validator } from "../side.js";

type Issues = readonly { readonly path: readonly PropertyKey[] }[];

/** What of a schema's public face is compared. */
interface Schema {
  readonly is: (value: unknown) => boolean;
  readonly isStrict: (value: unknown) => boolean;
  readonly validate: (
    value: unknown,
    options?: { readonly level?: "documented" | "strict" },
  ) => { readonly issues?: Issues | undefined };
}

const SCHEMAS: Readonly<Record<Target, Schema>> = {
  request: CreateExternalInterviewAssessmentInputSchema,
  response: CreateExternalInterviewAssessmentOutputSchema,
  detail: GetDetailApplicationOutputSchema,
};

export const ourSide: Side = {
  name: "feishu-hire",
  load: async (target, level) => validator(SCHEMAS[target], target, level),
};

/** Requests have one level that peers call strict: `documented` refuses unknown keys. */
function validator({ is, isStrict, validate }: Schema, target: Target, level: Level): Validator {
  if (target === "request" || level === "loose")
    return answers(is, (value) => validate(value).issues);
  return answers(isStrict, (value) => validate(value, { level: "strict" }).issues);
}

function answers(is: Validator["is"], all: (value: unknown) => Issues | undefined): Validator {
  const paths = (value: unknown) => (all(value) ?? []).map(({ path }) => pathText(path));
  return { is, first: (value) => all(value)?.[0], all, paths };
}
