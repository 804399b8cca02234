import { type Context, Hono } from "hono";
import type { Model, Operation } from "../model/model.js";
import { type Answer, fault, refuse, refuseFields, withLogId } from "./answer.js";
import { bind } from "./bind.js";
import { bodyLimit, parseJson, readBody } from "./body.js";
import { type Check, createCheck } from "./check.js";
import { isFile } from "./files.js";
import { createReplies, type Reply } from "./replies.js";
import { routes } from "./routes.js";
import { APP_TOKEN, appToken, TENANT_TOKEN, tenantToken } from "./token-endpoints.js";
import { createTokens, identify, type Tokens } from "./tokens.js";

/** One call as the command line prints it: nothing of the query, the headers or the body. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly code: number;
}

export interface MockOptions {
  readonly onCall?: ((call: Call) => void) | undefined;
  readonly now?: (() => number) | undefined;
}

interface Server {
  readonly tokens: Tokens;
  readonly check: Check;
  readonly reply: Reply;
}

/**
 * A server that answers as the platform would, by the model alone. It keeps nothing but tokens and
 * the replies to repeated calls, and counts its ids, so that the same calls get the same answers.
 */
export function createMock(model: Model, { onCall, now = Date.now }: MockOptions = {}): Hono {
  const server = { tokens: createTokens(now), check: createCheck(), reply: createReplies() };
  const answer = answerer(onCall);
  const app = new Hono();

  for (const [path, reply] of [
    [TENANT_TOKEN, tenantToken],
    [APP_TOKEN, appToken],
  ] as const) {
    app.post(path, async (context) => {
      const bytes = await readBody(context.req.raw);
      if (bytes === undefined) return answer(context, refuse("largeBody"));
      const body = parseJson(bytes);
      if (body === undefined) return answer(context, refuse("brokenBody"));
      return answer(context, reply(body, server.tokens, now()));
    });
    app.all(path, (context) => answer(context, refuse("wrongMethod")));
  }
  const operations = routes(model);
  for (const operation of operations) {
    const { method, path } = operation.http;
    app.on(method, path, async (context) =>
      answer(context, await call(operation, context, server)),
    );
  }
  for (const path of new Set(operations.map(({ http }) => http.path))) {
    app.all(path, (context) => answer(context, refuse("wrongMethod")));
  }
  app.notFound((context) => answer(context, refuse("unknownPath")));
  app.onError((error, context) => answer(context, fault(error)));
  return app;
}

async function call(operation: Operation, { req }: Context, server: Server): Promise<Answer> {
  const who = identify(operation, req.header("authorization"), server.tokens.find);
  if ("refusal" in who) return refuse(who.refusal);
  const files = operation.input.fields.filter(isFile);
  const bytes = await readBody(req.raw, bodyLimit(files.map(({ bounds }) => bounds.maxBytes)));
  if (bytes === undefined) return refuse("largeBody");
  const bound = await bind(operation, req, bytes);
  if (bound === undefined) return refuse("brokenBody");
  const violations = [...bound.violations, ...server.check(operation, bound.input)];
  if (violations.length > 0) return refuseFields(violations);
  return server.reply(operation, bound.input, who.caller);
}

type Answerer = (context: Context, answer: Answer) => Response;

function answerer(onCall: MockOptions["onCall"]): Answerer {
  let calls = 0;
  return ({ req: { method, path } }, answer) => {
    const logId = `mock-${String(++calls).padStart(12, "0")}`;
    onCall?.({ method, path, status: answer.status, code: answer.body.code });
    return new Response(JSON.stringify(withLogId(answer, logId)), {
      status: answer.status,
      headers: { "content-type": "application/json; charset=utf-8", "x-tt-logid": logId },
    });
  };
}
