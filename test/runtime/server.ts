import { createServer } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a server answers: JSON for a plain object, or anything with `text`, `status` and `headers`. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly text?: string;
}

export type Handler = (
  seen: Seen,
  response: ServerResponse,
) => Answer | undefined | Promise<Answer | undefined>;

export const tokenPath = "/open-apis/auth/v3/tenant_access_token/internal";

/** A server on a free loopback port, closed with the test. An undefined answer never answers. */
export async function serve(handler: Handler, onPort = 0) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString("latin1") };
      seen.push(one);
      void Promise.resolve(handler(one, response)).then((answer) => {
        if (answer === undefined) return;
        response.writeHead(answer.status ?? 200, answer.headers);
        response.end(answer.text ?? JSON.stringify(answer.json));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(onPort, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<unknown>((resolve) => server.close(resolve));
  };
  onTestFinished(async () => void (await close()));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen, close };
}

/** A platform that hands out tokens and leaves the rest to `handler`. */
export async function platform(handler: Handler) {
  const server = await serve((seen, response) =>
    seen.url === tokenPath
      ? { json: { code: 0, msg: "ok", tenant_access_token: "t-token-0001", expire: 7200 } }
      : handler(seen, response),
  );
  const calls = () => server.seen.filter(({ url }) => url !== tokenPath);
  const tokenCalls = () => server.seen.filter(({ url }) => url === tokenPath);
  return { ...server, calls, tokenCalls };
}

export const ok = (data?: unknown): Answer => ({ json: { code: 0, msg: "success", data } });

/** A token endpoint's reply. */
export const tokenReply = (token: string, expire: unknown = 7200): Answer => ({
  json: { code: 0, msg: "ok", tenant_access_token: token, expire },
});

/** A platform whose token replies are given, the last one for ever; the rest is up to `handler`. */
export async function issuing(answers: readonly Answer[], handler: Handler = () => ok()) {
  let asked = 0;
  const server = await serve((seen, response) =>
    seen.url === tokenPath ? (answers[asked++] ?? answers.at(-1)) : handler(seen, response),
  );
  const used = () =>
    server.seen.filter(({ url }) => url !== tokenPath).map(({ headers }) => headers.authorization);
  return { ...server, used, asked: () => asked };
}

/** A gate that is shut until it is opened. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** Collects unhandled rejections until the test ends; node reports them after the microtasks. */
export function watchRejections() {
  const seen: unknown[] = [];
  const listener = (reason: unknown) => void seen.push(reason);
  process.on("unhandledRejection", listener);
  onTestFinished(() => void process.off("unhandledRejection", listener));
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    return seen;
  };
}
