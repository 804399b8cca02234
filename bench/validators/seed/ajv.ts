import type { JsonSchema } from "../json-schema.js";
import type { Level, Seed } from "../side.js";

const string = { type: "string" } as const;
const whole = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER } as const;

const request = (level: Level): JsonSchema => {
  const additionalProperties = level === "loose";
  const dimension: JsonSchema = {
    type: "object",
    properties: {
      score: { type: "integer", ...whole },
      option: string,
      options: { type: "array", items: string },
      content: string,
      assessment_type: { enum: [1, 2, 3, 4] },
      title: string,
      description: string,
    },
    additionalProperties,
  };
  return {
    type: "object",
    properties: {
      external_id: string,
      username: string,
      conclusion: { enum: [1, 2, 3] },
      assessment_dimension_list: { type: "array", items: dimension },
      content: string,
      external_interview_id: string,
    },
    required: ["external_interview_id"],
    additionalProperties,
  };
};

const stringOrNull = { type: ["string", "null"] } as const;
const wholeOrNull = { type: ["integer", "null"], ...whole } as const;

const response = (level: Level): JsonSchema => {
  const additionalProperties = level === "loose";
  const oneOf = (...values: number[]): JsonSchema =>
    level === "loose" ? wholeOrNull : { enum: [...values, null] };
  const dimension: JsonSchema = {
    type: "object",
    properties: {
      score: wholeOrNull,
      option: stringOrNull,
      options: { type: ["array", "null"], items: string },
      content: stringOrNull,
      assessment_type: oneOf(1, 2, 3, 4),
      title: stringOrNull,
      description: stringOrNull,
    },
    additionalProperties,
  };
  const assessment: JsonSchema = {
    type: ["object", "null"],
    properties: {
      id: stringOrNull,
      username: stringOrNull,
      conclusion: oneOf(1, 2, 3),
      assessment_dimension_list: { type: ["array", "null"], items: dimension },
      content: stringOrNull,
      external_interview_id: stringOrNull,
    },
    additionalProperties,
  };
  const properties = { external_interview_assessment: assessment };
  return { type: "object", properties, additionalProperties };
};

/** JSON Schema by hand. */
export const ajvSeed: Seed<JsonSchema> = {
  request: { loose: request("loose"), strict: request("strict") },
  response: { loose: response("loose"), strict: response("strict") },
};
