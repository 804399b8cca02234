import { ApiError, ErrorCode, isApiError, PermissionError, RateLimitError } from "feishu-hire";
import type {
  CreateExternalInterviewAssessmentErrorCode as Documented,
  Issue,
  ValidationError,
} from "feishu-hire";
import { type Equal, holds, takes } from "./equal.js";

// The documented codes of the operation, and no other.
holds<Equal<Documented, 1002001 | 1002002>>();
takes<ErrorCode>(ErrorCode.RateLimited);
takes<99991400>(ErrorCode.RateLimited);
// @ts-expect-error: not a documented code
takes<ErrorCode>(1);
// @ts-expect-error: a general code is not in the operation's own list
takes<Documented>(ErrorCode.RateLimited);

declare const error: unknown;

if (isApiError(error)) {
  holds<Equal<typeof error.code, number>>();
  takes<ApiError>(error);
}
if (isApiError(error, ErrorCode.InvalidParameter)) {
  holds<Equal<typeof error.code & number, 1002002>>();
  takes<ApiError>(error);
  takes<string | undefined>(error.advice);
  takes<string | undefined>(error.logId);
  takes<boolean>(error.retryable);
}
if (error instanceof ApiError) {
  const { code } = error;
  // A list of codes that a `switch` can go through.
  switch (code as Documented) {
    case ErrorCode.SystemError:
    case ErrorCode.InvalidParameter:
  }
}

// The ladder: what catches the general also catches the special.
takes<new (...of: never[]) => ApiError>(RateLimitError);
takes<new (...of: never[]) => ApiError>(PermissionError);
holds<Equal<PermissionError["scopes"], readonly string[]>>();
holds<Equal<ValidationError["issues"], readonly Issue[]>>();
holds<Equal<ValidationError["direction"], "input" | "output">>();
holds<Equal<Issue["path"], readonly (string | number)[]>>();

declare const issue: Issue;
// @ts-expect-error: issues are to be read
issue.message = "";
