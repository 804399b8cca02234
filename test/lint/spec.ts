import { compile } from "../../generator/compile.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { position } from "../../generator/diagnostics/position.js";
import { importMessages } from "../../generator/diagnostics/import-messages.js";
import { messages } from "../../generator/diagnostics/messages.js";

export type Texts = Readonly<Record<string, string>>;

/** A spec and its one line. */
export type Case = readonly [texts: Texts, line: string];

export const SERVICE = "service: { name: toy, label: 玩具, package: toy, version: 1.0.0 }\n";

/** Three lines: the text of a test starts in line 4 of `toy/thing.yaml`. */
const HEAD = `${SERVICE}resource: thing
label: 物
`;

/** A service with one resource, and whatever files stand beside it. */
export const toy = (text: string, more: Texts = {}): Texts => ({
  "toy/thing.yaml": HEAD + text,
  ...more,
});

/** One operation, whose further keys start in line 9. */
export const get = (keys = ""): string => `operations:
  get:
    label: 查询
    http: GET /open-apis/toy/v1/things
    tokens: [tenant]
${indented(keys)}`;

export const post = (keys = ""): string => get(keys).replace("GET", "POST");

/** An operation with an example of its request, and an exception in line 11. */
export const excused = (at: string, example: string): Texts =>
  toy(
    `${post("body: { a: { type: int } }")}exceptions:\n  - { operation: thing.get, at: ${at}, reason: why }\n`,
    { "toy/examples/thing.get.request.json": example },
  );

const indented = (keys: string): string =>
  keys
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}\n`))
    .join("");

/** All diagnostics of a spec that stands in memory. */
export function diagnose(texts: Texts): readonly Diagnostic[] {
  const files = Object.entries(texts).map(([name, text]) => ({ path: name, name, text }));
  return compile(files).diagnostics;
}

/** `toy/thing.yaml:10:5 unknown-type no type or enum is called …` */
export const lines = (texts: Texts): readonly string[] =>
  diagnose(texts).map(({ at, code, message }) => {
    const { line, column } = position(at);
    return `${at.file.path}:${line}:${column} ${code}: ${message}`;
  });

/** Those of vendor pages have tests of their own, in `test/import/codes`. */
export const allCodes = Object.keys(messages).filter(
  (code) => !Object.hasOwn(importMessages, code),
);
