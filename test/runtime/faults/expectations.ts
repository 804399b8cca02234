/** One cell for each kind of call: a read, a write without its key, a write with it. */
type Row = readonly [read: string, write: string, keyed: string];

const alike = (cell: string): Row => [cell, cell, cell];

export const expectations: Readonly<Record<string, Row>> = {
  "connection refused": alike("2/1 ok 250 | 3/0 NetworkError retryable 250+500"),
  "reset before the request was read": [
    "2/1 ok 250 | 3/0 NetworkError retryable 250+500",
    "1/0 NetworkError applied?",
    "2/1 ok 250 | 3/0 NetworkError retryable applied? 250+500",
  ],
  "reset after the request was read": [
    "2 ok 250 | 3 NetworkError retryable 250+500",
    "1 NetworkError applied?",
    "2 ok 250 | 3 NetworkError retryable applied? 250+500",
  ],
  "reset in the middle of the reply": [
    "2 ok 250 | 3 NetworkError retryable 250+500",
    "1 NetworkError applied?",
    "2 ok 250 | 3 NetworkError retryable applied? 250+500",
  ],
  "no answer": [
    "2 ok 250 | 3 TimeoutError retryable 250+500",
    "1 TimeoutError applied?",
    "2 ok 250 | 3 TimeoutError retryable applied? 250+500",
  ],
  "a reply that never ends": [
    "2 ok 250 | 3 TimeoutError retryable 250+500",
    "1 TimeoutError applied?",
    "2 ok 250 | 3 TimeoutError retryable applied? 250+500",
  ],
  "truncated JSON with HTTP 200": [
    "1 ResponseError",
    "1 ResponseError applied?",
    "1 ResponseError applied?",
  ],
  "HTML with HTTP 502": [
    "2 ok 250 | 3 ResponseError retryable 250+500",
    "1 ResponseError applied?",
    "2 ok 250 | 3 ResponseError retryable applied? 250+500",
  ],
  "HTML with HTTP 503": [
    "2 ok 250 | 3 ResponseError retryable 250+500",
    "1 ResponseError applied?",
    "2 ok 250 | 3 ResponseError retryable applied? 250+500",
  ],
  "429 + 99991400, reset in 2 s": alike(
    "2 ok 2250 | 3 RateLimitError 99991400 retryable 2250+2500",
  ),
  "429 + 99991400, no reset": alike("2 ok 250 | 3 RateLimitError 99991400 retryable 250+500"),
  "400 + 99991400, reset in 2 s": alike(
    "2 ok 2250 | 3 RateLimitError 99991400 retryable 2250+2500",
  ),
  "400 + 99991400, no reset": alike("2 ok 250 | 3 RateLimitError 99991400 retryable 250+500"),
  "200 + 1002002 (parameter)": alike("1 ApiError 1002002"),
  "500 + 1002053 (business)": alike("1 ApiError 1002053"),
  "500 + 1002001 (system)": [
    "2 ok 250 | 3 ApiError 1002001 retryable 250+500",
    "1 ApiError 1002001 applied?",
    "2 ok 250 | 3 ApiError 1002001 retryable applied? 250+500",
  ],
  "400 + 99991663 (token expired)": alike("2+1t ok | 2+1t AuthenticationError 99991663"),
  "token endpoint: connection refused": alike("1+1t ok 250 | 0 NetworkError retryable 250+500"),
  "token endpoint: HTML with HTTP 500": alike("0+1t ResponseError"),
  "307 to another host": [
    "1 ResponseError",
    "1 ResponseError applied?",
    "1 ResponseError applied?",
  ],
  "10 MB of HTML with HTTP 500": [
    "1 ResponseError",
    "1 ResponseError applied?",
    "1 ResponseError applied?",
  ],
  "10 MB of JSON with HTTP 500": [
    "1 ResponseError",
    "1 ResponseError applied?",
    "1 ResponseError applied?",
  ],
};
