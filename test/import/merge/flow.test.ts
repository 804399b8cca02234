import { expect, test } from "vitest";
import { parse } from "yaml";
import { patch } from "../../../generator/import/merge/yaml/patch.js";

type Tree = Readonly<Record<string, unknown>>;

/** What an operation written in flow becomes with some keys; undefined takes one away. */
const operation = (written: string, keys: Tree): string | undefined => {
  const text = `operations:\n  get: ${written}\n  list: { label: 列表 }\n`;
  const { get, list } = (parse(text) as { operations: { get: Tree; list: Tree } }).operations;
  const added = Object.entries({ ...get, ...keys }).filter(([, value]) => value !== undefined);
  const target = JSON.stringify({ operations: { get: Object.fromEntries(added), list } });
  const patched = patch(text, JSON.parse(target) as Parameters<typeof patch>[1]);
  return patched?.replace(/^operations:\n {2}get:/u, "").replace(/\n {2}list: .*\n$/u, "");
};

test.each<readonly [what: string, written: string, keys: Tree, expected: string]>([
  [
    "a key more on the line",
    "{ label: x,  http: GET /a }",
    { scopes: ["a:b"] },
    " { label: x,  http: GET /a, scopes: [a:b] }",
  ],
  ["without spaces inside", "{label: x}", { see: "a" }, " {label: x, see: a}"],
  ["another value", "{ label:   x, see: 'a' }", { label: "z" }, " { label:   z, see: 'a' }"],
  ["a key less", "{ label: x, see: a, http: b }", { see: undefined }, " { label: x, http: b }"],
  ["the first key less", "{ label: x, see: a }", { label: undefined }, " { see: a }"],
  ["the last keys less", "{ a: 1, b: 2, c: 3 }", { b: undefined, c: undefined }, " { a: 1 }"],
  ["one for another", "{ a: 1, b: 2 }", { b: undefined, c: 3 }, " { a: 1, c: 3 }"],
  [
    "an item more",
    "{ tokens: [ user,  app ] }",
    { tokens: ["user", "tenant", "app"] },
    " { tokens: [ user, tenant,  app ] }",
  ],
  [
    "an item first",
    "{ tokens: [ app ] }",
    { tokens: ["user", "app"] },
    " { tokens: [ user, app ] }",
  ],
  ["other items", "{ tokens: [ app ] }", { tokens: ["user"] }, " { tokens: [user] }"],
  ["items out of none", "{ tokens: [] }", { tokens: ["user"] }, " { tokens: [user] }"],
  [
    "an inner map",
    "{ body: { a: {type: int} } }",
    { body: { a: { type: "int" }, b: { type: "string" } } },
    " { body: { a: {type: int}, b: { type: string } } }",
  ],
  [
    "lines of their own",
    "{\n      label: x, # why\n      # about http\n      http: GET /a\n    }",
    { label: "z", see: "a", tokens: ["user"] },
    " {\n      label: z, # why\n      # about http\n      http: GET /a,\n      see: a,\n      tokens: [user]\n    }",
  ],
  [
    "with a comma at the end, and a comment behind it",
    "{\n      label: x, # why\n    }",
    { see: "a", tokens: ["user"] },
    " {\n      label: x, # why\n      see: a,\n      tokens: [user],\n    }",
  ],
  [
    "without a comma at the end, but with a comment",
    "{\n      label: x # why\n    }",
    { see: "a" },
    " {\n      label: x, # why\n      see: a\n    }",
  ],
  [
    "a line less",
    "{\n      label: x,\n      see: a, # gone, too\n      # about http\n      http: b,\n    }",
    { see: undefined },
    " {\n      label: x,\n      # about http\n      http: b,\n    }",
  ],
  [
    "a last one with the bracket in its line",
    "{ label: x,\n      http: b }",
    { see: "a" },
    " { label: x,\n      http: b, see: a }",
  ],
  [
    "fields, broken where they do not fit",
    "{\n      label: x,\n    }",
    {
      body: {
        a: { type: "string", label: "长".repeat(20) },
        b: { type: "string", label: "长".repeat(20) },
      },
    },
    ` {\n      label: x,\n      body: {\n        a: { type: string, label: ${"长".repeat(20)} },\n        b: { type: string, label: ${"长".repeat(20)} },\n      },\n    }`,
  ],
  [
    "an inner line that has become too long",
    `{\n      scopes: [ ${"a".repeat(60)} ], # why\n    }`,
    { scopes: ["a".repeat(60), "b".repeat(40)] },
    ` {\n      scopes: [\n        ${"a".repeat(60)},\n        ${"b".repeat(40)},\n      ], # why\n    }`,
  ],
  [
    "a line that has become too long",
    "{ label: x }",
    { see: "a".repeat(90) },
    `\n    label: x\n    see: ${"a".repeat(90)}`,
  ],
  [
    "fields on the line, which no spec has",
    "{ label: x }",
    { body: { a: { type: "int" } } },
    "\n    label: x\n    body:\n      a: { type: int }",
  ],
])("an operation in flow: %s", (_, written, keys, expected) => {
  expect(operation(written, keys)).toBe(expected);
});

