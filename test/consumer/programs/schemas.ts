import {
  CreateExternalInterviewAssessmentInputSchema as InputSchema,
  CreateExternalInterviewAssessmentOutputSchema as OutputSchema,
} from "feishu-hire/external-interview-assessment";
import type {
  CreateExternalInterviewAssessmentInput as Input,
  CreateExternalInterviewAssessmentOutput as Output,
  Issue,
  Schema,
  SchemaResult,
} from "feishu-hire";
import { type Equal, holds, takes } from "./equal.js";

// A schema's type is the interface itself.
holds<Equal<typeof InputSchema, Schema<Input>>>();
holds<Equal<typeof OutputSchema, Schema<Output>>>();

/** Version 1 of the standard, as its page spells it for those who copy it. */
interface StandardSchemaV1<In = unknown, Out = In> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Out> | Promise<Result<Out>>;
    readonly types?: { readonly input: In; readonly output: Out } | undefined;
  };
}
type Result<Out> =
  | { readonly value: Out; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };
interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
type Types<S extends StandardSchemaV1> = NonNullable<S["~standard"]["types"]>;

// Forms and routers take it, and infer from it what is checked.
takes<StandardSchemaV1<Input>>(InputSchema);
holds<Equal<Types<typeof InputSchema>, { readonly input: Input; readonly output: Input }>>();
holds<Equal<Types<typeof OutputSchema>["output"], Output>>();

declare function parse<S extends StandardSchemaV1>(schema: S, value: unknown): Types<S>["output"];
const parsed = parse(InputSchema, {});
holds<Equal<typeof parsed, Input>>();

declare const value: unknown;
if (InputSchema.is(value)) holds<Equal<typeof value, Input>>();

const verdict = InputSchema.validate(value, { level: undefined });
holds<Equal<typeof verdict, SchemaResult<Input>>>();
if (verdict.issues) holds<Equal<typeof verdict.issues, readonly Issue[]>>();
else holds<Equal<typeof verdict.value, Input>>();
// @ts-expect-error: no such level
InputSchema.validate(value, { level: "loose" });
