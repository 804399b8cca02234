import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pageOf, read, readText, rows, told, toy } from "./read.js";

const HEAD = '{"apiPath":"/toys","httpMethod":"GET"';

test.each([
  [`${HEAD},}`, /^1:39 definition-syntax: this definition is not valid JSON: \S/u],
  [`${HEAD}`, /^1:\d+ definition-syntax: /u],
  ["{", /^1:1 definition-syntax: /u],
  ["", /^1:1 definition-syntax: /u],
  [
    `${HEAD},"request":${"[".repeat(100)}`,
    /^1:112 page-too-deep: this is nested more than 64 levels deep/u,
  ],
  ["[".repeat(100_000), /^1:65 page-too-deep: /u],
  ['{"a":'.repeat(100_000), /^1:321 page-too-deep: /u],
  ['{"a":{"apiPath":7}}', /^1:1 no-definition: no operation is defined here/u],
  ["7", /^1:1 no-definition: /u],
  ['{"a":{"b":{"c":{"d":{"e":{"f":{"apiPath":"/toys"}}}}}}}', /^1:1 no-definition: /u],
  ['{"apiPath":"/toys"}', /^1:12 definition-fact: the definition's "httpMethod" is missing/u],
  [
    '{"apiPath":"/toys","httpMethod":"TRACE"}',
    /^1:33 definition-fact: the definition's "httpMethod"/u,
  ],
  ['{"httpMethod":"GET","apiPath":" "}', /^1:31 definition-fact: the definition's "apiPath"/u],
  ['{"httpMethod":"GET"}', /^1:15 definition-fact: the definition's "apiPath" is missing/u],
  ['{"apiPath":" ","httpMethod":"GET"}', /definition-fact: the definition's "apiPath"/u],
  [`${HEAD},"a":"\uFFFD"}`, /not-utf8: /u],
  [`${HEAD},"a":"${"kite".repeat(2 ** 20)}"}`, /^1:1 file-too-large: /u],
])("text %# is refused", (text, message) => {
  const reading = readText(text);
  expect(reading.page).toBeUndefined();
  expect(told(reading)).toEqual([expect.stringMatching(message)]);
});

test("names that are no names, and names that stand twice, are left out", () => {
  const text = `${HEAD},"requestBody":[\n{"name":"a","type":"int"},\n{"name":"__proto__"},\n{"name":"a"},\n{"type":"int"},\n7,\n{"name":"constructor","type":"int"}]}`;
  expect(rows(text)).toEqual(["body a: int", "body constructor: int"]);
  expect(told(readText(text))).toEqual([
    "5:1 field-left-out: what stands here is left out, because it is no field with a name: give it one, or describe it by hand",
    "6:1 field-left-out: what stands here is left out, because it is no field with a name: give it one, or describe it by hand",
    `3:9 field-left-out: "__proto__" is left out, because in JavaScript that is no field but an object's prototype: do without it`,
    '4:9 field-left-out: "a" is left out, because a field of that name stands before it in the same object: check which one is meant, and remove or rename the other',
  ]);
});

test("__proto__ as a key is a name like that, too", () => {
  const text = `${HEAD},"requestBody":{"properties":{"__proto__":{"type":"int"},"b":{"type":"int"}}}}`;
  expect(rows(text)).toEqual(["body b: int"]);
});

test("keys that stand twice are told, and keep their last value", () => {
  const text = `${HEAD},\n"resource":"toy",\n"resource" : "kite","apiName":"get"}`;
  expect(pageOf(text).identity?.resource).toBe("kite");
  expect(told(readText(text))).toEqual([
    '3:1 doubled-key: "resource" stands twice in this object and the last one counts: check which one is meant',
  ]);
});

test("of several definitions the first is read", () => {
  const text = `[${HEAD}},\n{"apiPath":"/kites","httpMethod":"GET"}]`;
  expect(pageOf(text).path).toBe("/toys");
  expect(told(readText(text))).toEqual([
    "2:1 other-definitions: only the first of the 2 definitions in this file is read, that of GET /toys; here stands that of GET /kites: give each a file of its own",
  ]);
});

test.each([
  ["itself", { A: [{ name: "a", ref: "A" }] }, "A is part of itself"],
  [
    "itself by a list",
    { A: [{ name: "a", type: "list", items: { ref: "A" } }] },
    "A is part of itself",
  ],
  [
    "each other",
    { A: [{ name: "b", ref: "B" }], B: [{ name: "a", ref: "A" }] },
    "A is part of itself",
  ],
  ["what is not there", { A: [{ name: "b", ref: "B" }] }, "B is defined nowhere"],
])("types that name %s come to an end", (_, types, reason) => {
  const definitions = Object.fromEntries(
    Object.entries(types).map(([name, properties]) => [name, { type: "object", properties }]),
  );
  const { page, diagnostics } = read({
    definition: toy({ requestBody: [{ name: "top", ref: "A" }] }),
    definitions,
  });
  expect(page?.rows.body.at(-1)?.type).toMatch(/^any(?:\[\])?$/u);
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining(reason)]);
});

const chainOf = (length: number, fields: number) => ({
  definition: toy({ requestBody: [{ name: "top", ref: "T0" }] }),
  definitions: Object.fromEntries(
    Array.from({ length }, (_, level) => {
      const ref = `T${level + 1}`;
      const properties = Array.from({ length: fields }, (_, i) => ({ name: `f${i}`, ref }));
      return [`T${level}`, { type: "object", properties }];
    }),
  ),
});

test("a chain of a thousand types is cut", () => {
  const { page, diagnostics } = read(chainOf(1000, 1));
  expect(page?.rows.body).toHaveLength(64);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"f0" is left out, because it is more than 64 levels deep: check which type contains itself',
  ]);
});

test("types that double with every level are cut", () => {
  const { page, diagnostics } = read(chainOf(40, 2));
  expect(page?.rows.body).toHaveLength(20_000);
  expect(diagnostics.map(({ code }) => code)).toContain("too-many-fields");
});

test("lists of lists of named lists are cut", () => {
  const definitions = Object.fromEntries(
    Array.from({ length: 1000 }, (_, i) => [
      `T${i}`,
      { type: "list", items: { ref: `T${i + 1}` } },
    ]),
  );
  const { page, diagnostics } = read({
    definition: toy({ requestBody: [{ name: "top", ref: "T0" }] }),
    definitions,
  });
  expect(page?.rows.body[0]?.type).toBe(`any${"[]".repeat(8)}`);
  expect(diagnostics.map(({ code }) => code)).toEqual(["open-type"]);
});

const whole: unknown = JSON.parse(readFileSync(new URL("toy.json", import.meta.url), "utf8"));

/** A copy in which one value is another one: every value in turn. */
function* withEach(value: unknown, other: unknown): Generator<unknown> {
  yield other;
  if (Array.isArray(value)) {
    for (const [i, inner] of value.entries())
      for (const copy of withEach(inner, other)) yield value.with(i, copy);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value))
      for (const copy of withEach(inner, other)) yield { ...value, [key]: copy };
  }
}

test.each([
  [null],
  [true],
  [-1.5],
  [""],
  ["kite"],
  ["["],
  [[]],
  [{}],
  [[[null]]],
  [{ type: "map" }],
])("%j in any place gives a page or says why not", (other) => {
  for (const value of withEach(whole, other)) {
    const { page, diagnostics } = read(
      value === "" || value === "kite" || value === "[" ? { value } : value,
    );
    const isTold = diagnostics.some(({ severity }) => severity === "error");
    expect(page === undefined, JSON.stringify(value)).toBe(isTold);
  }
});
