import { ApiError, RateLimitError } from "./api-error.js";
import type { ClientError } from "./client-error.js";
import type { Settings } from "./settings.js";

/** The longest first wait in milliseconds; it doubles with every attempt, up to the second bound. */
const first = 500;
const longest = 8_000;

/**
 * How many milliseconds to wait before the next attempt; undefined when there is to be none. The
 * wait is what the platform asks for, plus backoff with full jitter: `chance` is from 0 to 1.
 */
export function nextDelay(
  failure: ClientError,
  attempts: number,
  waited: number,
  { retries, maxWait, retryOn }: Settings,
  chance: number,
): number | undefined {
  const passes = failure instanceof ApiError && retryOn.includes(failure.code);
  if (attempts > retries || !(failure.retryable || passes)) return undefined;
  const asked = (failure instanceof RateLimitError && failure.retryAfter) || 0;
  const delay = asked + chance * Math.min(longest, first * 2 ** (attempts - 1));
  return waited + delay > maxWait ? undefined : delay;
}
