import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { ok, tokenPath } from "../server.js";
import type { Fault, Place } from "./faults.js";

/** Whether a fault is there for good, or only the first time. */
export type Times = "once" | "always";

/**
 * A platform with a fault. It is in order until it is armed, and a fault that strikes once is gone
 * after the first time; a listener that is down comes up when it is mended.
 */
export async function openStage(fault: Fault, times: Times, elsewhere: string) {
  let armed = false;
  let strikes = 0;
  let tokens = 0;
  let seen = 0;
  const exchanges: Promise<unknown>[] = [];

  const server = createServer((request, response) => {
    exchanges.push(new Promise((resolve) => response.on("close", resolve)));
    request.on("end", () => answer(request, response)).resume();
  });
  server.on("connection", (socket) => {
    if (isHit("connection")) socket.resetAndDestroy();
  });

  function isHit(place: Place): boolean {
    if (!armed || fault.at !== place || (times === "once" && strikes > 0)) return false;
    strikes++;
    return true;
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    // A call that comes after must make a connection of its own, or there is none to refuse.
    if (!armed) response.setHeader("connection", "close");
    const isToken = request.url === tokenPath;
    if (isToken) tokens++;
    else if (armed) seen++;
    if (isHit(isToken ? "token" : "operation")) fault.strike?.(response, request, elsewhere);
    else if (isToken) response.end(tokenReply(tokens));
    else response.end(JSON.stringify(ok({ id: "1" }).json));
  }

  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => new Promise<unknown>((resolve) => server.close(resolve));
  await listen(0);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // Listening, a server on a port has an address object.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    async arm() {
      armed = true;
      if (fault.at === "listener") await close();
    },
    async mend() {
      if (fault.at === "listener" && times === "once" && !server.listening) await listen(port);
    },
    /** Never settles while a client keeps a request open; it ends connections without any. */
    async leave() {
      await Promise.all(exchanges);
      server.closeAllConnections();
      if (server.listening) await close();
    },
    tokens: () => tokens,
    seen: () => seen,
  };
}

function tokenReply(number: number): string {
  const name = `t-token-${String(number).padStart(4, "0")}`;
  return JSON.stringify({ code: 0, msg: "ok", tenant_access_token: name, expire: 7200 });
}
