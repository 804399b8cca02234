import type { ServerResponse } from "node:http";
import type { Answer } from "../server.js";

/** What must not be told, whatever a server does with it. */
export const secrets = {
  token: "t-token-0001",
  header: "gateway-key-5f2d",
  query: "ada.lovelace@example.com",
  path: "6949-private-id",
  body: "Ada Lovelace, born 1815",
} as const;

/** A server that repeats what it was sent: the answer, or what is done in place of one. */
export interface Echo {
  readonly name: string;
  readonly answer?: Answer | ((url: string) => Answer);
  readonly act?: (response: ServerResponse) => void;
}

const { token, header, query, body } = secrets;
const reply = (more: object, code = 7): Answer => ({
  status: 400,
  json: { code, msg: "no", ...more },
});

export const echoes: readonly Echo[] = [
  { name: "the token in msg", answer: reply({ msg: `token ${token} refused` }) },
  { name: "the token in message", answer: reply({ msg: undefined, message: `bad: ${token}` }) },
  { name: "the token in a page", answer: { status: 502, text: `<p>Authorization: ${token}</p>` } },
  {
    name: "the token as log id",
    answer: { ...reply({}), headers: { "x-tt-logid": `id-${token}` } },
  },
  {
    name: "the token as request id",
    answer: { status: 502, text: "<p>no</p>", headers: { "x-request-id": token } },
  },
  { name: "the token as the body's log id", answer: reply({ error: { log_id: token } }) },
  {
    name: "the token in the error object",
    answer: reply({ error: { message: token, troubleshooter: `see https://x.example/${token}` } }),
  },
  {
    name: "the token as a missing scope",
    answer: reply({ error: { permission_violations: [{ scope: token }] } }, 99991672),
  },
  {
    name: "the token in the link to apply",
    answer: reply(
      { error: { permission_violations: [{ url: `https://x.example/?token=${token}` }] } },
      99991672,
    ),
  },
  {
    name: "the token in a help",
    answer: reply({ error: { helps: [{ url: `https://x.example/?t=${token}` }] } }, 99991672),
  },
  {
    name: "the token in a troubleshooter's link",
    answer: reply({ error: { troubleshooter: `https://x.example/?t=${token}` } }, 99991672),
  },
  {
    name: "values in field violations",
    answer: reply({
      error: {
        field_violations: [
          { field: "name", value: body, description: `not ${body}` },
          { field: "email", value: query, description: `not ${query}` },
        ],
      },
    }),
  },
  {
    name: "the address in a page",
    answer: (url) => ({ status: 404, text: `Cannot GET ${url}` }),
  },
  {
    name: "the address, decoded, in a page",
    answer: (url) => ({ status: 404, text: `<p>${decodeURIComponent(url)} was not found</p>` }),
  },
  {
    name: "a header of the caller's in a page",
    answer: { status: 502, text: `<pre>x-gateway-key: ${header}</pre>` },
  },
  { name: "a header of the caller's in msg", answer: reply({ msg: `key ${header} is blocked` }) },
  { name: "data without an envelope", answer: { json: [body, query] } },
  { name: "data in quotes", answer: { text: JSON.stringify(body) } },
  {
    name: "data cut short",
    answer: { text: `{"code":0,"data":{"name":"${body}","email":"${query}` },
  },
  {
    name: "data, and no end",
    act: (response) =>
      void response.write(`{"code":0,"data":"${body}"`, () => response.socket?.resetAndDestroy()),
  },
  {
    name: "data in a reply that is no HTTP",
    act: ({ socket }) =>
      void socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: ?\r\nx: ${token}\r\n\r\n"${body}"`),
  },
  { name: "nothing: a reset", act: ({ socket }) => void socket?.resetAndDestroy() },
  {
    name: "everything in a redirect",
    answer: (url) => ({
      status: 307,
      headers: { location: `http://x.example${url}&t=${token}` },
      text: decodeURIComponent(url),
    }),
  },
];
