import { abortable } from "./abortable.js";
import { AuthenticationError } from "./api-error.js";
import { attempt } from "./attempt.js";
import { checkedInput, checkOutput } from "./checking.js";
import type { Client, Connection } from "./client.js";
import type { AnyOperation, Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { buildRequest } from "./request.js";
import { settle } from "./settings.js";
import { isToken } from "./text.js";

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
  options: CallOptions = {},
): ApiPromise<Output> {
  const reply = perform<Output>(client, operation, input, options);
  const data = reply.then((settled) => settled.data);
  const withResponse = () => {
    data.catch(ignore); // The caller watches `reply`; a second, unwatched rejection would end the process.
    return reply;
  };
  return Object.assign(data, { withResponse });
}

async function perform<Output>(
  client: Client,
  operation: AnyOperation,
  given: unknown,
  options: CallOptions,
): Promise<WithResponse<Output>> {
  const connection = client["~connection"];
  const { signal } = options;
  signal?.throwIfAborted();
  const settings = settle(options, connection);
  const input = checkedInput(operation, given === undefined ? {} : given, settings.input);
  const request = buildRequest(connection.base, operation, input, options);
  const token = tokenFor(connection, operation, options);
  const secret = typeof token === "string" ? token : await abortable(token, signal);
  const headers = { ...request.headers, authorization: `Bearer ${secret}` };
  const sent = { ...request, headers };
  const { body, response, logId } = await attempt(
    connection,
    sent,
    secret,
    settings.timeout,
    signal,
  );
  const data = body["data"] ?? {};
  checkOutput(operation, data, settings.output, connection.onUnexpected);
  // Vouched for by the operation's description; the level of the check is the caller's choice.
  return { data: data as Output, response, logId };
}

function tokenFor(
  { tenantToken }: Connection,
  { id, tokens, docs }: AnyOperation,
  { token }: CallOptions,
): string | Promise<string> {
  if (token !== undefined) {
    if (isToken(token)) return token;
    throw new TypeError("token: use text without spaces"); // `fetch` would repeat it in its error
  }
  if (tokens.includes("tenant")) return tenantToken();
  // What the platform would answer, without asking it.
  const text = ` failed: it needs a token (${tokens.join(" or ")}): pass the option token`;
  const facts = { code: 99991661, msg: "", status: 0, retryable: false, docs };
  throw new AuthenticationError(id, text, facts);
}

function ignore(): void {}
