import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Seen } from "../protocol.js";
import { readSeed, REFUSAL, REFUSED, SEEN_PATH, TOKEN, TOKEN_PATH } from "../seed.js";

/** A platform with one operation, in a process of its own: what it takes is not the client's. */
const [, , examples = ""] = process.argv;
const token = { code: 0, msg: "ok", tenant_access_token: TOKEN, expire: 7200 };
const texts = {
  token: JSON.stringify(token),
  reply: JSON.stringify(readSeed(examples).reply),
  refusal: JSON.stringify(REFUSAL),
};
let last: Seen | undefined;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks).toString();
    const { method = "", url: path = "", headers } = request;
    const { authorization = "", "content-type": type = "" } = headers;
    if (path !== SEEN_PATH) last = { method, path, authorization, type, body };
    let text = body.includes(`"${REFUSED}"`) ? texts.refusal : texts.reply;
    if (path === SEEN_PATH) text = JSON.stringify(last);
    if (path === TOKEN_PATH) text = texts.token;
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(text),
      "x-tt-logid": "202611230000000100000000000000ABCDEF",
      "x-request-id": "6f1d5a5e-5a5b-4c0b-9c57-3d2a3a1c7f10",
    });
    response.end(text);
  });
});
// Clients that wait for their turn find their connections open.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
