import type { IncomingMessage, ServerResponse } from "node:http";

/** Where a fault strikes: nobody listens, a connection is reset, or a request is answered badly. */
export type Place = "listener" | "connection" | "operation" | "token";

/** One way in which a platform can fail. */
export interface Fault {
  readonly name: string;
  readonly at: Place;
  /** The client's own token is not fetched before: the fault is in the way of it. */
  readonly cold?: true;
  /** Only a timeout ends it, so that the client has a short one. */
  readonly endless?: true;
  /** Answers a request that was read in full. `elsewhere` is the address of another host. */
  readonly strike?: (response: ServerResponse, request: IncomingMessage, elsewhere: string) => void;
}

type Headers = Readonly<Record<string, string>>;

function refuse(status: number, code: number, headers: Headers = {}): Required<Fault>["strike"] {
  return (response) =>
    void response.writeHead(status, headers).end(JSON.stringify({ code, msg: "no" }));
}

function page(status: number, body: string): Required<Fault>["strike"] {
  return (response) => void response.writeHead(status).end(body);
}

const html = "<html><h1>Out of order</h1></html>";
const tenMegabytes = "x".repeat(10_000_000);
const start = '{"code":0,"msg":"success","data":{"id":"7';

export const faults: readonly Fault[] = [
  { name: "connection refused", at: "listener" },
  { name: "reset before the request was read", at: "connection" },
  {
    name: "reset after the request was read",
    at: "operation",
    strike: (_, request) => void request.socket.resetAndDestroy(),
  },
  {
    name: "reset in the middle of the reply",
    at: "operation",
    strike: (response, request) =>
      void response.write(start, () => void request.socket.resetAndDestroy()),
  },
  { name: "no answer", at: "operation", endless: true, strike: () => {} },
  {
    name: "a reply that never ends",
    at: "operation",
    endless: true,
    strike: (response) => void response.write(start),
  },
  { name: "truncated JSON with HTTP 200", at: "operation", strike: page(200, start) },
  { name: "HTML with HTTP 502", at: "operation", strike: page(502, html) },
  { name: "HTML with HTTP 503", at: "operation", strike: page(503, html) },
  {
    name: "429 + 99991400, reset in 2 s",
    at: "operation",
    strike: refuse(429, 99991400, { "x-ogw-ratelimit-reset": "2" }),
  },
  { name: "429 + 99991400, no reset", at: "operation", strike: refuse(429, 99991400) },
  {
    name: "400 + 99991400, reset in 2 s",
    at: "operation",
    strike: refuse(400, 99991400, { "x-ogw-ratelimit-reset": "2" }),
  },
  { name: "400 + 99991400, no reset", at: "operation", strike: refuse(400, 99991400) },
  { name: "200 + 1002002 (parameter)", at: "operation", strike: refuse(200, 1002002) },
  { name: "500 + 1002053 (business)", at: "operation", strike: refuse(500, 1002053) },
  { name: "500 + 1002001 (system)", at: "operation", strike: refuse(500, 1002001) },
  { name: "400 + 99991663 (token expired)", at: "operation", strike: refuse(400, 99991663) },
  { name: "token endpoint: connection refused", at: "listener", cold: true },
  { name: "token endpoint: HTML with HTTP 500", at: "token", cold: true, strike: page(500, html) },
  {
    name: "307 to another host",
    at: "operation",
    strike: (response, _, location) => void response.writeHead(307, { location }).end(),
  },
  {
    name: "10 MB of HTML with HTTP 500",
    at: "operation",
    strike: page(500, `<html>${tenMegabytes}`),
  },
  {
    name: "10 MB of JSON with HTTP 500",
    at: "operation",
    strike: page(500, `{"code":1002053,"msg":"${tenMegabytes}"}`),
  },
];
