import type { Level, Target } from "./side.js";
import { detailValues } from "./values/detail.js";
import { requestValues, shapeValues } from "./values/request.js";
import { responseValues } from "./values/response.js";
import type { ValueSet } from "./values/set.js";

/** Values of a target to check. */
export interface Case {
  readonly title: string;
  readonly target: Target;
  readonly values: (level: Level) => ValueSet | Promise<ValueSet>;
}

export const CASES = {
  request: {
    title: "Request with 1 dimension",
    target: "request",
    values: (level) => requestValues(1, level),
  },
  request50: {
    title: "Request with 50 dimensions",
    target: "request",
    values: (level) => requestValues(50, level),
  },
  shapes: {
    title: "Request, eight key orders mixed",
    target: "request",
    values: shapeValues,
  },
  response: { title: "Reply to it", target: "response", values: responseValues },
  detail: {
    title: "Hire's largest reply, an application with all that belongs to it",
    target: "detail",
    values: detailValues,
  },
} as const satisfies Readonly<Record<string, Case>>;

export type CaseName = keyof typeof CASES;

export const CASE_NAMES = Object.keys(CASES) as readonly CaseName[];
