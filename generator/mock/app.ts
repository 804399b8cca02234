import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import type { Model, Operation } from "../model/model.js";
import { type Answer, mistake, refuse, refuseFields } from "./answer.js";
import { bind } from "./bind.js";
import { bodyLimit, parseJson, readBody } from "./body.js";
import { type Check, createCheck } from "./check.js";
import { createFaults, type Fault, replyWith } from "./faults.js";
import { isFile } from "./files.js";
import { createWriter, type HttpReply } from "./http-reply.js";
import { type Applied, createReplies, type Reply } from "./replies.js";
import { routes } from "./routes.js";
import { TOKEN_ENDPOINTS } from "./token-endpoints.js";
import { createTokens, identify, type Tokens } from "./tokens.js";

/** One call as the command line prints it: nothing of the query, the headers or the body. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was closed without a reply. */
  readonly status: number;
  /** Undefined when no code can be read in the reply. */
  readonly code: number | undefined;
  /** What was made to go wrong, if anything. */
  readonly fault: Fault | undefined;
}

export interface MockOptions {
  readonly onCall?: ((call: Call) => void) | undefined;
  /** Told of each write that is carried out, whatever becomes of its reply. */
  readonly onApplied?: ((applied: Applied) => void) | undefined;
  readonly now?: (() => number) | undefined;
  /** The share of the operations' calls that goes wrong, from 0 (the default) to 1. */
  readonly faults?: number | undefined;
  /** The ticket that store apps must have; any will do by default. */
  readonly appTicket?: string | undefined;
}

interface Server {
  readonly tokens: Tokens;
  readonly check: Check;
  readonly reply: Reply;
}

/** With Node's own request and reply, for what the web's cannot do. */
type OnNode = { readonly Bindings: HttpBindings };

/**
 * A server that answers as the platform would, by the model alone. It keeps nothing but tokens and
 * the replies to repeated calls, and counts its ids, so that the same calls get the same answers.
 */
export function createMock(
  model: Model,
  { onCall, onApplied, now = Date.now, faults = 0, appTicket }: MockOptions = {},
): Hono<OnNode> {
  const tokens = createTokens(now);
  const server = { tokens, check: createCheck(), reply: createReplies(now, onApplied) };
  const nextFault = createFaults(faults);
  const write = createWriter();
  const app = new Hono<OnNode>();

  const send = (
    { req: { method, path }, env }: Context<OnNode>,
    reply: HttpReply | undefined,
    fault?: Fault,
  ): Response => {
    onCall?.({ method, path, status: reply?.status ?? 0, code: reply?.code, fault });
    if (reply !== undefined) return new Response(reply.text, reply);
    env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  };
  const answer = (context: Context<OnNode>, one: Answer): Response => send(context, write(one));

  for (const [path, grant] of Object.entries(TOKEN_ENDPOINTS)) {
    app.post(path, async (context) => {
      const bytes = await readBody(context.req.raw);
      if (bytes === undefined) return answer(context, refuse("largeBody"));
      const body = parseJson(bytes);
      if (body === undefined) return answer(context, refuse("brokenBody"));
      return answer(context, grant(body, { tokens, at: now(), appTicket }));
    });
    app.all(path, (context) => answer(context, refuse("wrongMethod")));
  }
  const operations = routes(model);
  for (const operation of operations) {
    const { method, path } = operation.http;
    app.on(method, path, async (context) => {
      const handle = () => call(operation, context, server);
      const fault = nextFault();
      if (fault === undefined) return answer(context, await handle());
      return send(context, await replyWith(fault, handle, write), fault);
    });
  }
  for (const path of new Set(operations.map(({ http }) => http.path))) {
    app.all(path, (context) => answer(context, refuse("wrongMethod")));
  }
  app.notFound((context) => answer(context, refuse("unknownPath")));
  app.onError((error, context) => answer(context, mistake(error)));
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
