import { expect, test } from "vitest";
import { fragment, merged, mergeInto, type Texts } from "./spec.js";

const spec = (facts: string): Texts => ({
  "service.yaml": "service: { name: toy, label: 玩具, package: toys, version: 1.0.0 }\n",
  "resources/toy.yaml": `resource: toy
label: 玩具
operations:
  create:
    label: 新建
    http: POST /open-apis/toy/v1/toys
    tokens: [tenant]
    effect: write
    body:
      id: { type: string }
${facts}`,
});

type Operation = ReturnType<typeof fragment>["operation"];

const page = (facts: Partial<Operation>) =>
  fragment("toy.create", {
    operation: {
      label: "新建",
      http: "POST /open-apis/toy/v1/toys",
      body: { id: { type: "string" } },
      ...facts,
    },
  });

const changed: readonly (readonly [facts: string, given: Partial<Operation>, note: string])[] = [
  [
    "    rateLimit: [50/s]\n",
    { rateLimit: ["1000/min"] },
    "rateLimit is now [1000/min], was [50/s]",
  ],
  [
    "    scopes: [toy:b]\n",
    { scopes: ["toy:a", "toy:b"] },
    "scopes is now [toy:a, toy:b], was [toy:b]",
  ],
  ["", { tokens: ["user"] }, "tokens is now [user], was [tenant]"],
  ["    appTypes: [isv]\n", { appTypes: ["custom"] }, "appTypes is now [custom], was [isv]"],
  ["", { label: "创建" }, "label is now 创建, was 新建"],
  [
    "",
    { http: "POST /open-apis/toy/v1/toys/new" },
    "http is now POST /open-apis/toy/v1/toys/new, was POST /open-apis/toy/v1/toys",
  ],
  [
    "    see: https://toys.test/a\n",
    { see: "https://toys.test/b" },
    "see is now https://toys.test/b, was https://toys.test/a",
  ],
  ["", { deprecated: true }, "deprecated is now true, was not there"],
  [
    "    idempotency: { field: id, window: 24h }\n",
    { idempotency: { field: "id", window: "48h" } },
    'idempotency is now {"field":"id","window":"48h"}, was {"field":"id","window":"24h"}',
  ],
  [
    '    fieldScopes: { "toy:a": [id] }\n',
    { fieldScopes: { "toy:b": ["id"] } },
    'fieldScopes is now {"toy:b":["id"]}, was {"toy:a":["id"]}',
  ],
];

test.each(changed)("what stood there is said: %s", (facts, given, note) => {
  expect(mergeInto(spec(facts), page(given)).notes).toEqual([
    `toy.create: ${note.replace(/^\w+/u, '"$&"')}`,
  ]);
});

test("of a new operation nothing is said, nor of facts in another order", () => {
  const other = fragment("toy.get", { operation: { scopes: ["toy:a"], rateLimit: ["20/s"] } });
  expect(mergeInto(spec(""), other).notes).toEqual([]);
  const texts = spec("    scopes: [toy:a, toy:b]\n");
  expect(mergeInto(texts, page({ scopes: ["toy:b", "toy:a"] })).notes).toEqual([]);
});

const EXCEPTION = { operation: "toy.create", at: "example.request.id", reason: "It is\na number." };

test.each([
  ["exceptions.yaml", {}],
  [
    "mine.yaml",
    { "mine.yaml": "exceptions:\n  - { operation: toy.create, at: body, reason: Mine. }\n" },
  ],
] as const)("each new exception is said, with its file: %s", (path, more) => {
  const texts: Texts = { ...spec(""), ...more };
  const given = { ...page({}), exceptions: [EXCEPTION] };
  expect(mergeInto(texts, given).notes).toEqual([
    `${path}: toy.create example.request.id: It is a number.`,
  ]);
  const known = merged(texts, given);
  expect(mergeInto(known, given).notes).toEqual([]);
});
