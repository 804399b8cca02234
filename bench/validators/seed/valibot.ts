import * as v from "valibot";
import type { Level, Seed } from "../side.js";

type Schema = v.GenericSchema;

const object = (level: Level, entries: v.ObjectEntries): Schema =>
  level === "loose" ? v.object(entries) : v.strictObject(entries);
const int = v.pipe(v.number(), v.safeInteger());

const request = (level: Level): Schema => {
  const dimension = object(level, {
    score: v.optional(int),
    option: v.optional(v.string()),
    options: v.optional(v.array(v.string())),
    content: v.optional(v.string()),
    assessment_type: v.optional(v.picklist([1, 2, 3, 4])),
    title: v.optional(v.string()),
    description: v.optional(v.string()),
  });
  return object(level, {
    external_id: v.optional(v.string()),
    username: v.optional(v.string()),
    conclusion: v.optional(v.picklist([1, 2, 3])),
    assessment_dimension_list: v.optional(v.array(dimension)),
    content: v.optional(v.string()),
    external_interview_id: v.string(),
  });
};

const response = (level: Level): Schema => {
  const oneOf = (...values: number[]): Schema => (level === "loose" ? int : v.picklist(values));
  const dimension = object(level, {
    score: v.nullish(int),
    option: v.nullish(v.string()),
    options: v.nullish(v.array(v.string())),
    content: v.nullish(v.string()),
    assessment_type: v.nullish(oneOf(1, 2, 3, 4)),
    title: v.nullish(v.string()),
    description: v.nullish(v.string()),
  });
  const assessment = object(level, {
    id: v.nullish(v.string()),
    username: v.nullish(v.string()),
    conclusion: v.nullish(oneOf(1, 2, 3)),
    assessment_dimension_list: v.nullish(v.array(dimension)),
    content: v.nullish(v.string()),
    external_interview_id: v.nullish(v.string()),
  });
  return object(level, { external_interview_assessment: v.nullish(assessment) });
};

export const valibotSeed: Seed<Schema> = {
  request: { loose: request("loose"), strict: request("strict") },
  response: { loose: response("loose"), strict: response("strict") },
};
