import { defined, definition } from "./pages.js";
import type { Case } from "./run.js";

const NAME = '{ "name": "name", "type": "string" }';
const LISTS = "[".repeat(64) + "]".repeat(64);
/** Each holds the next one twice, which makes 131,070 fields. */
const doubling = Array.from({ length: 16 }, (_, i) => {
  const next = i < 15 ? `"ref": "Tail${i + 1}"` : '"type": "int"';
  return `"Tail${i}": { "properties": { "left": { ${next} }, "right": { ${next} } } }`;
});

/** Definitions of the API explorer. */
export const definitionCases: readonly Case[] = [
  [
    { "kite.json": '{ "apiPath": "/open-apis/toy/v1/kites",\n  httpMethod: POST }' },
    [
      "kite.json:2:3 definition-syntax: this definition is not valid JSON: expected double-quoted property name",
    ],
  ],
  [
    { "kite.json": definition(`"request": ${LISTS}`) },
    [
      "kite.json:5:77 page-too-deep: this is nested more than 64 levels deep, as no operation is: save the definition of one operation",
    ],
  ],
  [
    { "kite.json": '{ "apiPath": ["/open-apis/toy/v1/kites"] }\n' },
    [
      'kite.json:1:1 no-definition: no operation is defined here: save the definition of one, with "apiPath" and "httpMethod"',
    ],
  ],
  [
    { "kite.json": definition().replace("/open-apis", "open-apis") },
    [
      'kite.json:2:14 definition-fact: the definition\'s "apiPath" is missing or unreadable: write it as the page of the operation has it',
    ],
  ],
  [
    { "kite.json": `[${definition()},\n${definition()}]` },
    [
      "kite.json:7:1 other-definitions: only the first of the 2 definitions in this file is read, that of POST /open-apis/toy/v1/kites; here stands that of POST /open-apis/toy/v1/kites: give each a file of its own",
    ],
  ],
  [
    { "kite.json": definition('"resource": "kite"', '"resource": "kites"') },
    [
      'kite.json:6:3 doubled-key: "resource" stands twice in this object and the last one counts: check which one is meant',
    ],
  ],
  [
    { "kite.json": defined(NAME, NAME) },
    [
      'kite.json:7:11 field-left-out: "name" is left out, because a field of that name stands before it in the same object: check which one is meant, and remove or rename the other',
    ],
  ],
  [
    { "kite.json": defined(NAME, '{ "type": "string" }') },
    [
      "kite.json:7:1 field-left-out: what stands here is left out, because it is no field with a name: give it one, or describe it by hand",
    ],
  ],
  [
    // In the envelope, of which no spec has anything: a merge of all this takes seconds.
    {
      "kite.json": definition(
        '"response": { "properties": { "code": { "type": "int" }, "msg": {}, "message": {}, "error": { "ref": "Tail0" } } }',
        `"definitions": {\n${doubling.join(",\n")} }`,
      ),
    },
    [
      "kite.json:22:56 too-many-fields: this is field number 20000, and what follows is left out, as no operation has that many: check what the definition repeats",
    ],
  ],
  [
    { "kite.json": defined('{ "name": "tail", "type": "object", "ref": "Tail" }') },
    [
      'kite.json:6:11 open-type: "tail" can be any value, because Tail is defined nowhere: describe it by hand',
    ],
  ],
  [
    { "kite.json": definition('"basicRateLimit": { "tier": 99 }') },
    [
      'kite.json:5:31 unknown-tier: "99" is no known tier of rate limits: write "rateLimit" by hand',
    ],
  ],
  [
    { "kite.json": definition().replace('["tenant"]', '["tenant", "wind"]') },
    ['kite.json:4:30 unknown-token: "wind" is no known kind of access token: check "tokens"'],
  ],
  [
    { "kite.json": definition('"errorMappings": [{ "code": "TORN", "msg": "the sail is torn" }]') },
    [
      'kite.json:5:31 error-left-out: the error "the sail is torn" is left out, because its code "TORN" is no whole number: add it to the spec\'s errors by hand if the server returns it',
    ],
  ],
  [
    { "kite.json": definition('"supportFileDownload": true') },
    [
      "kite.json:5:26 binary-reply: the reply is a file, which the spec does not describe: its function cannot return it yet",
    ],
  ],
  [
    {
      "kite.json": definition(
        '"parameters": [{ "name": "X-Kite-Id", "in": "header", "type": "string" }]',
      ),
    },
    [
      'kite.json:5:28 header-left-out: the request header "X-Kite-Id" is left out, since a spec describes none: check whether calls work without it',
    ],
  ],
  [
    { "kite.json": definition('"scopesOfFieldRequired": ["toy:owner:readonly"]') },
    [
      'kite.json:5:28 field-scopes: without the scopes toy:owner:readonly some fields are absent from replies, but which ones is not said: write "fieldScopes" by hand',
    ],
  ],
  [
    { "kite.json": definition('"requestBody": { "type": "list", "items": { "type": "string" } }') },
    [
      "kite.json:5:18 list-body: the request body is a list, which the spec does not describe: the operation is imported without it, and its function cannot send it yet",
    ],
  ],
];
