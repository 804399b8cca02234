import type { JsonObject } from "../model/json.js";

/** What goes back to the caller, before it has a log id. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject & { readonly code: number };
}

export interface Violation {
  readonly field: string;
  readonly value?: string;
  readonly description: string;
}

/** Refusals of the platform itself, in our words. Clients go by the code. */
const refusals = {
  missingToken: { status: 401, code: 99991661, msg: "the call has no access token" },
  malformedToken: {
    status: 401,
    code: 99991671,
    msg: "the Authorization header is no bearer token",
  },
  tenantToken: { status: 401, code: 99991663, msg: "the tenant access token is not valid" },
  appToken: { status: 401, code: 99991664, msg: "the app access token is not valid" },
  userToken: { status: 401, code: 99991668, msg: "the user access token is not valid" },
  unknownApp: { status: 400, code: 99991543, msg: "app_id or app_secret is missing" },
  appTicket: { status: 400, code: 10012, msg: "the app ticket is missing or not the newest" },
  unknownPath: { status: 404, code: 99991201, msg: "no operation has this path" },
  wrongMethod: { status: 405, code: 99991301, msg: "the path does not take this method" },
  brokenBody: { status: 400, code: 9499, msg: "the request body cannot be read" },
  largeBody: { status: 413, code: 9499, msg: "the request body is too large" },
  invalidField: { status: 400, code: 99992402, msg: "a field is not valid" },
  rateLimit: { status: 429, code: 99991400, msg: "too many calls" },
  // Some older operations say so with another status.
  olderRateLimit: { status: 400, code: 99991400, msg: "too many calls" },
  systemError: { status: 500, code: 1002001, msg: "the server failed" },
} as const;

export type Refusal = keyof typeof refusals;

export function refuse(reason: Refusal): Answer {
  const { status, code, msg } = refusals[reason];
  return { status, body: { code, msg, error: {} } };
}

/** A mistake of the mock says what it is, or nobody would find it. */
export function mistake({ message }: Error): Answer {
  const { status, body } = refuse("systemError");
  return { status, body: { ...body, error: { message } } };
}

export function refuseFields(violations: readonly Violation[]): Answer {
  const { status, body } = refuse("invalidField");
  // An interface is no index type, hence the copies.
  const list = violations.map((violation) => ({ ...violation }));
  return { status, body: { ...body, error: { field_violations: list } } };
}

const OK = { code: 0 };

export function accept(body: JsonObject): Answer {
  return { status: 200, body: { ...OK, ...body, ...OK } };
}
