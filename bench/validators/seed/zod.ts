import * as z from "zod";
import type { Level, Seed } from "../side.js";

const object = { loose: z.object, strict: z.strictObject };

const request = (level: Level): z.ZodType => {
  const dimension = object[level]({
    score: z.int().optional(),
    option: z.string().optional(),
    options: z.array(z.string()).optional(),
    content: z.string().optional(),
    assessment_type: z.literal([1, 2, 3, 4]).optional(),
    title: z.string().optional(),
    description: z.string().optional(),
  });
  return object[level]({
    external_id: z.string().optional(),
    username: z.string().optional(),
    conclusion: z.literal([1, 2, 3]).optional(),
    assessment_dimension_list: z.array(dimension).optional(),
    content: z.string().optional(),
    external_interview_id: z.string(),
  });
};

const response = (level: Level): z.ZodType => {
  const oneOf = (...values: number[]): z.ZodType =>
    level === "loose" ? z.int() : z.literal(values);
  const dimension = object[level]({
    score: z.int().nullish(),
    option: z.string().nullish(),
    options: z.array(z.string()).nullish(),
    content: z.string().nullish(),
    assessment_type: oneOf(1, 2, 3, 4).nullish(),
    title: z.string().nullish(),
    description: z.string().nullish(),
  });
  const assessment = object[level]({
    id: z.string().nullish(),
    username: z.string().nullish(),
    conclusion: oneOf(1, 2, 3).nullish(),
    assessment_dimension_list: z.array(dimension).nullish(),
    content: z.string().nullish(),
    external_interview_id: z.string().nullish(),
  });
  return object[level]({ external_interview_assessment: assessment.nullish() });
};

export const zodSeed: Seed<z.ZodType> = {
  request: { loose: request("loose"), strict: request("strict") },
  response: { loose: response("loose"), strict: response("strict") },
};
