import { expect, test } from "vitest";
import { drift } from "../../../generator/import/drift/drift.js";
import { readBefore } from "../../../generator/import/import.js";
import type { Fragment } from "../../../generator/import/fragment.js";
import { fragment, merged, mergeInto, sources, type Texts } from "./spec.js";

const TOY = "resources/toy.yaml";

const SPEC: Texts = {
  "service.yaml": "service: { name: toy, label: 玩具, package: toys, version: 1.0.0 }\n",
  "errors.yaml": `errors:
  Broken: { code: 7, label: 坏, status: 400, retry: never }
  Lost: { code: 8, label: 丢, retry: never }
`,
  [TOY]: `resource: toy
label: 玩具
enums:
  Kind:
    label: 种类
    values:
      Kite: { value: 1, label: 风筝 }
      Ball: { value: 2, label: 球 }
operations:
  create:
    label: 新建
    http: POST /open-apis/toy/v1/toys
    tokens: [tenant, app]
    appTypes: [custom]
    scopes: [toy:write, toy:admin]
    fieldScopes: { "toy:name": [name] }
    rateLimit: [20/s]
    effect: write
    body:
      kind: { type: Kind, label: 种类 }
      name: { type: string, label: 名称 }
    errors: [Broken]
`,
};

type Operation = Fragment["operation"];

const BODY = {
  kind: { type: "Kind", label: "种类" },
  name: { type: "string", label: "名称" },
} satisfies Operation["body"];

/** What the page says that agrees with the spec, with changes; `undefined` takes a fact away. */
const page = (change: { readonly [K in keyof Operation]?: Operation[K] | undefined }): Fragment => {
  const operation: Operation = {
    label: "新建",
    http: "POST /open-apis/toy/v1/toys",
    tokens: ["tenant", "app"],
    appTypes: ["custom"],
    scopes: ["toy:write", "toy:admin"],
    fieldScopes: { "toy:name": ["name"] },
    rateLimit: ["20/s"],
    effect: "write",
    body: BODY,
    errors: ["Broken"],
  };
  const told = Object.entries({ ...operation, ...change }).filter(([, fact]) => fact !== undefined);
  return fragment("toy.create", {
    // Each fact is an operation's, and those that it must have are never taken away here.
    operation: Object.fromEntries(told) as unknown as Operation,
    errors: {
      Broken: { code: 7, label: "坏", status: 400, retry: "never" },
      Lost: { code: 8, label: "丢", retry: "never" },
    },
    enums: {
      Kind: {
        label: "种类",
        values: { Kite: { value: 1, label: "风筝" }, Ball: { value: 2, label: "球" } },
      },
    },
  });
};

const withValues = (values: Fragment["enums"][string]["values"]): Fragment => {
  const given = page({});
  const { label, values: all } = given.enums["Kind"] ?? { label: "", values: {} };
  return { ...given, enums: { Kind: { label, values: { ...all, ...values } } } };
};

const withException = (at: string): Texts => ({
  ...SPEC,
  "exceptions.yaml": `exceptions:\n  - { operation: toy.create, at: "${at}", reason: We know. }\n`,
});

const differences = (given: Fragment, texts: Texts): readonly string[] =>
  drift(given, readBefore(sources(texts)).spec).map(({ kind, at }) => `${kind} ${at}`);

test("the page of these tests says what the spec says", () => {
  expect(mergeInto(SPEC, page({}))).toEqual({ files: [], diagnostics: [], notes: [] });
  expect(differences(page({}), SPEC)).toEqual([]);
});

