export {
  ApiError,
  AuthenticationError,
  isApiError,
  PermissionError,
  RateLimitError,
} from "./api-error.js";
export type { ApiErrorFacts } from "./api-error.js";
export { ClientError, NetworkError, ResponseError, TimeoutError } from "./client-error.js";
export { ValidationError } from "./validation-error.js";
