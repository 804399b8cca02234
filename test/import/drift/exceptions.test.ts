import { expect, test } from "vitest";
import { drift } from "../../../generator/import/drift/drift.js";
import { covers } from "../../../generator/import/exceptions.js";
import { edited, fragmentOf, KITES, specOf, type Edit } from "./kites.js";

const exceptions = (...at: readonly string[]) => ({
  "kite/exceptions.yaml": `exceptions:\n${at.map((path) => `  - { operation: kite.fly, at: "${path}", reason: We know. }\n`).join("")}`,
});

const kinds = (page: readonly Edit[], spec: readonly Edit[], ...at: readonly string[]) =>
  drift(
    fragmentOf(edited(page)),
    specOf(edited(spec), at.length === 0 ? {} : exceptions(...at)),
  ).map(({ at, kind }) => `${kind} ${at}`);

const covering: readonly (readonly [at: string, place: string, does: boolean])[] = [
  ["body.wind", "body.wind", true],
  ["request.body.wind", "body.wind", true],
  ["body.wind", "body.wind.3", true],
  ["body.wind.3", "body.wind", false],
  ["body.wind", "body.winding", false],
  ["request", "path.kite_id", true],
  ["request", "query.page_size", true],
  ["request", "body.wind.3", true],
  ["request", "response.tail", false],
  ["response", "response.tail.length", true],
  ["scopes", "scopes.kite:fly", true],
  ["scopes.kite:fly", "scopes.kite:fly.all", false],
  ["fieldScopes.kite:tail", "fieldScopes.kite:tail.length", false],
  ["tokens", "tokens.user", true],
  ["errors.4001", "errors.4001", true],
  ["errors.4001", "errors.40010", false],
  ["example.request.wind", "body.wind", false],
];

test.each(covering)("%s covers %s: %s", (at, place, does) => {
  expect(covers(at, place)).toBe(does);
});

const TYPE: Edit = ["page_size: { type: int", "page_size: { type: float"];

test("an exception explains what is at its place or below", () => {
  expect(kinds([TYPE], [])).toEqual(["type query.page_size"]);
  expect(kinds([TYPE], [], "query.page_size")).toEqual([]);
  expect(kinds([TYPE], [], "request.query")).toEqual([]);
  expect(kinds([TYPE], [], "query.page_token")).toEqual([
    "type query.page_size",
    "stale-exception query.page_token",
  ]);
});

const LIMITS: Edit = ["rateLimit: [20/s]", "rateLimit: [50/s, 1000/min]"];

test("an exception explains one entry of a list that differs as a whole", () => {
  expect(kinds([LIMITS], [])).toEqual(["rateLimit rateLimit"]);
  expect(kinds([LIMITS], [], "rateLimit.50/s", "rateLimit.1000/min")).toEqual([
    "rateLimit rateLimit",
  ]);
  expect(kinds([LIMITS], [], "rateLimit.50/s", "rateLimit.1000/min", "rateLimit.20/s")).toEqual([]);
  expect(kinds([LIMITS], [], "rateLimit", "rateLimit.10/s")).toEqual([
    "stale-exception rateLimit.10/s",
  ]);
});

test("what drift does not compare needs no exception to go by", () => {
  expect(kinds([], [], "label", "see")).toEqual([]);
});

test("an exception of another operation explains nothing, and is not asked for", () => {
  const see: Edit = [
    "operations:\n",
    "operations:\n  see: { label: 看, http: GET /open-apis/kite/v1/kites, tokens: [tenant] }\n",
  ];
  const spec = specOf(edited([see]), {
    "kite/exceptions.yaml": exceptions("query.page_size")["kite/exceptions.yaml"].replace(
      "kite.fly",
      "kite.see",
    ),
  });
  expect(drift(fragmentOf(edited([TYPE])), spec).map(({ kind }) => kind)).toEqual(["type"]);
});

test("an exception that explains nothing is reported, unless it is about an example", () => {
  expect(kinds([], [], "errors.4001", "example.request.wind")).toEqual([
    "stale-exception errors.4001",
  ]);
});

test("an exception that the page gives cause for is none too many", () => {
  const fragment = fragmentOf(KITES);
  const given = { operation: "kite.fly", at: "request.body.wind", reason: "The note says more." };
  const spec = specOf(KITES, exceptions("body.wind"));
  expect(drift({ ...fragment, exceptions: [given] }, spec)).toEqual([]);
  expect(drift(fragment, spec)).toHaveLength(1);
});

const EXTRA: Edit = [
  "    body:\n",
  "    body:\n      color: { type: string, extra: They told us. }\n",
];

test("a field marked extra need not be on the page, and should not be", () => {
  expect(kinds([], [EXTRA])).toEqual([]);
  expect(kinds([["    body:\n", "    body:\n      color: { type: string }\n"]], [EXTRA])).toEqual([
    "stale-exception body.color",
  ]);
});

test("a field marked keep may differ, and so may all inside it", () => {
  const keep: Edit = [
    "type: [object], label: 人,",
    "type: [object], label: 人, keep: Ours is right.,",
  ];
  const page: readonly Edit[] = [
    [
      "type: [object], label: 人, fields: {",
      "type: object, label: 人, required: true, fields: { age: { type: int },",
    ],
    ["name: { type: string", "name: { type: int"],
  ];
  expect(kinds(page, [])).toHaveLength(4);
  expect(kinds(page, [keep])).toEqual([]);
  expect(kinds([["      crew: {", "      team: {"]], [keep])).toEqual(["name body.team"]);
});

test("an exception for what keep explains as well is not stale", () => {
  const keep: Edit = ["page_size: {", "page_size: { keep: Ours is right.,"];
  expect(kinds([TYPE], [keep], "query.page_size")).toEqual([]);
});