const same: readonly (readonly [at: string, given: Fragment])[] = [
  ["scopes.toy:admin", page({ scopes: ["toy:write"] })],
  ["scopes.toy:all", page({ scopes: ["toy:write", "toy:all", "toy:admin"] })],
  ["scopes", page({ scopes: undefined })],
  ["tokens.app", page({ tokens: ["tenant"] })],
  ["tokens.user", page({ tokens: ["tenant", "app", "user"] })],
  ["tokens", page({ tokens: ["user"] })],
  ["appTypes.custom", page({ appTypes: undefined })],
  ["appTypes.isv", page({ appTypes: ["custom", "isv"] })],
  ["rateLimit.20/s", page({ rateLimit: undefined })],
  ["rateLimit.1000/min", page({ rateLimit: ["1000/min", "20/s"] })],
  ["fieldScopes.toy:name", page({ fieldScopes: undefined })],
  ["fieldScopes.toy:name", page({ fieldScopes: { "toy:name": ["kind"] } })],
  [
    "fieldScopes.toy:name.x",
    page({ fieldScopes: { "toy:name": ["name"], "toy:name.x": ["kind"] } }),
  ],
  ["errors.7", page({ errors: [] })],
  ["errors.7", page({ errors: [{ Broken: { status: 410 } }] })],
  ["errors.8", page({ errors: ["Broken", "Lost"] })],
  ["errors", page({ errors: ["Lost"] })],
  ["http", page({ http: "POST /open-apis/toy/v1/toys/new" })],
  ["deprecated", page({ deprecated: true })],
  ["label", page({ label: "创建" })],
  ["see", page({ see: "https://toys.test/create" })],
  ["idempotency", page({ idempotency: { field: "name" } })],
  ["request.body.name", page({ body: { ...BODY, name: { type: "int", label: "名称" } } })],
  ["body.weight", page({ body: { ...BODY, weight: { type: "int", label: "重量" } } })],
  ["body.kind.3", withValues({ Top: { value: 3, label: "陀螺" } })],
  ["body.kind.2", withValues({ Ball: { value: 2, label: "皮球" } })],
  ["body", page({ body: { ...BODY, weight: { type: "int", label: "重量" } } })],
  ["request", page({ query: { name: { type: "int", label: "名称" } } })],
];

test.each(same)("at %s the spec stays as it is, and does not differ", (at, given) => {
  const texts = withException(at);
  expect(mergeInto(texts, given)).toEqual({ files: [], diagnostics: [], notes: [] });
  expect(differences(given, texts)).toEqual([]);
  expect(mergeInto(SPEC, given)).not.toEqual({ files: [], diagnostics: [], notes: [] });
});

const partly: readonly (readonly [at: string, given: Fragment, from: string, to: string])[] = [
  ["scopes.toy:admin", page({ scopes: ["toy:read"] }), "[toy:write, ", "[toy:read, "],
  ["tokens.app", page({ tokens: ["user"] }), "[tenant, app]", "[user, app]"],
  ["rateLimit.20/s", page({ rateLimit: ["50/s"] }), "[20/s]", "[50/s, 20/s]"],
  [
    "fieldScopes.toy:name",
    page({ fieldScopes: { "toy:kind": ["kind"] } }),
    '{ "toy:name": [name] }',
    '{ toy:kind: [kind], "toy:name": [name] }',
  ],
];

test.each(partly)("at %s the other entries are the page's", (at, given, from, to) => {
  const texts = withException(at);
  expect(differences(given, texts)).toHaveLength(at.startsWith("s") ? 2 : 1);
  const after = merged(texts, given);
  expect(after[TOY]).toBe(SPEC[TOY]?.replace(from, () => to));
  expect(differences(given, after)).toEqual([]);
});

test("a scope is a name, whatever its dots: another one that begins alike is not meant", () => {
  const given = page({ scopes: ["toy:write", "toy:admin", "toy:admin.name"] });
  const texts = withException("scopes.toy:admin");
  expect(merged(texts, given)[TOY]).toContain("[toy:write, toy:admin, toy:admin.name]");
  expect(differences(given, texts)).toContain("scopes scopes.toy:admin.name");
});

test("an operation keeps a token, whatever exceptions say", () => {
  const texts = { ...withException("tokens.user") };
  const given = page({ tokens: ["user"] });
  expect(merged(texts, given)).toEqual(texts);
});
