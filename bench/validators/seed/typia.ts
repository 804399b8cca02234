import typia, { type tags } from "typia";
import type { TypiaFunctions } from "../libraries/typia.js";
import type { Seed } from "../side.js";

/** A tag of one's own, since `int64` lets unsafe integers pass. */
type Int = number &
  tags.TagBase<{
    target: "number";
    kind: "safeInteger";
    value: undefined;
    validate: "Number.isSafeInteger($input)";
  }>;

interface RequestDimension {
  score?: Int;
  option?: string;
  options?: string[];
  content?: string;
  assessment_type?: 1 | 2 | 3 | 4;
  title?: string;
  description?: string;
}

interface Request {
  external_id?: string;
  username?: string;
  conclusion?: 1 | 2 | 3;
  assessment_dimension_list?: RequestDimension[];
  content?: string;
  external_interview_id: string;
}

interface Dimension<AssessmentType> {
  score?: Int | null;
  option?: string | null;
  options?: string[] | null;
  content?: string | null;
  assessment_type?: AssessmentType | null;
  title?: string | null;
  description?: string | null;
}

interface Assessment<Conclusion, AssessmentType> {
  id?: string | null;
  username?: string | null;
  conclusion?: Conclusion | null;
  assessment_dimension_list?: Dimension<AssessmentType>[] | null;
  content?: string | null;
  external_interview_id?: string | null;
}

interface Response<Conclusion, AssessmentType> {
  external_interview_assessment?: Assessment<Conclusion, AssessmentType> | null;
}

type Closed = Response<1 | 2 | 3, 1 | 2 | 3 | 4>;
type Open = Response<Int, Int>;

/** What the calls become is decided when this file is compiled with typia's transform. */
export const typiaSeed: Seed<TypiaFunctions> = {
  request: {
    loose: {
      is: typia.createIs<Request>(),
      validate: typia.createValidate<Request>(),
    },
    strict: {
      is: typia.createEquals<Request>(),
      validate: typia.createValidateEquals<Request>(),
    },
  },
  response: {
    loose: {
      is: typia.createIs<Open>(),
      validate: typia.createValidate<Open>(),
    },
    strict: {
      is: typia.createEquals<Closed>(),
      validate: typia.createValidateEquals<Closed>(),
    },
  },
};
