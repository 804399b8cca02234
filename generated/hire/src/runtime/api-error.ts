import { ClientError } from "./client-error.js";
import type { ClientErrorFacts } from "./client-error.js";

/** What an `ApiError` tells besides its message; every text in it is already cleaned and capped. */
export interface ApiErrorFacts extends Partial<ClientErrorFacts> {
  /** The HTTP status, which does not classify errors on this platform; 0 when nothing was sent. */
  readonly status: number;
  readonly code: number;
  /** The server's own words; they change, so decide by `code`. */
  readonly msg: string;
  /** The key of the code in `ErrorCode`, when it is documented. */
  readonly codeName?: string | undefined;
  /** The vendor's short term for the code, when it is documented. */
  readonly label?: string | undefined;
  /** What to do about it. */
  readonly advice?: string | undefined;
  /** The vendor's page of the operation. */
  readonly docs?: string | undefined;
}

export interface ApiError extends Omit<ApiErrorFacts, keyof ClientErrorFacts> {
  readonly status: number;
}

/** The platform said no: a reply whose `code` is not 0, whatever its HTTP status. */
export class ApiError extends ClientError {
  constructor(
    operation: string,
    text: string,
    facts: ApiErrorFacts & Partial<RateLimitFacts & AuthenticationFacts & PermissionFacts>,
  ) {
    super(operation, text, facts);
    Object.defineProperty(this, brand(), { value: true });
  }

  override get name(): string {
    return "ApiError";
  }
}

/** What a `RateLimitError` tells besides. */
export interface RateLimitFacts {
  /** Milliseconds until the platform takes such calls again, when it says. */
  readonly retryAfter: number | undefined;
}

export interface RateLimitError extends RateLimitFacts {}

/** Too many calls, or the quota is used up; `retryable` says whether waiting helps. */
export class RateLimitError extends ApiError {
  override get name(): string {
    return "RateLimitError";
  }
}

/** What an `AuthenticationError` tells besides. */
export interface AuthenticationFacts {
  /** Whether it is the token that was refused, as against the app or its credentials. */
  readonly tokenRefused: boolean;
}

export interface AuthenticationError extends AuthenticationFacts {}

/** The token or the app's credentials were refused, or the call needs a token it was not given. */
export class AuthenticationError extends ApiError {
  override get name(): string {
    return "AuthenticationError";
  }
}

/** What a `PermissionError` tells besides. */
export interface PermissionFacts {
  /** Any one is enough: those the server named, else those documented for the operation. */
  readonly scopes: readonly string[];
  /** Where an administrator can grant them; always https. */
  readonly applyUrl: string | undefined;
}

export interface PermissionError extends PermissionFacts {}

/** The app or its user lacks a permission. */
export class PermissionError extends ApiError {
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
