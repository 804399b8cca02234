import { ClientError } from "./client-error.js";
import type { ReplyFacts } from "./client-error.js";

/** What an `ApiError` tells besides its message; every text in it is already cleaned and capped. */
export interface ApiErrorFacts extends ReplyFacts {
  readonly code: number;
  /** The server's own words; they change, so decide by `code`. */
  readonly msg: string;
  /** The HTTP status, which does not classify errors on this platform; 0 when nothing was sent. */
  readonly status: number;
  /** What vendor support asks for. */
  readonly logId?: string | undefined;
  /** The key of the code in `ErrorCode`, when it is documented. */
  readonly codeName?: string | undefined;
  /** The vendor's short term for the code, when it is documented. */
  readonly label?: string | undefined;
  /** What to do about it. */
  readonly advice?: string | undefined;
  /** Whether sending the same call again may help and cannot apply it twice. */
  readonly retryable: boolean;
  /** The vendor's page of the operation. */
  readonly docs?: string | undefined;
}

// The class takes its fields from the interface; `Object.assign` in the constructor sets them all.
export interface ApiError extends ApiErrorFacts {}

/** The platform said no: a reply whose `code` is not 0, whatever its HTTP status. */
export class ApiError extends ClientError {
  constructor(operation: string, text: string, facts: ApiErrorFacts) {
    super(operation, text);
    Object.assign(this, facts);
    Object.defineProperty(this, brand(), { value: true });
  }

  override get name(): string {
    return "ApiError";
  }
}

/** Too many calls, or the quota is used up; `retryable` says whether waiting helps. */
export class RateLimitError extends ApiError {
  override get name(): string {
    return "RateLimitError";
  }
}

/** The token or the app's credentials were refused, or the call needs a token it was not given. */
export class AuthenticationError extends ApiError {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** The app or its user lacks a permission. */
export class PermissionError extends ApiError {
  /** Any one is enough: those the server named, else those documented for the operation. */
  readonly scopes: readonly string[];
  /** Where an administrator can grant them; always https. */
  readonly applyUrl: string | undefined;

  constructor(
    operation: string,
    text: string,
    facts: ApiErrorFacts,
    scopes: readonly string[],
    applyUrl: string | undefined,
  ) {
    super(operation, text, facts);
    this.scopes = scopes;
    this.applyUrl = applyUrl;
  }

  override get name(): string {
    return "PermissionError";
  }
}

/** Recognises an `ApiError`, of this code if one is given, also from another copy of the package. */
export function isApiError<Code extends number>(
  error: unknown,
  code?: Code,
): error is ApiError & { readonly code: Code } {
  if (typeof error !== "object" || error === null || !(brand() in error)) return false;
  return code === undefined || ("code" in error && error.code === code);
}

// A registered symbol is the same in every copy; a function, so that importing has no side effect.
function brand(): symbol {
  return Symbol.for("larkgen.ApiError");
}
