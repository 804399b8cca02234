import type { Level } from "../side.js";
import { edited, type Edit, type ValueSet } from "./set.js";

const dimension = {
  score: 99,
  option: "opt",
  options: ["opt"],
  content: "content",
  assessment_type: 1,
  title: "title",
  description: "desc",
};

const page = {
  external_interview_assessment: {
    id: "6989181065243969836",
    username: "shaojiale",
    conclusion: 1,
    assessment_dimension_list: [dimension],
    content: "hello world",
    external_interview_id: "6986199832494934316",
  },
};

const at = (...path: readonly (string | number)[]) => ["external_interview_assessment", ...path];

/** The page's reply, and what servers make of it: nulls, absent fields, more items; loose, also new keys and values. */
export function responseValues(level: Level): ValueSet {
  const list = ["assessment_dimension_list"] as const;
  const newer: readonly Edit[] = [
    [at("create_time"), "1618899376474"],
    [at("conclusion"), 9],
    [at(...list, 0, "weight"), 3],
  ];
  const second = { assessment_type: 4, title: "Tools", options: ["gdb", "perf"], score: null };
  const unknown: readonly Edit[] = level === "strict" ? newer : [];
  return {
    valid: [
      edited(page),
      edited(page, [at("username"), null], [at("content"), null], [at(...list, 1), second]),
      edited(page, [at(...list), undefined], [at("conclusion"), 3]),
      edited(page, [at("id"), "6989181065243969837"], ...(level === "loose" ? newer : [])),
    ],
    invalid: [
      edited(page, [at("id"), 6989181065], ...unknown),
      edited(page, [at("conclusion"), "1"], [at(...list, 0, "score"), 1.5]),
      edited(page, [at(...list, 1), null], [at(...list, 0, "options"), ["opt", null]]),
      edited(page, [["external_interview_assessment"], "6989181065243969836"]),
    ],
  };
}
