import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  CreateExternalInterviewAssessmentInput,
  CreateExternalInterviewAssessmentOutput,
} from "feishu-hire";

export const PATH = "/open-apis/hire/v1/external_interview_assessments";
export const TOKEN_PATH = "/open-apis/auth/v3/tenant_access_token/internal";
/** Answered with the request before. */
export const SEEN_PATH = "/seen";
export const TOKEN = "t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234";

/** Some peers take no readonly lists. */
type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T;

export type Input = Writable<CreateExternalInterviewAssessmentInput>;
export type Output = Writable<CreateExternalInterviewAssessmentOutput>;

/** What the platform wraps its replies in. */
export interface Envelope {
  readonly code: number;
  readonly msg: string;
  readonly data?: Output;
}

/** The vendor's own examples, which the spec keeps. */
export function readSeed(folder: string): { readonly input: Input; readonly reply: Envelope } {
  const read = (part: string): unknown =>
    JSON.parse(
      readFileSync(join(folder, `external_interview_assessment.create.${part}.json`), "utf8"),
    );
  return { input: read("request") as Input, reply: read("response") as Envelope };
}

/** What the server refuses, with this reply and the status 200. */
export const REFUSED = "refused";
export const refusedInput = (input: Input): Input => ({ ...input, external_id: REFUSED });
export const REFUSAL: Envelope = { code: 1002002, msg: "invalid parameter" };
