import { pascalCase } from "./names.js";

/** What the generated package exports in any case; no name of a spec may be one of these. */
export const packageExports = (service: string): readonly string[] => [
  `create${pascalCase(service)}`,
  ...["", ...LATER].map((version) => `${pascalCase(service)}Client${version}`),
  ...RUNTIME_EXPORTS,
];

/** Versions of operations, as the grammar counts them. */
const LATER = [2, 3, 4, 5, 6, 7, 8, 9].map((version) => `V${version}`);

const RUNTIME_EXPORTS = [
  "createClient",
  "createRateLimiter",
  "resendAppTicket",
  "runAll",
  "storeApp",
  "Client",
  "ClientOptions",
  "Clock",
  "AppOptions",
  "TokenOptions",
  "CallOptions",
  "Hooks",
  "RequestEvent",
  "ResponseEvent",
  "RetryEvent",
  "UnexpectedEvent",
  "RateLimit",
  "RateLimiter",
  "RateLimitOptions",
  "StoredToken",
  "TokenKind",
  "TokenProvider",
  "TokenRequest",
  "TokenSource",
  "TokenStore",
  "RunAllOptions",
  "RunAllOutcome",
  "RunAllProgress",
  "ApiPromise",
  "PagedPromise",
  "WithResponse",
  "Open",
  "Fetch",
  "FileInput",
  "Validate",
  "QueryValue",
  "SchemaResult",
  "Schema",
  "StandardSchema",
  "Issue",
  "IssueCode",
  "Level",
  "ErrorCode",
  "ClientError",
  "ApiError",
  "RateLimitError",
  "AuthenticationError",
  "PermissionError",
  "NetworkError",
  "TimeoutError",
  "ResponseError",
  "ValidationError",
  "isApiError",
];

/** Global names that the generated code needs for itself. */
export const GLOBALS: readonly string[] = [
  "Array",
  "AsyncIterable",
  "Blob",
  "Boolean",
  "Error",
  "File",
  "Infinity",
  "NaN",
  "Number",
  "Object",
  "Promise",
  "Readonly",
  "Record",
  "Response",
  "String",
  "Uint8Array",
];

/** Subpaths of the package beside those of the resources. */
export const SUBPATHS: readonly string[] = ["client", "enums", "errors"];

/** Modules of types that belong to no resource. */
export const MODULES: readonly string[] = ["shared"];

/** Pages of the documentation that belong to no resource. */
export const PAGES: readonly string[] = ["errors", "production"];

/** Methods that would make a resource look like a promise, or like another kind of object. */
export const METHODS: readonly string[] = ["then", "constructor"];

/** Properties of the facade that mean something else. */
export const FACADE = /^(?:v[0-9]+|then|constructor)$/u;
