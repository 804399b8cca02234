import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import type { ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { gate, ok, platform, serve, tokenPath, tokenReply } from "../../runtime/server.js";
import type { Answer, Seen } from "../../runtime/server.js";

/** An address where nobody listens, and nobody else can: an outgoing connection has taken the port. */
export async function nobody(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const holder = connect({ port, host: "127.0.0.1" });
  await once(holder, "connect");
  onTestFinished(() => {
    holder.destroy();
    server.close();
  });
  return `http://127.0.0.1:${holder.localPort}`;
}

/** A platform that answers its calls one by one as given, and the rest well. */
export function answering(...answers: Answer[]) {
  return platform(() => answers.shift() ?? ok({}));
}

const text = ({ method, url, body }: Seen): string => `${method} ${url} ${body}`;

/** By this many calls, a client that keeps connections open has used one twice. */
export const many = 10;

/**
 * A platform that breaks the connection of one request, after it has read it: of the first that
 * comes over a connection used before, or of the last of many if none does. It answers all others.
 */
export async function breakingOnce() {
  const used = new WeakSet<Socket>();
  let broken: string | undefined;
  let wasUsed = false;
  const server = await serve((seen, { req }) => {
    const isUsed = used.has(req.socket);
    used.add(req.socket);
    if (broken !== undefined || !(isUsed || server.seen.length >= many)) return ok({});
    [broken, wasUsed] = [text(seen), isUsed];
    req.socket.resetAndDestroy();
    return undefined;
  });
  return {
    ...server,
    /** Whether the connection it broke had been used before. */
    wasUsed: () => wasUsed,
    /** How many times it got the request whose connection it broke. */
    deliveries: () => server.seen.filter((seen) => text(seen) === broken).length,
  };
}

/** A platform that never answers. It answers at `/arrived`, as soon as it has read another request. */
export async function mute() {
  const arrived = gate();
  const left = gate();
  const server = await serve(async ({ url }, response) => {
    if (url === "/arrived") {
      await arrived.opened;
      return ok();
    }
    response.on("close", left.open);
    arrived.open();
    return undefined;
  });
  const calls = () => server.seen.filter(({ url }) => url !== "/arrived").length;
  /** Settles when the client has given up on a request. */
  return { url: server.url, calls, left: left.opened };
}

/** What can go wrong with a connection, by a word in the path of a request. */
const troubles: Readonly<Record<string, (response: ServerResponse, body: string) => void>> = {
  reset: ({ req }) => void req.socket.resetAndDestroy(),
  late: () => {},
  garbled: ({ req }, body) =>
    void req.socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ?\r\n\r\n${body}`),
  half: (response, body) =>
    void response.write(`{"code":0,"data":${body}`, () => response.req.socket.resetAndDestroy()),
};

/** A platform with all kinds of trouble, most of which repeats what it was sent. */
export function troublesome() {
  return serve(({ url, body }, response) => {
    const [, trouble = "reset"] = /notes\/(\w+)/u.exec(url) ?? [];
    troubles[trouble]?.(response, body);
    return undefined;
  });
}

/** A platform whose first token is due for renewal, while the second never comes. */
export async function renewing() {
  const tokens = [tokenReply("t-token-0001", 1799), undefined, tokenReply("t-token-0003")];
  let asked = 0;
  const used: string[] = [];
  const { url } = await serve(({ url, headers: { authorization = "" } }) => {
    if (url === tokenPath) return tokens[Math.min(asked++, 2)];
    used.push(authorization);
    return ok({});
  });
  /** `used` is what the calls were sent with. */
  return { url, used };
}