test("a comment behind a flow that becomes lines goes to the first of them", () => {
  const target = { operations: { get: { label: "x", see: "a".repeat(90) }, list: { label: "z" } } };
  expect(patch("operations:\n  get: { label: x } # mine\n", target)).toBe(
    `operations:\n  get: # mine\n    label: x\n    see: ${"a".repeat(90)}\n\n  list:\n    label: z\n`,
  );
});

test("comments of a flow that is given up stand above it", () => {
  const written = "{\n      label: x, # why\n      tokens: [ # which\n        app ],\n    }";
  const text = `operations:\n  get: ${written}\n`;
  const target = { operations: { get: { label: "x", tokens: ["user"] } } };
  expect(patch(text, target)).toBe(
    "operations:\n  # why\n  # which\n  get:\n    label: x\n    tokens: [user]\n",
  );
});

test("a key goes first where its order says so", () => {
  const target = { operations: { get: { see: "a", label: "x" } } };
  expect(patch("operations:\n  get: { label: x }\n", target)).toBe(
    "operations:\n  get: { see: a, label: x }\n",
  );
  expect(patch("operations:\n  get: { # all\n    # about it\n    label: x }\n", target)).toBe(
    "operations:\n  get: { # all\n    # about it\n    see: a, label: x }\n",
  );
  expect(patch("operations:\n  get: { # all\n    label: x,\n    }\n", target)).toBe(
    "operations:\n  get: { # all\n    see: a,\n    label: x,\n    }\n",
  );
});

const KITE = "  Kite:\n    label: 风筝\n";
const SAIL = "  Sail:\n    label: 帆\n";
const TAIL = "  Tail:\n    label: 尾\n";

const named = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/ {2}(\w+):\n {4}label: (.+)/gu)].map(([, name = "", label = ""]) => [
      name,
      { label },
    ]),
  );

test.each([
  ["types", "apart", `${KITE}\n${TAIL}`, `${KITE}\n${SAIL}\n${TAIL}`],
  ["types", "apart, the first", `${SAIL}\n${TAIL}`, `${KITE}\n${SAIL}\n${TAIL}`],
  ["types", "apart, the last", `${KITE}\n${SAIL}`, `${KITE}\n${SAIL}\n${TAIL}`],
  [
    "types",
    "apart with a comment",
    `${KITE}\n  # of cloth\n${TAIL}`,
    `${KITE}\n${SAIL}\n  # of cloth\n${TAIL}`,
  ],
  ["types", "close together", `${KITE}${TAIL}`, `${KITE}${SAIL}${TAIL}`],
  ["types", "alone", TAIL, `${SAIL}\n${TAIL}`],
  ["types", "alone and apart from its head", `\n${TAIL}`, `${SAIL}\n${TAIL}`],
  ["enums", "apart", `${KITE}\n${TAIL}`, `${KITE}\n${SAIL}\n${TAIL}`],
  ["enums", "close together", `${KITE}${TAIL}`, `${KITE}${SAIL}${TAIL}`],
  ["enums", "alone", TAIL, `${SAIL}${TAIL}`],
])("one more of the %s that stand %s", (section, _, before, after) => {
  expect(patch(`${section}:\n${before}`, { [section]: named(after) })).toBe(
    `${section}:\n${after}`,
  );
});
