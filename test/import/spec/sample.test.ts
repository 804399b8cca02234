import { expect, test } from "vitest";
import { endpoint, field, int, knownOf, list, object, one, sample, text } from "./build.js";

/** A spec in which a person protects some fields, for reasons. */
const known = () =>
  knownOf(`
resource: kite
label: 风筝
types:
  Tail: { fields: { bows: { type: [int], keep: Bows are counted. }, color: { type: string } } }
operations:
  create:
    label: 造
    http: POST /open-apis/toy/v1/kites
    tokens: [tenant]
    body:
      size: { type: int, keep: Tried it. }
      frame: { type: object, keep: Ours is right, fields: { wood: { type: int }, width: { type: int } } }
      name: { type: string }
      string: { type: int }
      cord: { type: object, fields: { length: { type: int }, color: { type: int } } }
    response:
      tails: { type: [Tail] }
exceptions:
  - { operation: kite.create, at: example.request.size, reason: Known. }
  - { operation: kite.create, at: body.string, reason: We count it. }
  - { operation: kite.create, at: request.body.cord.length, reason: Measured. }
  - { operation: kite.create, at: body.glue, reason: Nobody has it. }
`);

const page = (request: unknown, response: unknown = {}) =>
  endpoint(
    "POST /open-apis/toy/v1/kites",
    {
      body: [
        text("size"),
        field("frame", object("frame", text("wood"), text("width"))),
        text("name"),
      ],
      response: [field("tails", list(object("tail", text("bows"), text("color"))))],
    },
    { requestExample: sample(request), responseExample: sample({ code: 0, data: response }) },
  );

const exceptions = (request: unknown, response?: unknown) =>
  one(page(request, response), known()).exceptions.map(({ at, reason }) => `${at}: ${reason}`);

test("an example that contradicts what a person protects is said to do so, once for each", () => {
  expect(exceptions({ frame: { wood: "oak", width: "wide" }, name: 7 })).toEqual([
    'example.request.frame: The example contradicts "frame", which stays as the spec has it (Ours is right): expected a whole number, got "oak".',
    "example.request.name: The example contradicts the table, which we follow: expected text, got 7.",
  ]);
});

test("what is protected inside of a list has its place there", () => {
  const tails = [{ bows: [1], color: "red" }, { bows: "two" }];
  expect(exceptions({}, { tails })).toEqual([
    'example.response.tails.1.bows: The example contradicts "bows", which stays as the spec has it (Bows are counted): expected a list, got "two".',
  ]);
});

test("many places of one protected field do not make the whole example wrong", () => {
  const frame = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`odd_${i}`, i]));
  expect(exceptions({ frame }).map((line) => line.split(":")[0])).toEqual([
    "example.request.frame",
  ]);
});

test("what an exception covers gets no other one", () => {
  expect(exceptions({ size: "large" })).toEqual([]);
});

test("what an exception explains stays as the spec has it, and the example contradicts that", () => {
  const cord = object("cord", text("length"), text("color"));
  const body = [text("string"), field("cord", cord), text("glue")];
  const example = { string: "red", cord: { length: "long", color: "red" }, glue: "wet" };
  const given = endpoint(
    "POST /open-apis/toy/v1/kites",
    { body },
    { requestExample: sample(example) },
  );
  const { exceptions } = one(given, known());
  expect(exceptions.map(({ at, reason }) => `${at}: ${reason}`)).toEqual([
    'example.request.string: The example contradicts "string", which stays as the spec has it (We count it): expected a whole number, got "red".',
    'example.request.cord.length: The example contradicts "length", which stays as the spec has it (Measured): expected a whole number, got "long".',
    "example.request.glue: The example contradicts the table, which we follow: there is no such field.",
  ]);
});

test("without a person's word the page contradicts itself", () => {
  const own = endpoint(
    "POST /open-apis/toy/v1/kites",
    { body: [int("size")] },
    { requestExample: sample({ size: "large" }) },
  );
  expect(one(own).exceptions).toEqual([
    {
      operation: "kite.create",
      at: "example.request.size",
      reason:
        'The example contradicts the table, which we follow: expected a whole number, got "large".',
    },
  ]);
});
