import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { EXAMPLES } from "../client/worker.js";
import { TOKEN, TOKEN_PATH } from "../client/seed.js";
import { pathOf, TEN } from "./operations.js";

/** What a program asked the server for; without the requests for tokens. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly body: unknown;
}

export interface Platform {
  readonly baseUrl: string;
  /** The requests since the last time. */
  readonly takeRequests: () => readonly Request[];
  readonly stop: () => void;
}

/** Answers the operations with the vendor's own examples, as the spec keeps them. */
export async function startPlatform(): Promise<Platform> {
  const token = { code: 0, msg: "ok", tenant_access_token: TOKEN, expire: 7200 };
  const replies = new Map([
    [TOKEN_PATH, JSON.stringify(token)],
    ...TEN.map((operation) => {
      const file = join(EXAMPLES, `${operation.name.join(".")}.response.json`);
      return [pathOf(operation), readFileSync(file, "utf8")] as const;
    }),
  ]);
  let requests: Request[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = url.replace(/\?.*/u, "");
      const text = Buffer.concat(chunks).toString();
      // The vendor's SDK sends an empty object where no body is due.
      const body: unknown = text === "" || text === "{}" ? undefined : JSON.parse(text);
      const { authorization = "" } = headers;
      if (path !== TOKEN_PATH) requests.push({ method, url, authorization, body });
      const reply = replies.get(path);
      response.writeHead(reply === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
