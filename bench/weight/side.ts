import type { Operation } from "./operations.js";

/** A library, and what is written to use it. */
export interface Side {
  readonly name: string;
  /** A program that calls the operations at once and prints what they give, as a list. */
  readonly program: (operations: readonly Operation[], baseUrl: string) => string;
  /** Where its bundle can run. */
  readonly platform: "browser" | "node";
}

/** The end of every program. */
export const printAll = (calls: readonly string[]): string =>
  `console.log(JSON.stringify(await Promise.all([\n${calls.map((call) => `  ${call},\n`).join("")}])));\n`;

/** What the caller of a library that leaves the envelope alone has to write. */
export const ENVELOPE = `
interface Envelope<Data> { readonly code: number; readonly msg: string; readonly data?: Data }

function open<Data>({ code, msg, data }: Envelope<Data>): Data | undefined {
  if (code !== 0) throw new Error(\`\${code} \${msg}\`);
  return data;
}
`;

/** Types by hand, for those that come with none. Other operations of theirs are not typed. */
export const ASSESSMENT_TYPES = `
interface Assessment {
  readonly external_id?: string;
  readonly username?: string;
  readonly conclusion?: 1 | 2 | 3;
  readonly assessment_dimension_list?: readonly {
    readonly score?: number;
    readonly option?: string;
    readonly options?: readonly string[];
    readonly content?: string;
    readonly assessment_type?: 1 | 2 | 3 | 4;
    readonly title?: string;
    readonly description?: string;
  }[];
  readonly content?: string;
}
interface AssessmentInput extends Assessment { readonly external_interview_id: string }
interface AssessmentOutput {
  readonly external_interview_assessment?: Assessment & {
    readonly id?: string;
    readonly external_interview_id?: string;
  };
}
`;
