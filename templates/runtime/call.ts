import { AuthenticationError } from "./api-error.js";
import { checkedInput, checkOutput } from "./checking.js";
import type { Client, Connection } from "./client.js";
import type { AnyOperation, Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { buildRequest } from "./request.js";
import { send } from "./send.js";
import type { Access } from "./send.js";
import { settle } from "./settings.js";
import { tolerant } from "./tolerant.js";

export type { CallOptions, QueryValue } from "./options.js";

/** A result together with the reply it came in. */
export interface WithResponse<T> {
  readonly data: T;
  /** Status and headers; the body is read already. */
  readonly response: Response;
  /** What vendor support asks for. */
  readonly logId: string | undefined;
}

/** The result of a call that is already under way. */
export interface ApiPromise<T> extends Promise<T> {
  /** The same call's result with its HTTP reply; sends nothing. */
  withResponse(): Promise<WithResponse<T>>;
}

/** Carries out an operation. Every mistake rejects the promise; none is thrown. */
export function call<Input, Output>(
  client: Client,
  operation: Operation<Input, Output>,
  input?: Input,
  options: CallOptions = none,
): ApiPromise<Output> {
  const reply = perform<Output>(client, operation, input, options);
  const data = reply.then((settled) => settled.data);
  const withResponse = () => {
    data.catch(() => {}); // The caller watches `reply`; a second, unwatched rejection would end the process.
    return reply;
  };
  return Object.assign(data, { withResponse });
}

async function perform<Output>(
  client: Client,
  operation: AnyOperation,
  given: unknown = {},
  options: CallOptions,
): Promise<WithResponse<Output>> {
  const { signal } = options;
  signal?.throwIfAborted();
  const settled = client["~connection"];
  const connection = options === none ? settled : { ...settle(options, settled), signal };
  const { base, clock, hooks, output } = connection;
  const input = checkedInput(operation, given, connection.input);
  const request = buildRequest(base, operation, input, options, clock.now());
  const access = accessFor(connection, operation, options);
  const { body, response, logId } = await send(connection, request, access);
  const data = body["data"] ?? {};
  checkOutput(operation, data, output, hooks);
  // Vouched for by the operation's description; the level of the check is the caller's choice.
  return { data: data as Output, response, logId };
}

/** The token and the turns of one call. */
function accessFor(
  { base, appId, provide, app, limiter, limits, tenantKey, signal }: Connection,
  { id, tokens: accepts, limits: documented, docs }: AnyOperation,
  { token: given, rateLimit }: CallOptions,
): Access {
  const key = [base, appId, tenantKey, id].join(" ");
  const bounds = limits[id] ?? documented;
  if (given === undefined && app && accepts.join() === "user") {
    // What the platform would answer, without asking it.
    const text = " failed: pass a user token as the option token";
    const facts = { code: 99991661, msg: "", status: 0, tokenRefused: true, docs };
    throw new AuthenticationError(id, text, facts);
  }
  return {
    token: (refused) => given ?? provide({ accepts, tenantKey, refused }),
    turn: () => (rateLimit === false ? undefined : limiter?.acquire(key, bounds, signal)),
    pause: (ms) => void tolerant(() => limiter?.pause?.(key, ms)),
  };
}

/** A call without options goes by what its client has settled. */
const none: CallOptions = {};
