import type { Check } from "./issues.js";

/** What to do about an error. */
export interface Reaction {
  /** What to do, in our words. */
  readonly advice?: string;
  /** Whether the same call may be sent again; `ifIdempotent` also covers every read. Never, unless told. */
  readonly retry?: "always" | "never" | "ifIdempotent";
  /** Set when callers treat the code in a way of its own; `token`: another token may be accepted. */
  readonly kind?: "authentication" | "permission" | "rateLimit" | "scope" | "token";
}

/** What is documented about one error code of an operation. */
export interface ErrorEntry extends Reaction {
  readonly code: number;
  /** The key in `ErrorCode`. */
  readonly name: string;
  /** The vendor's short term for it. */
  readonly label: string;
}

/** Codes of the whole platform that ask the same of a caller; the server's `msg` says the rest. */
export interface ErrorGroup extends Reaction {
  readonly codes: readonly number[];
}

/** The platform's three kinds of access token. */
export type TokenKind = "tenant" | "user" | "app";

/** At most `calls` calls within any `per` milliseconds. */
export interface RateLimit {
  readonly calls: number;
  readonly per: number;
}

/**
 * Everything the runtime knows of an operation, as plain data. An input property travels in the
 * path if `path` names it (`:offer_id`), in the query if `query` lists it, else in the body.
 */
export interface Operation<Input, Output> {
  /** Resource and action: `external_interview_assessment.create`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From the base URL on; each `:name` is the *input property* that fills the segment. */
  readonly path: string;
  /** The kinds of access token it accepts. */
  readonly tokens: readonly TokenKind[];
  readonly effect: "read" | "write";
  /** Documented bounds per app and tenant; all of them hold. */
  readonly limits: readonly RateLimit[];
  /** Any one of these permissions is enough. */
  readonly scopes: readonly string[];
  /**
   * The body field, by its wire name, that keeps a repeated write from being applied twice, and for how many
   * milliseconds it does; for good, unless told.
   */
  readonly idempotency?: { readonly field: string; readonly window?: number };
  /** Input properties that travel in the query. */
  readonly query?: readonly string[];
  /** How the body is written; absent when the operation has no body fields. */
  readonly content?: "json" | "multipart";
  /** Writes a multipart body; here, so that bundles without such an operation do not carry it. */
  readonly form?: (fields: Readonly<Record<string, unknown>>) => FormData;
  /** Input property to wire name, where they differ. */
  readonly rename?: Readonly<Record<string, string>>;
  /** Where in the reply the list of a paged operation is. */
  readonly paging?: { readonly items: readonly string[] };
  /** The vendor's page. */
  readonly docs?: string;
  readonly errors: readonly ErrorEntry[];
  readonly input: Check;
  readonly output: Check;
  /** Never there at run time; it carries the types. */
  readonly "~types"?: { readonly input: Input; readonly output: Output };
}

/** An operation whose types do not matter any more. */
export type AnyOperation = Operation<unknown, unknown>;
