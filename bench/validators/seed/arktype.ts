import { type, type Type } from "arktype";
import type { Level, Seed } from "../side.js";

const unknownKeys = { loose: "ignore", strict: "reject" } as const;

const request = (level: Level): Type => {
  const dimension = type({
    "+": unknownKeys[level],
    "score?": "number.integer & number.safe",
    "option?": "string",
    "options?": "string[]",
    "content?": "string",
    "assessment_type?": "1 | 2 | 3 | 4",
    "title?": "string",
    "description?": "string",
  });
  return type({
    "+": unknownKeys[level],
    "external_id?": "string",
    "username?": "string",
    "conclusion?": "1 | 2 | 3",
    "assessment_dimension_list?": dimension.array(),
    "content?": "string",
    external_interview_id: "string",
  }) as unknown as Type;
};

const response = (level: Level): Type => {
  const open = type("(number.integer & number.safe) | null");
  const dimension = type({
    "+": unknownKeys[level],
    "score?": open,
    "option?": "string | null",
    "options?": "string[] | null",
    "content?": "string | null",
    "assessment_type?": level === "loose" ? open : type("1 | 2 | 3 | 4 | null"),
    "title?": "string | null",
    "description?": "string | null",
  });
  const assessment = type({
    "+": unknownKeys[level],
    "id?": "string | null",
    "username?": "string | null",
    "conclusion?": level === "loose" ? open : type("1 | 2 | 3 | null"),
    "assessment_dimension_list?": dimension.array().or("null"),
    "content?": "string | null",
    "external_interview_id?": "string | null",
  });
  return type({
    "+": unknownKeys[level],
    "external_interview_assessment?": assessment.or("null"),
  }) as unknown as Type;
};

export const arktypeSeed: Seed<Type> = {
  request: { loose: request("loose"), strict: request("strict") },
  response: { loose: response("loose"), strict: response("strict") },
};
