import { createHire, type Validate } from "feishu-hire";
import type { Library, Side } from "../side.js";

const connect = (baseUrl: string, validate?: Validate): Library => {
  const hire = createHire({
    appId: "cli_bench",
    appSecret: "bench-secret",
    baseUrl,
    validate,
    // The documented 20 a second are too few to measure by; the limiter does the same work for these.
    rateLimit: { limits: { "external_interview_assessment.create": [{ calls: 200, per: 1 }] } },
  });
  const send: Library["call"] = (input) => hire.externalInterviewAssessment.create(input);
  return { send, call: send };
};

export const ourSide: Side = { connect: (baseUrl) => connect(baseUrl) };

/** Replies are checked, too, as closely as can be, and so that a difference rejects. */
export const ourCheckedSide: Side = {
  connect: (baseUrl) => connect(baseUrl, { output: "strict" }),
};
