import Type, { type TSchema } from "typebox";
import type { Level, Seed } from "../side.js";

const int = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const oneOf = (...values: number[]): TSchema =>
  Type.Union(values.map((value) => Type.Literal(value)));
const optional = (schema: TSchema): TSchema => Type.Optional(schema);
const nullish = (schema: TSchema): TSchema => Type.Optional(Type.Union([schema, Type.Null()]));

const request = (level: Level): TSchema => {
  const options = { additionalProperties: level === "loose" };
  const dimension = Type.Object(
    {
      score: optional(int),
      option: optional(Type.String()),
      options: optional(Type.Array(Type.String())),
      content: optional(Type.String()),
      assessment_type: optional(oneOf(1, 2, 3, 4)),
      title: optional(Type.String()),
      description: optional(Type.String()),
    },
    options,
  );
  return Type.Object(
    {
      external_id: optional(Type.String()),
      username: optional(Type.String()),
      conclusion: optional(oneOf(1, 2, 3)),
      assessment_dimension_list: optional(Type.Array(dimension)),
      content: optional(Type.String()),
      external_interview_id: Type.String(),
    },
    options,
  );
};

const response = (level: Level): TSchema => {
  const options = { additionalProperties: level === "loose" };
  const value = level === "loose" ? () => int : oneOf;
  const dimension = Type.Object(
    {
      score: nullish(int),
      option: nullish(Type.String()),
      options: nullish(Type.Array(Type.String())),
      content: nullish(Type.String()),
      assessment_type: nullish(value(1, 2, 3, 4)),
      title: nullish(Type.String()),
      description: nullish(Type.String()),
    },
    options,
  );
  const assessment = Type.Object(
    {
      id: nullish(Type.String()),
      username: nullish(Type.String()),
      conclusion: nullish(value(1, 2, 3)),
      assessment_dimension_list: nullish(Type.Array(dimension)),
      content: nullish(Type.String()),
      external_interview_id: nullish(Type.String()),
    },
    options,
  );
  return Type.Object({ external_interview_assessment: nullish(assessment) }, options);
};

export const typeboxSeed: Seed<TSchema> = {
  request: { loose: request("loose"), strict: request("strict") },
  response: { loose: response("loose"), strict: response("strict") },
};
